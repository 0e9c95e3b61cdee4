import { upsertReviewRules } from '#db/queries/review-texts.server.ts'
import type { MinorKind } from '#db/vocabulary.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { Conflict, Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canSetReviewRules } from './practice.policy.ts'
import { personOf } from './practice-moves.server.ts'

/** Sets which small changes the authors of a hub's practices may publish without a review. */
export async function saveReviewRules(ctx: Context, input: { minorKinds: readonly MinorKind[]; version: number }) {
  const hubId = organisationOf(ctx.actor)
  if (!canSetReviewRules(ctx.actor) || !hubId) throw new Forbidden('sets no rules')
  return ctx.db.transaction(async (tx) => {
    const minorKinds = [...new Set(input.minorKinds)]
    const rules = { hubId, minorKinds, updatedBy: personOf(ctx), updatedAt: ctx.now }
    if (!(await upsertReviewRules(tx, { ...rules, version: input.version })))
      throw new Conflict('somebody else changed the rules')
    await recordChange(tx, ctx, {
      action: 'hub.set_review_rules',
      entity: 'hub',
      entityId: hubId,
      data: { minorKinds },
    })
    return { hubId }
  })
}
