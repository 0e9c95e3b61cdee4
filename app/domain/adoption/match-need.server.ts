import { listMembersWithRoles } from '#db/queries/adoption-parts.server.ts'
import { deleteMatch, insertMatch, listMatches, type NeedRow, updateNeed } from '#db/queries/needs.server.ts'
import { paths } from '../../paths.ts'
import { type Context, organisationOf, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid } from '../shared/errors.ts'
import { type Mail, recordChange } from '../shared/record-change.server.ts'
import { findAdoptable } from './choose-practice.server.ts'
import { findNeedFor } from './find-need.server.ts'
import { needLifecycle } from './need.ts'

type Match = { version: number; practiceId: string }

/** Says that a practice may answer the need: the agency itself, or the hub that searches for it. */
export async function matchNeed(ctx: Context, needId: string, input: Match & { note: string | null }): Promise<void> {
  const { need } = await findNeedFor(ctx, needId, 'match', input.version)
  const addedBy = userIdOf(ctx.actor)
  if (!addedBy) throw new Forbidden('match a need')
  const practice = await findAdoptable(ctx, input.practiceId, need.agencyId)
  const state = need.state === 'open' ? needLifecycle.next(need.state, 'match') : need.state
  await ctx.db.transaction(async (tx) => {
    if (!(await updateNeed(tx, need, { state }))) throw new Conflict(`need ${needId} has changed`)
    const { note } = input
    await insertMatch(tx, { needId: need.id, practiceId: practice.id, addedBy, note, createdAt: ctx.now })
    await recordChange(tx, ctx, {
      action: 'need.match',
      entity: 'need',
      entityId: needId,
      reason: note,
      data: { practice: input.practiceId, from: need.state, to: state },
      mail: organisationOf(ctx.actor) === need.agencyId ? [] : await lettersToOwner(ctx, need),
    })
  })
}

/** Takes a practice off the list of those that may answer the need. */
export async function unmatchNeed(ctx: Context, needId: string, input: Match): Promise<void> {
  const { need } = await findNeedFor(ctx, needId, 'unmatch', input.version)
  const match = (await listMatches(ctx.db, [need.id])).find(({ publicId }) => publicId === input.practiceId)
  if (!match) throw new Invalid({ practiceId: ['unknownPractice'] })
  await ctx.db.transaction(async (tx) => {
    if (!(await updateNeed(tx, need, {}))) throw new Conflict(`need ${needId} has changed`)
    await deleteMatch(tx, { needId: need.id, practiceId: match.practiceId })
    await recordChange(tx, ctx, {
      action: 'need.unmatch',
      entity: 'need',
      entityId: needId,
      data: { practice: input.practiceId },
    })
  })
}

async function lettersToOwner(ctx: Context, need: NeedRow): Promise<Mail[]> {
  const people = await listMembersWithRoles(ctx.db, [need.agencyId], ['adopter_lead', 'agency_admin'], today(ctx.now))
  const params = { problem: need.problem, path: paths.workNeed(need.publicId) }
  return people.map(({ email, language }) => ({ to: email, template: 'need_matched', language, params }))
}
