import { type ActionItemRecord, findStoredItem, updateActionItem } from '#db/queries/action-items.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { findItemFor, type ItemInput } from './action-item.server.ts'
import { actionLifecycle } from './coaching.ts'
import { sentTwice } from './sent-twice.ts'

/** Work on an action item begins. Nobody is written to: it changes nothing for the other side. */
export async function startAction(ctx: Context, input: ItemInput): Promise<ActionItemRecord> {
  const item = await findItemFor(ctx, input.itemId, 'start')

  const start = () =>
    ctx.db.transaction(async (tx) => {
      const state = actionLifecycle.next(item.state, 'start')
      const stored = await updateActionItem(tx, { id: item.id, state: item.state, version: input.version }, { state })
      if (!stored) throw new Conflict('the action item was changed meanwhile')
      await recordChange(tx, ctx, { action: 'action.start', entity: 'action_item', entityId: item.id })
      return stored
    })
  return sentTwice(start, async () => {
    const now = await findStoredItem(ctx.db, item.id)
    return now?.state === 'in_progress' && now.version === input.version + 1 ? now : undefined
  })
}
