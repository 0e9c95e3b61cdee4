import { findComment, findRevision, updateCommentReopened } from '#db/queries/practice-reviews.server.ts'
import { insertReply } from '#db/queries/review-texts.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { REVIEWED_REVISION_STATES, WRITABLE_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { assertMayClose } from './resolve-comment.server.ts'

type Input = { practiceId: string; commentId: string; body: string }

/** Answers a remark: writers and reviewers talk about it in place. Nobody gets a mail for it. */
export async function replyToComment(ctx: Context, { practiceId, commentId, body }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'reply_comment')
  const { id } = openRevision(practice, 'reply_comment')
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || ![...REVIEWED_REVISION_STATES, ...WRITABLE_REVISION_STATES].includes(revision.state))
      throw new InvalidTransition(revision?.state ?? '', 'reply_comment')
    if (!(await findComment(tx, { id: commentId, revisionId: id }))) throw new NotFound('no such remark')
    const reply = await insertReply(tx, { commentId, body, authorId: personOf(ctx), createdAt: ctx.now })
    await recordChange(tx, ctx, {
      action: 'practice.reply_comment',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, commentId, replyId: reply.id },
    })
    return { publicId: practice.publicId }
  })
}

/** The reviewer is not content with what became of a remark: says why, and it waits for its writers again. */
export async function reopenComment(ctx: Context, { practiceId, commentId, body }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'resolve_comment')
  const { id } = openRevision(practice, 'resolve_comment')
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !REVIEWED_REVISION_STATES.includes(revision.state))
      throw new InvalidTransition(revision?.state ?? '', 'resolve_comment')
    await assertMayClose(tx, ctx, practice, { id: commentId, revisionId: id })
    if (!(await updateCommentReopened(tx, { id: commentId, revisionId: id }))) throw new Conflict('it waits already')
    await insertReply(tx, { commentId, body, authorId: personOf(ctx), createdAt: ctx.now })
    await recordChange(tx, ctx, {
      action: 'practice.reopen_comment',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, commentId },
    })
    return { publicId: practice.publicId }
  })
}
