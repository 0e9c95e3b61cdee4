import { type ActionItemRow, findActionItem } from '#db/queries/action-items.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { canMoveAction, visibilityFor } from './coaching.policy.ts'
import type { ActionEvent } from './coaching.ts'

/** What an event on an action item is about: the item, and the version that was read. */
export type ItemInput = { itemId: string; version: number }

/** An action item as the actor may see it, who must be allowed the event. */
export async function findItemFor(ctx: Context, itemId: string, event: ActionEvent): Promise<ActionItemRow> {
  const item = await findActionItem(ctx.db, itemId, visibilityFor(ctx.actor, ctx.now), today(ctx.now))
  if (!item) throw new NotFound('action item')
  if (!canMoveAction(ctx.actor, event, item)) throw new Forbidden(`may not ${event} this action item`)
  return item
}

/** The session of an item, as letters about it need it. */
export function sessionOf(item: ActionItemRow) {
  const { mentorId, agencyId } = item.session
  return { id: item.sessionId, regionCode: item.regionCode, startsAt: item.heldAt, mentorId, agencyId }
}
