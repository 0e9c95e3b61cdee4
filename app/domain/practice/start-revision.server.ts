import { findRevision, insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import { findLiveRevisionId, insertRevision, lockPractice } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { personOf, practiceFor, recordMove } from './practice-moves.server.ts'

/** Begins the next version of a published practice as a copy of the live text, which stays on the site meanwhile. */
export async function startRevision(ctx: Context, input: { practiceId: string }) {
  const practice = await practiceFor(ctx, input.practiceId, 'start_revision')
  if (practice.state !== 'published' || !practice.live) throw new InvalidTransition(practice.state, 'start_revision')
  if (practice.open) throw new InvalidTransition(practice.open.state, 'start_revision')
  const liveId = practice.live.id
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    if ((await lockPractice(tx, { id: practice.id })) !== 'published') throw new Conflict('it was taken back')
    if ((await findLiveRevisionId(tx, practice.id)) !== liveId) throw new Conflict('another version was published')
    const live = await findRevision(tx, liveId)
    const row = { practiceId: practice.id, content: live!.content, createdBy: userId, now: ctx.now }
    const revision = await insertRevision(tx, row)
    if (!revision) throw new Conflict('somebody else began a revision')
    await insertRevisionAuthor(tx, revision.id, userId)
    await recordMove(tx, ctx, { practice, event: 'start_revision', revisionId: revision.id, to: 'draft' })
    return { publicId: practice.publicId, revisionId: revision.id, number: revision.number }
  })
}
