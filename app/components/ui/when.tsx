import {
  ageInWords,
  type DateLike,
  formatDate,
  formatDateShort,
  formatDateTime,
  formatDayDate,
  machineDate,
} from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { TimeZone } from '#db/vocabulary.ts'

type WhenProps = {
  at: DateLike
  /** `short` for tables and marks, `long` for sentences, `day` with the weekday, `time` with the time of day. */
  as?: 'short' | 'long' | 'day' | 'time'
  /** The zone of the office concerned. */
  zone?: TimeZone
}

const WRITE = { short: formatDateShort, long: formatDate, day: formatDayDate, time: formatDateTime }

/** A date that people and programs can read. */
export function When({ at, as = 'short', zone }: WhenProps) {
  const lang = useLang()
  return <time dateTime={machineDate(at)}>{WRITE[as](lang, at, zone)}</time>
}

/** "2 bulan lalu", with the exact date for programs; only beside or above an exact date. */
export function Age({ at, now, zone }: { at: DateLike; now: DateLike; zone?: TimeZone }) {
  const lang = useLang()
  return <time dateTime={machineDate(at)}>{ageInWords(lang, at, now, zone)}</time>
}
