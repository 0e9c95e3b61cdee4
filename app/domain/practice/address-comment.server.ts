import { findRevision, updateCommentAddressed } from '#db/queries/practice-reviews.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { WRITABLE_REVISION_STATES } from './practice.ts'
import { openRevision, practiceFor } from './practice-moves.server.ts'

/** The author says that a remark is dealt with; the reviewer closes it when the text comes back. */
export async function addressComment(
  ctx: Context,
  { practiceId, commentId }: { practiceId: string; commentId: string },
) {
  const practice = await practiceFor(ctx, practiceId, 'address_comment')
  const { id } = openRevision(practice, 'address_comment')
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !WRITABLE_REVISION_STATES.includes(revision.state))
      throw new InvalidTransition(revision?.state ?? '', 'address_comment')
    if (!(await updateCommentAddressed(tx, { id: commentId, revisionId: id }, ctx.now)))
      throw new Conflict('the remark was dealt with')
    await recordChange(tx, ctx, {
      action: 'practice.address_comment',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, commentId },
    })
    return { publicId: practice.publicId }
  })
}
