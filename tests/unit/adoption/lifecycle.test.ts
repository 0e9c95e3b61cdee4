import { describe, expect, test } from 'vitest'
import { adoptionLifecycle } from '#app/domain/adoption/adoption.ts'
import { needLifecycle } from '#app/domain/adoption/need.ts'
import { InvalidTransition } from '#app/domain/shared/errors.ts'
import { ADOPTION_STATES, type AdoptionState, NEED_STATES, type NeedState } from '#db/vocabulary.ts'

/** The whole table: what each event makes of each state; absent means refused. */
const ADOPTION: Record<keyof typeof adoptionLifecycle.moves, Partial<Record<AdoptionState, AdoptionState>>> = {
  pass_gate: { active: 'active' },
  step_back: { active: 'active', declined: 'active' },
  pause: { active: 'paused' },
  resume: { paused: 'active' },
  stop: { active: 'stopped', paused: 'stopped' },
  decline: { active: 'declined' },
  complete: { active: 'completed' },
}

const NEED: Record<keyof typeof needLifecycle.moves, Partial<Record<NeedState, NeedState>>> = {
  match: { open: 'matched' },
  take_up: { open: 'taken_up', matched: 'taken_up' },
  meet: { taken_up: 'met' },
  close: { open: 'closed', matched: 'closed', taken_up: 'closed' },
}

type AdoptionMove = keyof typeof ADOPTION
const adoptionCases = (Object.keys(adoptionLifecycle.moves) as AdoptionMove[]).flatMap((event) =>
  ADOPTION_STATES.map((state) => [event, state, ADOPTION[event][state]] as const),
)

describe('an adoption', () => {
  test.each(adoptionCases)('%s in %s leads to %s', (event, state, expected) => {
    expect(adoptionLifecycle.allows(state, event)).toBe(expected !== undefined)
    if (expected) expect(adoptionLifecycle.next(state, event)).toBe(expected)
    else expect(() => adoptionLifecycle.next(state, event)).toThrow(InvalidTransition)
  })
})

type NeedMove = keyof typeof NEED
const needCases = (Object.keys(needLifecycle.moves) as NeedMove[]).flatMap((event) =>
  NEED_STATES.map((state) => [event, state, NEED[event][state]] as const),
)

describe('a need', () => {
  test.each(needCases)('%s in %s leads to %s', (event, state, expected) => {
    expect(needLifecycle.allows(state, event)).toBe(expected !== undefined)
    if (expected) expect(needLifecycle.next(state, event)).toBe(expected)
    else expect(() => needLifecycle.next(state, event)).toThrow(InvalidTransition)
  })
})
