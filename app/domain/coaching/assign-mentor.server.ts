import {
  type AssignmentRecord,
  insertAssignment,
  listDistrictsOfHub,
  listMentorsOfHub,
} from '#db/queries/assignments.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Forbidden, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { assigningHub } from './coaching.policy.ts'
import type { AssignInput } from './coaching.schema.ts'
import { mailAboutAssignment } from './coaching-mail.server.ts'

/**
 * Gives a mentor of the hub a district of its provinces, from a day on and, where `lastDay` is given, up to and
 * including it. A mentor has a district once at a time; a district may have several mentors.
 */
export async function assignMentor(ctx: Context, input: AssignInput): Promise<AssignmentRecord> {
  const hubId = assigningHub(ctx.actor)
  const createdBy = userIdOf(ctx.actor)
  if (!hubId || !createdBy) throw new Forbidden('only a hub manager assigns mentors')
  const { mentorId, regionCode, startsOn, lastDay } = input
  const district = (await listDistrictsOfHub(ctx.db, hubId)).find((region) => region.code === regionCode)
  const mentor = (await listMentorsOfHub(ctx.db, hubId, today(ctx.now))).find((person) => person.id === mentorId)
  if (!district) throw new Invalid({ regionCode: ['outsideTerritory'] })
  if (!mentor) throw new Invalid({ mentorId: ['notMentorHere'] })
  if (lastDay && lastDay < startsOn) throw new Invalid({ lastDay: ['endBeforeStart'] })

  return ctx.db.transaction(async (tx) => {
    const endsOn = lastDay ? addDays(lastDay, 1) : null
    const stored = await insertAssignment(tx, { hubId, mentorId, regionCode, startsOn, endsOn, createdBy })
    if (!stored) throw new Invalid({ regionCode: ['assignedAlready'] })
    await recordChange(tx, ctx, {
      action: 'assignment.assign',
      entity: 'assignment',
      entityId: stored.id,
      data: { mentorId, regionCode, startsOn, endsOn },
      mail: await mailAboutAssignment(tx, 'coaching_assigned', { mentorId, regionName: district.name, date: startsOn }),
    })
    return stored
  })
}
