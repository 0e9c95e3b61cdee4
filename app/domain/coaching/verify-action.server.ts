import { type ActionItemRecord, findStoredItem, updateActionItem } from '#db/queries/action-items.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { findItemFor, type ItemInput, sessionOf } from './action-item.server.ts'
import { actionLifecycle } from './coaching.ts'
import { mailToCoached } from './coaching-mail.server.ts'
import { sentTwice } from './sent-twice.ts'

/** A mentor has seen that an action item is done; never the person who marked it as done. */
export async function verifyAction(ctx: Context, input: ItemInput): Promise<ActionItemRecord> {
  const item = await findItemFor(ctx, input.itemId, 'verify')
  const by = userIdOf(ctx.actor)

  const verify = () =>
    ctx.db.transaction(async (tx) => {
      const state = actionLifecycle.next(item.state, 'verify')
      const stored = await updateActionItem(
        tx,
        { id: item.id, state: item.state, version: input.version },
        { state, verifiedBy: by, verifiedAt: ctx.now },
      )
      if (!stored) throw new Conflict('the action item was changed meanwhile')
      await recordChange(tx, ctx, {
        action: 'action.verify',
        entity: 'action_item',
        entityId: item.id,
        mail: await mailToCoached(tx, ctx, 'coaching_action_verified', sessionOf(item)),
      })
      return stored
    })
  return sentTwice(verify, async () => {
    const now = await findStoredItem(ctx.db, item.id)
    return now?.state === 'verified' && now.verifiedBy === by && now.version === input.version + 1 ? now : undefined
  })
}
