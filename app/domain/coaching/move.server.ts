import type { Context } from '../shared/context.ts'
import type { ItemMove, SessionMove } from './coaching.schema.ts'
import { confirmSession } from './confirm-session.server.ts'
import { disputeSession } from './dispute-session.server.ts'
import { finishAction } from './finish-action.server.ts'
import { lockSession } from './lock-session.server.ts'
import { startAction } from './start-action.server.ts'
import { verifyAction } from './verify-action.server.ts'

/** Calls the verb of an intent on an action item; answers what was done, for the page that follows. */
export async function moveItem(ctx: Context, move: ItemMove): Promise<'started' | 'finished' | 'verified'> {
  switch (move.intent) {
    case 'start':
      await startAction(ctx, move)
      return 'started'
    case 'finish':
      await finishAction(ctx, move)
      return 'finished'
    case 'verify':
      await verifyAction(ctx, move)
      return 'verified'
  }
}

/** The same on the page of a session, whose own intents come with it. */
export async function moveSession(ctx: Context, id: string, move: SessionMove) {
  switch (move.intent) {
    case 'confirm':
      await confirmSession(ctx, { ...move, id })
      return 'confirmed'
    case 'dispute':
      await disputeSession(ctx, { ...move, id })
      return 'disputed'
    case 'lock':
      await lockSession(ctx, { ...move, id })
      return 'locked'
    default:
      return moveItem(ctx, move)
  }
}
