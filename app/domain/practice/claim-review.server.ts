import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { deleteClaim, findClaim, insertClaim, updateClaim } from '#db/queries/review-work.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { personOf, practiceFor } from './practice-moves.server.ts'
import { reviewDue } from './review-due.ts'
import { reviewersOf, textUnderReview } from './review-moves.server.ts'

/**
 * "I take it": from now on nobody else decides on this text. One who has it keeps it, until its due date has passed or
 * they may no longer review it; then a colleague takes it over. `Conflict` when somebody else was quicker.
 */
export async function claimReview(ctx: Context, { practiceId }: { practiceId: string }) {
  const practice = await practiceFor(ctx, practiceId, 'claim')
  const { open, stage } = textUnderReview(practice, 'claim')
  const reviewerId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, open.id, { lock: true })
    if (revision?.state !== open.state) throw new InvalidTransition(revision?.state ?? '', 'claim')
    const key = { revisionId: open.id, stage }
    const row = { reviewerId, claimedAt: ctx.now, assignedBy: null }
    const holder = await findClaim(tx, key, { lock: true })
    if (holder?.reviewerId === reviewerId) return { publicId: practice.publicId, tookOverFrom: null }
    if (holder) {
      const eligible = await reviewersOf(tx, practice, stage, ctx.now)
      const late = reviewDue(revision, practice.timeZone ?? 'WIB', ctx.now)?.overdue
      if (!late && eligible.some(({ id }) => id === holder.reviewerId)) throw new Conflict(`${holder.reviewer} has it`)
      if (!(await updateClaim(tx, { ...key, from: holder.reviewerId }, row))) throw new Conflict('the claim moved')
    } else if (!(await insertClaim(tx, { ...key, ...row }))) throw new Conflict('somebody else took it')
    await recordChange(tx, ctx, {
      action: 'practice.claim_review',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, ...key, from: holder?.reviewerId ?? null, to: reviewerId },
    })
    return { publicId: practice.publicId, tookOverFrom: holder?.reviewer ?? null }
  })
}

/** Returns a text to the pool; the one who has it does so, or whoever hands out the work. */
export async function returnToPool(ctx: Context, { practiceId, from }: { practiceId: string; from: string }) {
  const practice = await practiceFor(ctx, practiceId, from === personOf(ctx) ? 'claim' : 'reassign')
  const { open, stage } = textUnderReview(practice, 'claim')
  return ctx.db.transaction(async (tx) => {
    const key = { revisionId: open.id, stage }
    if (!(await deleteClaim(tx, { ...key, from }))) throw new Conflict('the claim moved')
    await recordChange(tx, ctx, {
      action: 'practice.return_review',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, ...key, from },
    })
    return { publicId: practice.publicId }
  })
}
