import { updateNeed } from '#db/queries/needs.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { findNeedFor } from './find-need.server.ts'
import { needLifecycle } from './need.ts'

/** Closes a need that is not to be answered any more, with the reason; not while an adoption of it is under way. */
export async function closeNeed(
  ctx: Context,
  needId: string,
  input: { version: number; reason: string },
): Promise<void> {
  const { need } = await findNeedFor(ctx, needId, 'close', input.version)
  const state = needLifecycle.next(need.state, 'close')
  await ctx.db.transaction(async (tx) => {
    const row = await updateNeed(tx, need, { state, closedReason: input.reason, closedAt: ctx.now })
    if (!row) throw new Conflict(`need ${needId} has changed`)
    await recordChange(tx, ctx, {
      action: 'need.close',
      entity: 'need',
      entityId: needId,
      reason: input.reason,
      data: { from: need.state, to: state },
    })
  })
}
