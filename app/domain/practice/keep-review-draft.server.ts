import { findPracticeInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import { deleteReviewDrafts, findReviewDraft, upsertReviewDraft } from '#db/queries/review-drafts.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { can, visibilityFor } from './practice.policy.ts'
import { factsOf, personOf } from './practice-moves.server.ts'
import { type Draft, draftValues, isBlank } from './review-form.ts'

/**
 * Keeps what a reviewer has typed and not sent, for them alone; nothing typed is nothing kept. It decides nothing, leaves
 * no trace in the audit, and keeps nothing of people who do not review the text: the move itself tells them so.
 */
export async function keepReviewDraft(
  ctx: Context,
  { practiceId, fields, seen }: Draft & { practiceId: string },
): Promise<void> {
  const practice = await findPracticeInWork(ctx.db, practiceId, visibilityFor(ctx.actor))
  if (!practice) return
  const reviewerId = personOf(ctx)
  if (isBlank(fields)) return deleteReviewDrafts(ctx.db, { practiceId: practice.id, reviewerId })
  if (!practice.open || !can(ctx.actor, 'comment', factsOf(practice))) return
  await upsertReviewDraft(ctx.db, { revisionId: practice.open.id, reviewerId, fields, seen, savedAt: ctx.now })
}

/** What this person had typed about the text in work; `seen` is the fingerprint of the text as it is now. */
export async function readReviewDraft(ctx: Context, open: NonNullable<WorkPractice['open']>, seen: string) {
  const reviewerId = userIdOf(ctx.actor)
  const draft = reviewerId ? await findReviewDraft(ctx.db, { revisionId: open.id, reviewerId }) : undefined
  return draft ? { savedAt: draft.savedAt, values: draftValues(draft.fields, draft.seen === seen) } : null
}
