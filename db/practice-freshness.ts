import type { Freshness } from './vocabulary.ts'

/* How old the last word on the life of a practice is. One rule for pages, lists, letters and both search engines. */

/** How old a confirmation may be, in calendar months: up to 6 fresh, up to 12 aging, then stale. */
export const FRESH_MONTHS = 6
export const AGING_MONTHS = 12

/**
 * The age class of the last confirmation (`2026-05-22`) on a date, counted in calendar months. The day on which 6 (12)
 * months are full still counts as fresh (aging); a month too short ends on its last day.
 */
export function freshnessOn(confirmedOn: string | null, date: string): Freshness {
  if (!confirmedOn) return 'none'
  if (date <= addMonths(confirmedOn, FRESH_MONTHS)) return 'fresh'
  return date <= addMonths(confirmedOn, AGING_MONTHS) ? 'aging' : 'stale'
}

/** The date `months` later (earlier, when negative); a month too short ends on its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** The first days on which a confirmation still counts as fresh and as aging on a date. */
export function freshnessBounds(date: string): { freshFrom: string; agingFrom: string } {
  return { freshFrom: firstWithin(FRESH_MONTHS, date), agingFrom: firstWithin(AGING_MONTHS, date) }
}

/** The earliest day that is at most `months` before a date: from the last of February it is not half a year to the last of August. */
function firstWithin(months: number, date: string): string {
  let day = addMonths(date, -months)
  while (addMonths(day, months) < date)
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return day
}
