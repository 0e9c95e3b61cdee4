import type { TimeZone } from '#db/vocabulary.ts'

const OFFSET_HOURS: Record<TimeZone, number> = { WIB: 7, WITA: 8, WIT: 9 }

/** The calendar date (`2026-11-22`) in an Indonesian time zone. */
export function dateIn(zone: TimeZone, moment: Date): string {
  return new Date(moment.getTime() + OFFSET_HOURS[zone] * 3_600_000).toISOString().slice(0, 10)
}

/** The time of day (`09:30`) in an Indonesian time zone. */
export function timeIn(zone: TimeZone, moment: Date): string {
  return new Date(moment.getTime() + OFFSET_HOURS[zone] * 3_600_000).toISOString().slice(11, 16)
}

/** Today's date as offices in Jakarta write it; periods of membership and assignment are counted by it. */
export function today(now: Date): string {
  return dateIn('WIB', now)
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  const d = new Date(`${date}T00:00:00Z`)
  d.setUTCDate(d.getUTCDate() + days)
  return d.toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The moment of a local date and time (`09:30`) in an Indonesian time zone. */
export function momentIn(zone: TimeZone, date: string, time: string): Date {
  return new Date(Date.parse(`${date}T${time}:00Z`) - OFFSET_HOURS[zone] * 3_600_000)
}

/** The next moment at which a day begins in one of the Indonesian time zones. */
export function nextMidnight(now: Date): Date {
  const starts = Object.values(OFFSET_HOURS).map((hours) => {
    const local = now.getTime() + hours * 3_600_000
    return now.getTime() + 86_400_000 - (local % 86_400_000)
  })
  return new Date(Math.min(...starts))
}
