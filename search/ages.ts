import { freshnessBounds } from '#db/practice-freshness.ts'
import { FRESHNESS, type Freshness } from '#db/vocabulary.ts'

/*
 * The facet `age` is the only one whose values move with the calendar: documents keep the day of the last word, and its
 * class is told when somebody asks.
 */

/** 20240131: a date that sorts as a number. */
export const dayNumber = (date: string) => Number(date.slice(0, 10).replaceAll('-', ''))

const dateOf = (day: number) => `${String(day).slice(0, 4)}-${String(day).slice(4, 6)}-${String(day).slice(6, 8)}`

/** The date in Jakarta, by which ages are counted everywhere. */
export const todayNumber = () => dayNumber(new Date(Date.now() + 7 * 3_600_000).toISOString())

/** The first days of the classes `fresh` and `aging` on a day. */
export type Ages = { freshFrom: number; agingFrom: number }

export function agesOn(today: number): Ages {
  const { freshFrom, agingFrom } = freshnessBounds(dateOf(today))
  return { freshFrom: dayNumber(freshFrom), agingFrom: dayNumber(agingFrom) }
}

/** What documents say in the facet: the day of the last confirmation, `0` where nobody ever confirmed. */
export const ageValue = (confirmedOn: string | null) => (confirmedOn === null ? '0' : String(dayNumber(confirmedOn)))

/** The class of such a value. */
export function ageOf(value: string, { freshFrom, agingFrom }: Ages): Freshness {
  const day = Number(value)
  if (day === 0) return 'none'
  if (day >= freshFrom) return 'fresh'
  return day >= agingFrom ? 'aging' : 'stale'
}

export const isFreshness = (value: string): value is Freshness => (FRESHNESS as readonly string[]).includes(value)
