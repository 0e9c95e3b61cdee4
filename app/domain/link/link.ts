import type { LinkState } from '#db/vocabulary.ts'

/** What an address outside the site answered. `isGone`: it says itself that there is nothing (any more). */
export type LinkAnswer =
  | { kind: 'fine'; answer: string }
  | { kind: 'gone'; answer: string }
  | { kind: 'silent'; answer: string }

export type KnownLink = { failures: number; failingSince: Date | null }

export type CheckedLink = {
  state: LinkState
  answer: string
  checkedAt: Date
  failingSince: Date | null
  failures: number
  dueAt: Date
}

const DAY = 86_400_000
/** Days until an address is asked again. */
const AGAIN: Record<LinkState, number> = { fine: 30, failing: 1, dead: 7 }

/** An address is called dead when it said so twice, or was silent four times in a row, a day apart. */
const FAILURES: Record<'gone' | 'silent', number> = { gone: 2, silent: 4 }

/** What is known of an address after it was asked once more. */
export function checkedLink(known: KnownLink | undefined, { kind, answer }: LinkAnswer, now: Date): CheckedLink {
  const checked = { answer, checkedAt: now }
  if (kind === 'fine') return { ...checked, state: 'fine', failures: 0, failingSince: null, dueAt: later(now, 'fine') }
  const failures = (known?.failures ?? 0) + 1
  const state = failures >= FAILURES[kind] ? 'dead' : 'failing'
  return { ...checked, state, failures, failingSince: known?.failingSince ?? now, dueAt: later(now, state) }
}

const later = (now: Date, state: LinkState) => new Date(now.getTime() + AGAIN[state] * DAY)

/** Below this number silence may be chance. */
const ENOUGH = 5

/** When none of several addresses answers, it is this machine that has no way out: nothing is held against them. */
export function isOwnSilence(answers: readonly LinkAnswer[]): boolean {
  return answers.length >= ENOUGH && answers.every(({ kind }) => kind === 'silent')
}

/** What a status says of an address. One that will not talk to programs is there all the same. */
export function answerOf(status: number): LinkAnswer {
  const answer = String(status)
  if (status === 404 || status === 410) return { kind: 'gone', answer }
  if (status >= 500) return { kind: 'silent', answer }
  return { kind: 'fine', answer }
}
