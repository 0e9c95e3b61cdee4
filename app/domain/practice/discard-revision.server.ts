import { updateRevision } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { openRevision, practiceFor, recordMove } from './practice-moves.server.ts'

/** Gives up a draft. What was published stays on the site; the text itself is kept, unseen. */
export async function discardRevision(ctx: Context, { practiceId, version }: { practiceId: string; version: number }) {
  const practice = await practiceFor(ctx, practiceId, 'discard')
  const open = openRevision(practice, 'discard')
  const to = revisionLifecycle.next(open.state, 'discard')
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.discard
    if (!(await updateRevision(tx, { id: open.id, version, from }, { state: to }))) {
      throw new Conflict('the draft was changed since it was read')
    }
    await recordMove(tx, ctx, { practice, event: 'discard', revisionId: open.id, from: open.state, to })
    return { publicId: practice.publicId }
  })
}
