import { addMonths, FRESH_MONTHS } from '#db/practice-freshness.ts'
import type { LifeStatus } from '#db/vocabulary.ts'

/*
 * "Is it still running?": asked when the last word is half a year old, again after two weeks, three times in all; then
 * the hub has to ask by other ways. Answering is an assertion of the owner, which the hub confirms.
 */

export const LETTERS_A_ROUND = 3
export const DAYS_BETWEEN_LETTERS = 14
/** How long the link of a question can be answered. */
export const LINK_DAYS = 60
/** A hub that sends by hand does not write twice a day. */
const HOURS_BETWEEN_LETTERS_BY_HAND = 20

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What can be answered with two taps. */
export const LIFE_ANSWERS = ['steady', 'growing', 'constrained', 'stopped'] as const satisfies LifeStatus[]
export type LifeAnswer = (typeof LIFE_ANSWERS)[number]

export const linkExpiry = (now: Date) => new Date(now.getTime() + LINK_DAYS * DAY)

/** Where a practice stands between two words on its life. */
export type LifeRound = {
  lifeStatus: LifeStatus
  /** The day of the last word, or of the publication. */
  roundOn: string
  /** The owner has said something that the hub has not answered yet. */
  isAnswered: boolean
  /** Letters of this round: the number of the last one, and when it left. */
  letters: number
  lastLetterAt: Date | null
}

/** Whether half a year has passed since the last word (`today` is the date in Jakarta); what stopped is not asked again. */
export function isDue({ lifeStatus, roundOn, isAnswered }: LifeRound, today: string): boolean {
  return !isAnswered && lifeStatus !== 'stopped' && today > addMonths(roundOn, FRESH_MONTHS)
}

/** The number of the letter that the schedule sends now; null while it waits or has sent them all. */
export function nextLetter(round: LifeRound, today: string, now: Date): number | null {
  if (!isDue(round, today) || round.letters >= LETTERS_A_ROUND) return null
  return isPast(round.lastLetterAt, DAYS_BETWEEN_LETTERS * DAY, now) ? round.letters + 1 : null
}

/** Whether all letters of a round went unanswered: from then on it is a task of the hub. */
export function isSilent(round: LifeRound, today: string, now: Date): boolean {
  return (
    isDue(round, today) &&
    round.letters >= LETTERS_A_ROUND &&
    isPast(round.lastLetterAt, DAYS_BETWEEN_LETTERS * DAY, now)
  )
}

/** Whether a person may ask now, due or not. */
export function mayAskByHand({ isAnswered, lastLetterAt }: LifeRound, now: Date): boolean {
  return !isAnswered && isPast(lastLetterAt, HOURS_BETWEEN_LETTERS_BY_HAND * HOUR, now)
}

const isPast = (moment: Date | null, wait: number, now: Date) =>
  moment === null || now.getTime() - moment.getTime() >= wait

/** Who the letter goes to: the role mailbox of the owner; the last letter, and any where it takes none, to the admins. */
export function receiverOf(number: number, contact: ContactState): 'contact' | 'admins' {
  return contact === 'ok' && number < LETTERS_A_ROUND ? 'contact' : 'admins'
}

/** Whether letters reach the contact: there is none, it refuses them, or it belongs to a person who left the owner. */
export const CONTACT_STATES = ['ok', 'none', 'dead', 'left'] as const
export type ContactState = (typeof CONTACT_STATES)[number]

export type QuestionState = 'open' | 'answered' | 'settled' | 'expired' | 'gone'

/** Where the link of a question stands. `settled`: somebody answered by another way meanwhile. */
export function questionState(
  question: { answeredAt: Date | null; expiresAt: Date; roundOn: string },
  practice: { isPublished: boolean; isAnswered: boolean; lifeConfirmedOn: string | null },
  now: Date,
): QuestionState {
  if (!practice.isPublished) return 'gone'
  if (question.answeredAt) return 'answered'
  if (practice.isAnswered || (practice.lifeConfirmedOn ?? '') > question.roundOn) return 'settled'
  return question.expiresAt <= now ? 'expired' : 'open'
}
