import { type AssignmentRecord, findAssignment, updateAssignmentEnd } from '#db/queries/assignments.server.ts'
import { existsSessionBetween } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { addDays, momentIn, today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { assigningHub } from './coaching.policy.ts'
import { mailAboutAssignment } from './coaching-mail.server.ts'

/**
 * Ends an assignment of the own hub after its last day; without a last day it is called off before it begins. A day
 * before a session that the mentor logged is refused: every log lies inside an assignment.
 */
export async function endAssignment(
  ctx: Context,
  { assignmentId, lastDay }: { assignmentId: string; lastDay?: string },
): Promise<AssignmentRecord> {
  const hubId = assigningHub(ctx.actor)
  if (!hubId) throw new Forbidden('only a hub manager ends assignments')
  const assignment = await findAssignment(ctx.db, hubId, assignmentId)
  if (!assignment) throw new NotFound('assignment')
  const { mentorId, regionCode, regionName, startsOn } = assignment
  if (lastDay === undefined && startsOn <= today(ctx.now)) throw new InvalidTransition('running', 'cancel')
  if (lastDay && lastDay < startsOn) throw new Invalid({ lastDay: ['endBeforeStart'] })
  const endsOn = lastDay ? addDays(lastDay, 1) : startsOn
  if (assignment.endsOn && endsOn > assignment.endsOn) throw new Invalid({ lastDay: ['endsEarlier'] })
  const midnight = (day: string) => momentIn(assignment.timeZone, day, '00:00')
  const until = assignment.endsOn ? midnight(assignment.endsOn) : null
  if (await existsSessionBetween(ctx.db, { hubId, mentorId, regionCode }, midnight(endsOn), until))
    throw new Invalid({ lastDay: ['sessionsAfter'] })

  return ctx.db.transaction(async (tx) => {
    const stored = await updateAssignmentEnd(tx, assignment, endsOn)
    if (!stored) throw new Conflict('the assignment was changed meanwhile')
    await recordChange(tx, ctx, {
      action: lastDay ? 'assignment.end' : 'assignment.cancel',
      entity: 'assignment',
      entityId: assignment.id,
      data: { mentorId, regionCode, endsOn },
      mail: await mailAboutAssignment(tx, 'coaching_assignment_ended', { mentorId, regionName, date: endsOn }),
    })
    return stored
  })
}
