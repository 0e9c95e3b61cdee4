import { updateRevision } from '#db/queries/practices.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, openRevision, personOf, practiceFor, recordMove, substanceRole } from './practice-moves.server.ts'
import { assertRequiredClosed } from './resolve-comment.server.ts'

type Input = { practiceId: string; version: number; message?: string | null; checks?: readonly string[] }

/** The agency admin vouches for owner and documents of exactly the text they read, and hands it to the hub. */
export async function verifyDocuments(ctx: Context, { practiceId, version, message = null, checks = [] }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'verify_documents')
  const open = openRevision(practice, 'verify_documents')
  const to = revisionLifecycle.next(open.state, 'verify_documents')
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.verify_documents
    const changes = { state: to, documentVerifiedBy: personOf(ctx), documentVerifiedAt: ctx.now }
    const verified = await updateRevision(tx, { id: open.id, version, from }, changes)
    if (!verified) throw new Conflict('the text was moved meanwhile')
    await assertRequiredClosed(tx, open.id)
    await recordMove(tx, ctx, {
      practice,
      event: 'verify_documents',
      revisionId: open.id,
      from: open.state,
      to,
      reason: message,
      data: { checks },
      mail: await letters(tx, ctx, practice, {
        template: 'practice_documents_verified',
        path: paths.review(practice.publicId),
        roles: [substanceRole(practice)],
      }),
    })
    return { publicId: practice.publicId, version: verified }
  })
}
