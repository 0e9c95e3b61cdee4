import type { ActionState, Obstacle, SessionState } from '#db/vocabulary.ts'
import { daysBetween } from '../shared/dates.ts'
import { defineLifecycle } from '../shared/transition.ts'

/**
 * The life of a coaching session. Who may do what stands in coaching.policy.ts: the mentor writes, the coached side
 * confirms or disputes, the hub manager locks. A confirmed session never changes again, except that it is locked.
 */
export const sessionLifecycle = defineLifecycle<
  SessionState,
  'replan' | 'record' | 'confirm' | 'dispute' | 'correct' | 'lock'
>({
  replan: { from: ['planned'], to: 'planned' },
  record: { from: ['planned'], to: 'held' },
  confirm: { from: ['held', 'disputed'], to: 'confirmed' },
  dispute: { from: ['held'], to: 'disputed' },
  correct: { from: ['held', 'disputed'], to: 'held' },
  lock: { from: ['confirmed'], to: 'locked' },
})
export type SessionEvent = keyof typeof sessionLifecycle.moves

/** The life of an action item. It may be finished without having been started first. */
export const actionLifecycle = defineLifecycle<ActionState, 'start' | 'finish' | 'verify'>({
  start: { from: ['open'], to: 'in_progress' },
  finish: { from: ['open', 'in_progress'], to: 'done' },
  verify: { from: ['done'], to: 'verified' },
})
export type ActionEvent = keyof typeof actionLifecycle.moves

/** States in which somebody still has to do what was agreed. */
export const UNFINISHED_ACTIONS: readonly ActionState[] = ['open', 'in_progress']

/** At most so many action items are agreed in one session. */
export const MAX_ACTION_ITEMS = 10

/** Days after which an action item is overdue, 0 or less while it is not: the due date itself still counts as in time. */
export function daysOverdue(item: { state: ActionState; dueOn: string }, today: string): number {
  if (!UNFINISHED_ACTIONS.includes(item.state)) return 0
  return Math.max(0, daysBetween(item.dueOn, today))
}

/** Days without a session after which a district should be visited soon, and after which it is late. */
export const CONTACT_DAYS = { soon: 45, late: 60 } as const

export type Contact = 'plan' | 'soon' | 'late'

/** How a district stands by the days since its last session; a district that was never coached is late. */
export function contactOf(days: number | null): Contact {
  if (days === null || days > CONTACT_DAYS.late) return 'late'
  return days > CONTACT_DAYS.soon ? 'soon' : 'plan'
}

/** Whether an assignment holds on a date: from its first day up to the day before `endsOn`. */
export function covers(assignment: { startsOn: string; endsOn: string | null }, date: string): boolean {
  return assignment.startsOn <= date && (assignment.endsOn === null || date < assignment.endsOn)
}

/** Letters and digits that cannot be mistaken for one another on a screen, on paper or on the telephone. */
const RECEIPT_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECEIPT_BYTES_LIMIT = 256 - (256 % RECEIPT_ALPHABET.length)

/** `S-XXXX-XXXX` out of random bytes; `undefined` when too few of them are usable without bias (16 bytes suffice in practice). */
export function receiptFrom(bytes: Uint8Array): string | undefined {
  const letters = [...bytes]
    .filter((byte) => byte < RECEIPT_BYTES_LIMIT)
    .slice(0, 8)
    .map((byte) => RECEIPT_ALPHABET[byte % RECEIPT_ALPHABET.length])
  return letters.length === 8 ? `S-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}` : undefined
}

/** The first and last day of the semester of a date: January to June, July to December. */
export function semesterOf(date: string): { from: string; to: string } {
  const year = date.slice(0, 4)
  return date.slice(5, 7) <= '06'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` }
}

/** A count of people as others than the pair may read it: below five it is not told (`null`), so that nobody is recognised. */
export function publicCount(count: number): number | null {
  return count > 0 && count < 5 ? null : count
}

/** What the mentor wrote, as opposed to what happened to it since. */
export type SessionContent = {
  agencyId: string
  adoptionId: string | null
  mode: string
  channel: string
  startsAt: Date
  durationMinutes: number
  travelMinutes: number | null
  unit: string | null
  purpose: string | null
  topics: readonly string[]
  women: number
  men: number
  withDisability: number
  findings: string | null
  advice: string | null
  adviceReusable: boolean
  obstacles: readonly string[]
  obstacleNote: string | null
  nextOn: string | null
  visibility: string
}

/** The log of a visit that is only planned. */
export const NOTHING_LOGGED = {
  women: 0,
  men: 0,
  withDisability: 0,
  findings: null,
  advice: null,
  adviceReusable: false,
  obstacles: [] as Obstacle[],
  obstacleNote: null,
  nextOn: null,
  visibility: 'pair',
} as const satisfies Partial<SessionContent>

/** What was agreed, as the mentor wrote it. */
export type Agreed = { what: string; who: string; dueOn: string }

/** Whether two logs say the same: the second sending of a form is told from a form that was changed in between. */
export function saysTheSame(
  a: SessionContent,
  b: SessionContent,
  itemsOfA: readonly Agreed[] = [],
  itemsOfB: readonly Agreed[] = [],
): boolean {
  return fingerprint(a, itemsOfA) === fingerprint(b, itemsOfB)
}

function fingerprint(c: SessionContent, items: readonly Agreed[]): string {
  return JSON.stringify([
    [c.agencyId, c.adoptionId, c.mode, c.channel, c.startsAt.toISOString(), c.durationMinutes, c.travelMinutes],
    [c.unit, c.purpose, [...c.topics].sort(), c.women, c.men, c.withDisability, c.findings, c.advice, c.adviceReusable],
    [[...c.obstacles].sort(), c.obstacleNote, c.nextOn, c.visibility],
    items.map(({ what, who, dueOn }) => [what, who, dueOn]),
  ])
}
