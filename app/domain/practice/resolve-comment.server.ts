import type { Transaction } from '#db/client.server.ts'
import { countOpenRequiredComments, findRevision, updateCommentResolved } from '#db/queries/practice-reviews.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { REVIEWED_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'

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

/** A text with an open required remark passes no check. Holds the revision, so that no remark comes in between. */
export async function assertRequiredClosed(tx: Transaction, revisionId: string): Promise<void> {
  await findRevision(tx, revisionId, { lock: true })
  if ((await countOpenRequiredComments(tx, revisionId)) > 0) throw new Invalid({ decision: ['requiredOpen'] })
}
