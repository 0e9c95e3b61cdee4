import type { NeedState } from '#db/vocabulary.ts'
import { defineLifecycle } from '../shared/transition.ts'

export type NeedEvent = 'match' | 'take_up' | 'meet' | 'close'

/** The way of a need: practices are found for it, an adoption takes it up, it is met; or it is closed with a reason. */
export const needLifecycle = defineLifecycle<NeedState, NeedEvent>({
  match: { from: ['open'], to: 'matched' },
  take_up: { from: ['open', 'matched'], to: 'taken_up' },
  meet: { from: ['taken_up'], to: 'met' },
  close: { from: ['open', 'matched', 'taken_up'], to: 'closed' },
})

/** States in which a need waits for an answer: what the public board shows. */
export const WAITING_NEED_STATES: readonly NeedState[] = ['open', 'matched']

/** States in which its text and its matches may still change. */
export const LIVE_NEED_STATES: readonly NeedState[] = ['open', 'matched', 'taken_up']
