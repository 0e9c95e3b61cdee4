import { type ActionItemRecord, findStoredItem, updateActionItem } from '#db/queries/action-items.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { findItemFor, type ItemInput, sessionOf } from './action-item.server.ts'
import { actionLifecycle } from './coaching.ts'
import { mailToCoached, mailToMentor } from './coaching-mail.server.ts'
import { sentTwice } from './sent-twice.ts'

/** An action item is done, with a note on what was done; the other side is told. */
export async function finishAction(ctx: Context, input: ItemInput & { note: string }): Promise<ActionItemRecord> {
  const item = await findItemFor(ctx, input.itemId, 'finish')
  const by = userIdOf(ctx.actor)

  const finish = () =>
    ctx.db.transaction(async (tx) => {
      const state = actionLifecycle.next(item.state, 'finish')
      const stored = await updateActionItem(
        tx,
        { id: item.id, state: item.state, version: input.version },
        { state, doneNote: input.note, doneBy: by, doneAt: ctx.now },
      )
      if (!stored) throw new Conflict('the action item was changed meanwhile')
      const session = sessionOf(item)
      const mail =
        ctx.actor.kind === 'user' && ctx.actor.hat?.role === 'mentor'
          ? await mailToCoached(tx, ctx, 'coaching_action_done', session)
          : await mailToMentor(tx, ctx, 'coaching_action_done', session)
      await recordChange(tx, ctx, { action: 'action.finish', entity: 'action_item', entityId: item.id, mail })
      return stored
    })
  return sentTwice(finish, async () => {
    const now = await findStoredItem(ctx.db, item.id)
    return now?.state === 'done' &&
      now.doneBy === by &&
      now.doneNote === input.note &&
      now.version === input.version + 1
      ? now
      : undefined
  })
}
