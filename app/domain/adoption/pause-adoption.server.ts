import type { Context } from '../shared/context.ts'
import { adoptionLifecycle } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/** Puts an adoption off until a date on which it is looked at again. */
export async function pauseAdoption(
  ctx: Context,
  input: Target & { reviewOn: string; note: string },
): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'pause', ({ adoption }) => ({
    changes: { state: adoptionLifecycle.next(adoption.state, 'pause'), reviewOn: input.reviewOn },
    event: 'pause',
    reason: input.note,
    data: { reviewOn: input.reviewOn },
    tell: ['adopter', 'source', 'hub'],
  }))
}

/** Goes on with a paused adoption where it stood. */
export async function resumeAdoption(ctx: Context, input: Target): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'resume', ({ adoption }) => ({
    changes: { state: adoptionLifecycle.next(adoption.state, 'resume'), reviewOn: null },
    event: 'resume',
    tell: ['adopter', 'source', 'hub'],
  }))
}
