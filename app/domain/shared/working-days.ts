import { addDays } from './dates.ts'
import { PUBLIC_HOLIDAYS } from './public-holidays.ts'

/** Whether offices work on a date (`2026-11-22`): no weekend, no public holiday, no joint leave. Unknown years: weekends only. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  const year = PUBLIC_HOLIDAYS[Number(date.slice(0, 4))]
  return !year || !(date in year.holidays || year.jointLeave.includes(date))
}

/**
 * The date that many working days after a date; the date itself does not count, as in administrative law (UU 30/2014
 * counts from the day after). Zero days: the date itself. Negative: before it.
 */
export function addWorkingDays(date: string, days: number): string {
  const step = days < 0 ? -1 : 1
  let at = date
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string): number {
  const [start, end, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  let count = 0
  for (let at = addDays(start, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(at)) count++
  return count === 0 ? 0 : sign * count
}
