import { countPins, findPin, updatePin } from '#db/queries/search-pins.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { pinScopeOf } from './search-pin.policy.ts'
import { assertExpiry, MOST_PINS } from './search-pin.server.ts'

type Known = { id: string; version: number }

async function pinFor(ctx: Context, { id }: Known) {
  const pin = await findPin(ctx.db, pinScopeOf(ctx.actor), id)
  if (!pin) throw new NotFound('no such pin for this actor')
  return pin
}

/** Moves a pin, words its reason anew, or lets it hold longer or shorter. */
export async function changePin(
  ctx: Context,
  { id, version, position, reason, expiresOn }: Known & { position: number; reason: string; expiresOn: string },
) {
  const pin = await pinFor(ctx, { id, version })
  const today = assertExpiry(ctx, expiresOn)
  await ctx.db.transaction(async (tx) => {
    const others = await countPins(tx, { hubId: pin.hubId, key: pin.key, today, except: id })
    if (others >= MOST_PINS) throw new Invalid({ expiresOn: ['threePins'] })
    if (!(await updatePin(tx, { id, version }, { position, reason, expiresOn }))) throw new Conflict('pin changed')
    await recordChange(tx, ctx, {
      action: 'pin.change',
      entity: 'search_pin',
      entityId: id,
      reason,
      data: { position, expiresOn },
    })
  })
}

/** Takes a pin off at once. */
export async function removePin(ctx: Context, { id, version }: Known) {
  await pinFor(ctx, { id, version })
  await ctx.db.transaction(async (tx) => {
    const gone = { removedAt: ctx.now, removedBy: userIdOf(ctx.actor) }
    if (!(await updatePin(tx, { id, version }, gone))) throw new Conflict('pin changed')
    await recordChange(tx, ctx, { action: 'pin.remove', entity: 'search_pin', entityId: id })
  })
}
