import { updateRevision } from '#db/queries/practices.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, openRevision, practiceFor, recordMove } from './practice-moves.server.ts'

/** Gives a text back to its authors with a message, from either check. Both checks begin anew when it is sent again. */
export async function requestChanges(ctx: Context, input: { practiceId: string; version: number; message: string }) {
  const practice = await practiceFor(ctx, input.practiceId, 'request_changes')
  const open = openRevision(practice, 'request_changes')
  const to = revisionLifecycle.next(open.state, 'request_changes')
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.request_changes
    const changes = { state: to, documentVerifiedBy: null, documentVerifiedAt: null }
    const returned = await updateRevision(tx, { id: open.id, version: input.version, from }, changes)
    if (!returned) throw new Conflict('the text was moved meanwhile')
    await recordMove(tx, ctx, {
      practice,
      event: 'request_changes',
      revisionId: open.id,
      from: open.state,
      to,
      reason: input.message,
      mail: await letters(tx, ctx, practice, {
        template: 'practice_changes_requested',
        path: paths.workPractice(practice.publicId),
        message: input.message,
        people: [...open.authorIds, open.submittedBy],
      }),
    })
    return { publicId: practice.publicId, version: returned }
  })
}
