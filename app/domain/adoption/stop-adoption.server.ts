import type { StopReason } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { adoptionLifecycle } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/** Ends an adoption for good, with a reason from which others can learn. Papers stay. */
export async function stopAdoption(
  ctx: Context,
  input: Target & { reason: StopReason; note: string },
): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'stop', ({ adoption }) => ({
    changes: {
      state: adoptionLifecycle.next(adoption.state, 'stop'),
      stopReason: input.reason,
      stopNote: input.note,
      reviewOn: null,
      endedAt: ctx.now,
    },
    event: 'stop',
    reason: input.note,
    data: { stopReason: input.reason },
    tell: ['adopter', 'source', 'hub'],
  }))
}
