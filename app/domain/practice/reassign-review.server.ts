import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findClaim, insertClaim, updateClaim } from '#db/queries/review-work.server.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict, Invalid, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { letters, personOf, practiceFor } from './practice-moves.server.ts'
import { reviewersOf, textUnderReview } from './review-moves.server.ts'

type Input = {
  practiceId: string
  reviewerId: string
  /** Who had it on the page of the one who hands it on; null for nobody. */
  from: string | null
}

/** Hands a text to another person who may review it; only they are told. `Conflict` when it changed hands meanwhile. */
export async function reassignReview(ctx: Context, { practiceId, reviewerId, from }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'reassign')
  const { open, stage } = textUnderReview(practice, 'reassign')
  const assignedBy = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, open.id, { lock: true })
    if (revision?.state !== open.state) throw new InvalidTransition(revision?.state ?? '', 'reassign')
    const eligible = await reviewersOf(tx, practice, stage, ctx.now)
    if (!eligible.some(({ id }) => id === reviewerId)) throw new Invalid({ reviewerId: ['reviewerNotEligible'] })
    const key = { revisionId: open.id, stage }
    const row = { reviewerId, claimedAt: ctx.now, assignedBy }
    const holder = await findClaim(tx, key, { lock: true })
    if ((holder?.reviewerId ?? null) !== from) throw new Conflict('it changed hands meanwhile')
    if (from === reviewerId) return { publicId: practice.publicId }
    const done = holder
      ? await updateClaim(tx, { ...key, from: holder.reviewerId }, row)
      : await insertClaim(tx, { ...key, ...row })
    if (!done) throw new Conflict('it changed hands meanwhile')
    await recordChange(tx, ctx, {
      action: 'practice.reassign_review',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, ...key, from, to: reviewerId },
      mail: await letters(tx, ctx, practice, {
        template: 'review_assigned',
        path: paths.review(practice.publicId),
        message: ctx.actor.kind === 'user' ? ctx.actor.name : '',
        people: reviewerId === userIdOf(ctx.actor) ? [] : [reviewerId],
      }),
    })
    return { publicId: practice.publicId }
  })
}
