import type { Transaction } from '#db/client.server.ts'
import { listAssignmentsOfMentor, updateAssignmentEnd } from '#db/queries/assignments.server.ts'
import { findOrganisationForUpdate } from '#db/queries/organisations-admin.server.ts'
import { countHolders, findMembership, updateMembershipEnd } from '#db/queries/people.server.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canInvite, canSeeMembers } from './people.policy.ts'
import { KEEPER_ROLE } from './people.ts'

/** A mentor who is none any more has no districts: what was logged today still lies inside an assignment. */
async function endAssignmentsOf(tx: Transaction, ctx: Context, hubId: string, mentorId: string): Promise<number> {
  const date = today(ctx.now)
  const tomorrow = addDays(date, 1)
  const open = (await listAssignmentsOfMentor(tx, hubId, mentorId)).filter(
    ({ endsOn }) => endsOn === null || endsOn > tomorrow,
  )
  for (const assignment of open) {
    const endsOn = assignment.startsOn > date ? assignment.startsOn : tomorrow
    if (!(await updateAssignmentEnd(tx, assignment, endsOn))) throw new Conflict('an assignment was changed meanwhile')
    await recordChange(tx, ctx, {
      action: 'assignment.end',
      entity: 'assignment',
      entityId: assignment.id,
      data: { mentorId, regionCode: assignment.regionCode, endsOn },
    })
  }
  return open.length
}

/**
 * Ends a membership today; it stops working at once. The last one who could invite others into the own organisation
 * stays (`Invalid`): a successor is invited first. A mentor's assignments end with it. A national admin may end the last keeper of another organisation.
 */
export async function endMembership(ctx: Context, { membershipId }: { membershipId: string }) {
  const found = await findMembership(ctx.db, membershipId)
  if (!found || !canSeeMembers(ctx.actor, found.organisation)) throw new NotFound('no such membership')
  const { membership, organisation } = found
  if (!canInvite(ctx.actor, organisation, membership.role)) throw new Forbidden(`may not end a ${membership.role}`)
  const date = today(ctx.now)
  await ctx.db.transaction(async (tx) => {
    // Two keepers who end each other at the same moment queue here.
    await findOrganisationForUpdate(tx, organisation.id)
    const isKeeper = membership.role === KEEPER_ROLE[organisation.kind]
    if (isKeeper && organisationOf(ctx.actor) === organisation.id) {
      const place = { organisationId: organisation.id, role: membership.role, today: date }
      if ((await countHolders(tx, place)) <= 1) throw new Invalid({ '': ['lastKeeper'] })
    }
    if (!(await updateMembershipEnd(tx, membershipId, date))) throw new Conflict('the membership has ended')
    const assignments =
      membership.role === 'mentor' ? await endAssignmentsOf(tx, ctx, organisation.id, membership.userId) : 0
    await recordChange(tx, ctx, {
      action: 'membership.end',
      entity: 'membership',
      entityId: membershipId,
      data: { role: membership.role, organisationId: organisation.id, userId: membership.userId, assignments },
    })
  })
}
