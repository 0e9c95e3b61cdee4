import { type ActionItemRecord, updateActionItem } from '#db/queries/action-items.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { findItemFor, type ItemInput } from './action-item.server.ts'
import { actionLifecycle } from './coaching.ts'

/** Work on an action item begins. Nobody is written to: it changes nothing for the other side. */
export async function startAction(ctx: Context, input: ItemInput): Promise<ActionItemRecord> {
  const item = await findItemFor(ctx, input.itemId, 'start')
  if (item.state === 'in_progress' && item.version === input.version + 1) return item
  const state = actionLifecycle.next(item.state, 'start')

  return ctx.db.transaction(async (tx) => {
    const stored = await updateActionItem(tx, { id: item.id, state: item.state, version: input.version }, { state })
    if (!stored) throw new Conflict('the action item was changed meanwhile')
    await recordChange(tx, ctx, { action: 'action.start', entity: 'action_item', entityId: item.id })
    return stored
  })
}
