import { updateStep, upsertStep } from '#db/queries/adoption-writes.server.ts'
import type { AdoptionStep } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { Invalid } from '../shared/errors.ts'
import { type AdoptionFile, adoptionLifecycle, missingItems } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Plan, type Target } from './change-adoption.server.ts'

/** Opens the gate of the current step, once nothing required is missing. */
export async function passGate(ctx: Context, input: Target & { note: string | null }): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'pass_gate', (file) => {
    if (missingItems(file, ctx.now).length > 0) throw new Invalid({ '': ['gateIncomplete'] })
    return advance(ctx, file, input.note)
  })
}

/** The plan of going one step on: by a gate keeper, by the answer of the source, by the second signature. */
export function advance({ now }: Pick<Context, 'now'>, { adoption }: AdoptionFile, note: string | null): Plan {
  const step = (adoption.step + 1) as AdoptionStep
  const key = { adoptionId: adoption.id }
  return {
    changes: { state: adoptionLifecycle.next(adoption.state, 'pass_gate'), step },
    write: async (tx, actorId) => {
      await updateStep(tx, { ...key, step: adoption.step }, { passedAt: now, passedBy: actorId, note })
      await upsertStep(tx, { ...key, step, openedAt: now })
      return undefined
    },
    event: 'pass_gate',
    reason: note,
    tell: step > 3 ? ['adopter', 'source', 'hub'] : ['adopter'],
  }
}
