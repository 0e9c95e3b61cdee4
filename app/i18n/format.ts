import type { TimeZone } from '#db/vocabulary.ts'
import type { Lang } from './lang.ts'

/*
 * Dates, numbers and money as the style guide writes them. Everything is computed here, nothing by Intl:
 * the same value gives the same text on every server. The three zones have fixed offsets and no summer time.
 */

const MONTHS: Record<Lang, readonly string[]> = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
const MONTHS_SHORT: Record<Lang, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const DAYS: Record<Lang, readonly string[]> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const UTC_OFFSET: Record<TimeZone, number> = { WIB: 7, WITA: 8, WIT: 9 }
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A moment, or a calendar date `2026-11-22` (also `2026-11` and `2026`) that no zone may shift. */
export type DateLike = Date | string

type CalendarDay = { year: number; month: number | undefined; day: number | undefined }

function calendarDay(value: DateLike, zone: TimeZone): CalendarDay {
  if (typeof value === 'string') {
    const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value)
    if (parts)
      return {
        year: Number(parts[1]),
        month: parts[2] ? Number(parts[2]) : undefined,
        day: parts[3] ? Number(parts[3]) : undefined,
      }
  }
  const local = inZone(value, zone)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

function inZone(value: DateLike, zone: TimeZone): Date {
  const moment = new Date(value)
  if (Number.isNaN(moment.getTime())) throw new RangeError(`Not a date: ${String(value)}`)
  return new Date(moment.getTime() + UTC_OFFSET[zone] * HOUR)
}

function writeDate({ year, month, day }: CalendarDay, months: readonly string[]): string {
  return [day, month && months[month - 1], year].filter((part) => part !== undefined).join(' ')
}

/** `22 November 2026`; a partial date stays partial (`November 2026`, `2026`). */
export function formatDate(lang: Lang, date: DateLike, zone: TimeZone = 'WIB'): string {
  return writeDate(calendarDay(date, zone), MONTHS[lang])
}

/** `22 Nov 2026`, for tables and marks. */
export function formatDateShort(lang: Lang, date: DateLike, zone: TimeZone = 'WIB'): string {
  return writeDate(calendarDay(date, zone), MONTHS_SHORT[lang])
}

/** `Minggu, 22 November 2026`. */
export function formatDayDate(lang: Lang, date: DateLike, zone: TimeZone = 'WIB'): string {
  const { year, month = 1, day = 1 } = calendarDay(date, zone)
  const name = DAYS[lang][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return `${name}, ${formatDate(lang, date, zone)}`
}

/** `10.42 WIB` (English `10:42 WIB`): always with the zone of the office concerned. */
export function formatTime(lang: Lang, date: DateLike, zone: TimeZone = 'WIB'): string {
  const local = inZone(date, zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(local.getUTCHours())}${lang === 'id' ? '.' : ':'}${two(local.getUTCMinutes())} ${zone}`
}

/** `22 Nov 2026, 10.42 WIB`. */
export function formatDateTime(lang: Lang, date: DateLike, zone: TimeZone = 'WIB'): string {
  return `${formatDateShort(lang, date, zone)}, ${formatTime(lang, date, zone)}`
}

/** The value of a `datetime` attribute: a calendar date as it is, a moment in UTC. */
export function machineDate(date: DateLike): string {
  return typeof date === 'string' ? date : date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** The calendar day of a moment, for programs: `2026-11-22`. */
export function machineDay(moment: Date, zone: TimeZone = 'WIB'): string {
  return inZone(moment, zone).toISOString().slice(0, 10)
}

/** `4.444` or `15,5` (English `4,444`, `15.5`); at most `decimals` digits, none that say nothing. */
export function formatNumber(lang: Lang, value: number, decimals = 1): string {
  const [group, point] = lang === 'id' ? ['.', ','] : [',', '.']
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(decimals).split('.')
  const fraction = rest.replace(/0+$/, '')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, group)
  const sign = value < 0 && (Number(whole) !== 0 || fraction !== '') ? '−' : ''
  return sign + digits + (fraction && point + fraction)
}

/** `15,5%` from 15.5. */
export function formatPercent(lang: Lang, percent: number): string {
  return `${formatNumber(lang, percent)}%`
}

/** `Rp1.250.000`, no space, no decimals. */
export function formatRupiah(lang: Lang, rupiah: number): string {
  return `${rupiah < 0 ? '−' : ''}Rp${formatNumber(lang, Math.abs(rupiah), 0)}`
}

const MILLIONS: Record<Lang, readonly [number, string][]> = {
  id: [
    [1e12, 'triliun'],
    [1e9, 'miliar'],
    [1e6, 'juta'],
  ],
  en: [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ],
}

/** `Rp9,5 juta`, `Rp1,2 miliar` from a million up, for running text; below that the full figure. */
export function formatRupiahShort(lang: Lang, rupiah: number): string {
  const size = Math.abs(rupiah)
  // 999.96 million would be rounded to "1.000 juta": take the larger word as soon as rounding reaches it.
  const unit = MILLIONS[lang].find(
    ([value]) => size >= value || (value > 1e6 && Math.round((size / value) * 1e4) >= 1e4),
  )
  if (!unit) return formatRupiah(lang, rupiah)
  return `${rupiah < 0 ? '−' : ''}Rp${formatNumber(lang, size / unit[0])} ${unit[1]}`
}

/** `2017–2018`, with an en dash. */
export function formatRange(from: string | number, to: string | number): string {
  return from === to ? String(from) : `${from}–${to}`
}

/** `a, b, dan c`, `a dan b` (English `a, b and c`). */
export function formatList(lang: Lang, items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  const last = items[items.length - 1]
  const rest = items.slice(0, -1).join(', ')
  if (lang === 'en') return `${rest} and ${last}`
  return items.length === 2 ? `${rest} dan ${last}` : `${rest}, dan ${last}`
}

/** A label inside a sentence: `Pengelola hub` becomes `pengelola hub`; an acronym or `WhatsApp` stays as it is. */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\S*\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

/** `90 menit` below two hours, `2 jam 30 menit` from there. */
export function formatDuration(lang: Lang, minutes: number): string {
  const [hourWord, minuteWord] = lang === 'id' ? ['jam', 'menit'] : ['h', 'min']
  if (minutes < 120) return `${minutes} ${minuteWord}`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} ${hourWord}${rest ? ` ${rest} ${minuteWord}` : ''}`
}

/** `38 KB`, `2,4 MB`. */
export function formatBytes(lang: Lang, bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(lang, Math.max(1, bytes / 1000), 0)} KB`
  return `${formatNumber(lang, bytes / 1_000_000)} MB`
}

/** Whole calendar months between two days, counted like birthdays. */
function wholeMonths(from: Date, to: Date): number {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months
}

/**
 * How long ago in words: `hari ini`, `kemarin`, `5 hari lalu`, `2 bulan lalu`, from two years `2 tahun lalu`.
 * Counts calendar days of the zone; a day to come reads `besok`, `dalam 5 hari`.
 */
export function ageInWords(lang: Lang, from: DateLike, now: DateLike, zone: TimeZone = 'WIB'): string {
  const [then, today] = [startOfDay(from, zone), startOfDay(now, zone)]
  const past = then <= today
  const [earlier, later] = past ? [then, today] : [today, then]
  const days = Math.round((later.getTime() - earlier.getTime()) / DAY)
  if (days === 0) return lang === 'id' ? 'hari ini' : 'today'
  if (days === 1) return past ? (lang === 'id' ? 'kemarin' : 'yesterday') : lang === 'id' ? 'besok' : 'tomorrow'
  const months = wholeMonths(earlier, later)
  const span =
    months < 1
      ? count(lang, days, 'hari', 'day')
      : months < 24
        ? count(lang, months, 'bulan', 'month')
        : count(lang, Math.floor(months / 12), 'tahun', 'year')
  if (past) return lang === 'id' ? `${span} lalu` : `${span} ago`
  return lang === 'id' ? `dalam ${span}` : `in ${span}`
}

function startOfDay(value: DateLike, zone: TimeZone): Date {
  const { year, month = 1, day = 1 } = calendarDay(value, zone)
  return new Date(Date.UTC(year, month - 1, day))
}

function count(lang: Lang, n: number, id: string, en: string): string {
  return lang === 'id' ? `${n} ${id}` : `${n} ${en}${n === 1 ? '' : 's'}`
}
