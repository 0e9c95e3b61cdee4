import { updateRevision } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { openRevision, practiceFor, recordMove } from './practice-moves.server.ts'

/** Takes a submitted text back into the draft, before its documents are checked. */
export async function takeBackPractice(ctx: Context, { practiceId, version }: { practiceId: string; version: number }) {
  const practice = await practiceFor(ctx, practiceId, 'take_back')
  const open = openRevision(practice, 'take_back')
  const to = revisionLifecycle.next(open.state, 'take_back')
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.take_back
    const taken = await updateRevision(
      tx,
      { id: open.id, version, from },
      { state: to, submittedBy: null, submittedAt: null },
    )
    if (!taken) throw new Conflict('the text was moved meanwhile')
    await recordMove(tx, ctx, { practice, event: 'take_back', revisionId: open.id, from: open.state, to })
    return { publicId: practice.publicId, version: taken }
  })
}
