import { findRevision, insertReviewComment } from '#db/queries/practice-reviews.server.ts'
import type { Context } from '../shared/context.ts'
import { InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { REVIEWED_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import type { Section } from './sections.ts'

type Input = { practiceId: string; section: Section | 'general'; body: string; required: boolean }

/** Leaves a remark of the reviewer at a section. A required one must be closed before the text can be published. */
export async function addComment(ctx: Context, { practiceId, section, body, required }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'comment')
  const { id } = openRevision(practice, 'comment')
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !REVIEWED_REVISION_STATES.includes(revision.state))
      throw new InvalidTransition(revision?.state ?? '', 'comment')
    const row = { revisionId: id, section, body, required, authorId: personOf(ctx), createdAt: ctx.now }
    const comment = await insertReviewComment(tx, row)
    await recordChange(tx, ctx, {
      action: 'practice.comment',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, commentId: comment.id, section, required },
    })
    return { publicId: practice.publicId, commentId: comment.id }
  })
}
