import { updateRevision } from '#db/queries/practices.server.ts'
import { insertBatchItem } from '#db/queries/review-work.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, openRevision, personOf, practiceFor, recordMove } from './practice-moves.server.ts'
import { assertRequiredClosed } from './resolve-comment.server.ts'
import { assertNotTaken, assertSeen, reviewersToTell } from './review-moves.server.ts'

type Input = {
  practiceId: string
  version: number
  /** The fingerprint of the text that the reviewer had before them. */
  seen?: string
  message?: string | null
  checks?: readonly string[]
  /** The decision on several texts that this is part of: its letters wait. */
  batchId?: string
}

/** The agency admin vouches for owner and documents of exactly the text they read, and hands it to the hub. */
export async function verifyDocuments(ctx: Context, input: Input) {
  const { practiceId, version, seen, message = null, checks = [], batchId } = input
  const practice = await practiceFor(ctx, practiceId, 'verify_documents')
  const open = openRevision(practice, 'verify_documents')
  const to = revisionLifecycle.next(open.state, 'verify_documents')
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.verify_documents
    const changes = { state: to, documentVerifiedBy: personOf(ctx), documentVerifiedAt: ctx.now }
    const verified = await updateRevision(tx, { id: open.id, version, from }, changes)
    if (!verified) throw new Conflict('the text was moved meanwhile')
    await assertNotTaken(tx, ctx, practice, { revisionId: open.id, stage: 'documents' })
    await assertRequiredClosed(tx, open.id, 'documents')
    const fingerprint = await assertSeen(tx, open.id, seen)
    if (batchId) {
      const item = { batchId, practiceId: practice.id, revisionId: open.id, fromState: open.state, version: verified }
      await insertBatchItem(tx, { ...item, message })
    }
    const people = batchId ? [] : await reviewersToTell(tx, ctx, practice, 'substance')
    await recordMove(tx, ctx, {
      practice,
      event: 'verify_documents',
      revisionId: open.id,
      from: open.state,
      to,
      reason: message,
      data: { checks, version, fingerprint, batchId },
      mail: await letters(tx, ctx, practice, {
        template: 'practice_documents_verified',
        path: paths.review(practice.publicId),
        people,
      }),
    })
    return { publicId: practice.publicId, version: verified }
  })
}
