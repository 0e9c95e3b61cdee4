import type { Alert, TimeZone } from '#db/vocabulary.ts'
import { addDays, dateIn, momentIn } from '../shared/dates.ts'

/** Searches that one person may keep. */
export const MAX_SAVED_SEARCHES = 50

/** Mail about new practices goes out from this time of day, in the zone of the receiver; weekly mail on Mondays. */
const SEND_AT = '07:00'
const MONDAY = 1

/**
 * The latest moment at which mail of this rhythm was due. What was published before it waits to be told, also when
 * nobody was there to send at that moment; what came later waits for the next one. `now` in any zone.
 */
export function lastDue(alert: Exclude<Alert, 'off'>, zone: TimeZone, now: Date): Date {
  const day = dateIn(zone, now)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const step = alert === 'daily' ? 1 : 7
  const newest = alert === 'daily' ? day : addDays(day, -((weekday - MONDAY + 7) % 7))
  const due = momentIn(zone, newest, SEND_AT)
  return due <= now ? due : momentIn(zone, addDays(newest, -step), SEND_AT)
}

/**
 * Publications up to a minute older than a saved search count as later: a publication is dated when it begins, and may
 * become visible only after the person has looked.
 */
export const OVERLAP_MS = 60_000

/** One practice in a mail about new practices. */
export type DigestHit = {
  publicId: string
  title: string
  place: string
  publishedAt: string
  /** Not a first publication but another version of a text that was there. */
  isRevision: boolean
}

/** What a mail about new practices tells, made at the moment it is sent. */
export type Digest = {
  searches: { name: string; params: string; hits: DigestHit[]; more: number }[]
  practices: number
}
