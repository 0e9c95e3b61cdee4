import type { Transaction } from '#db/client.server.ts'
import {
  countOpenRequiredComments,
  findComment,
  findRevision,
  updateCommentResolved,
} from '#db/queries/practice-reviews.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import type { ReviewStage } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canCloseRemark } from './practice.policy.ts'
import { REVIEWED_REVISION_STATES } from './practice.ts'
import { factsOf, openRevision, personOf, practiceFor } from './practice-moves.server.ts'

/** Closes a remark: the reviewer is content with what became of it. */
export async function resolveComment(
  ctx: Context,
  { practiceId, commentId }: { practiceId: string; commentId: string },
) {
  const practice = await practiceFor(ctx, practiceId, 'resolve_comment')
  const { id } = openRevision(practice, 'resolve_comment')
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !REVIEWED_REVISION_STATES.includes(revision.state)) {
      throw new InvalidTransition(revision?.state ?? '', 'resolve_comment')
    }
    await assertMayClose(tx, ctx, practice, { id: commentId, revisionId: id })
    const resolved = { resolvedAt: ctx.now, resolvedBy: personOf(ctx) }
    if (!(await updateCommentResolved(tx, { id: commentId, revisionId: id }, resolved)))
      throw new Conflict('the remark was closed')
    await recordChange(tx, ctx, {
      action: 'practice.resolve_comment',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, commentId },
    })
    return { publicId: practice.publicId }
  })
}

/** Each side closes its own remarks; a remark of another text is as good as closed. */
export async function assertMayClose(
  tx: Transaction,
  ctx: Context,
  practice: WorkPractice,
  key: { id: string; revisionId: string },
): Promise<void> {
  const remark = await findComment(tx, key)
  if (!remark) throw new Conflict('no such remark')
  if (!canCloseRemark(ctx.actor, factsOf(practice), remark)) throw new Forbidden('a remark of the other side')
}

/**
 * A text with an open required remark passes no check; at the check of documents those of the hub do not count, because
 * only the hub closes them. Holds the revision, so that no remark comes in between.
 */
export async function assertRequiredClosed(tx: Transaction, revisionId: string, stage?: ReviewStage): Promise<void> {
  await findRevision(tx, revisionId, { lock: true })
  if ((await countOpenRequiredComments(tx, revisionId, stage)) > 0) throw new Invalid({ decision: ['requiredOpen'] })
}
