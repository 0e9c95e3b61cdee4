/* Lists of two records as one list: entries are recognised by what they say. */

type Row = Readonly<Record<string, unknown>>

/** Nothing was written: absent, empty, or made of nothing but blanks. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object') return false
  return Object.values(value).every(isBlank)
}

/** What a value says, whatever order its parts are stored in; `anyOrder`: nor the order of its lists. */
export function canonical(value: unknown, anyOrder = false): string {
  if (isBlank(value)) return ''
  if (Array.isArray(value)) {
    const entries = value.filter((entry) => !isBlank(entry)).map((entry) => canonical(entry, anyOrder))
    return `[${(anyOrder ? entries.sort() : entries).join()}]`
  }
  if (typeof value !== 'object') return JSON.stringify(typeof value === 'string' ? value.trim() : value)
  const parts = Object.entries(value as object).filter(([, part]) => !isBlank(part))
  return `{${parts
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${key}:${canonical(part, anyOrder)}`)
    .join()}}`
}

/** A text as one would recognise it: letter case, spaces, the end of a sentence and the form of a link do not count. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[./,;]+$/u, '')
}

/** The column that says what a row is about; rows that differ there are two rows. */
const ABOUT = ['indicator', 'item', 'role', 'about', 'name', 'text']

/** Said of a person: who agreed in one record only has not agreed. */
const CONSENT = 'consent'

/** Whether two entries are the same one: texts by their words, files by their bytes, rows when no cell contradicts. */
export function sameEntry(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b)
  if (!isRow(a) || !isRow(b)) return a === b
  if ('sha256' in a && 'sha256' in b) return a.sha256 === b.sha256
  const about = ABOUT.filter((key) => key in a || key in b)
  if (!about.some((key) => !isBlank(a[key]) && !isBlank(b[key]))) return canonical(a) === canonical(b)
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => key === CONSENT || isBlank(a[key]) || isBlank(b[key]) || sameCell(a[key], b[key]),
  )
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const sameCell = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' ? plain(a) === plain(b) : canonical(a) === canonical(b)

/**
 * The entries of the first list, then those of the second that are not among them. A row that stands in both gets the
 * cells that it lacks. Lists in two languages are united language by language.
 */
export function unionOf(mine: unknown, theirs: unknown): unknown {
  if (!Array.isArray(mine) && !Array.isArray(theirs)) {
    if (!isRow(mine) || !isRow(theirs)) return mine ?? theirs
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    return Object.fromEntries(keys.map((key) => [key, unionOf(mine[key], theirs[key])]))
  }
  const united: unknown[] = []
  for (const entry of [...asList(mine), ...asList(theirs)]) {
    const at = united.findIndex((one) => sameEntry(one, entry))
    if (at < 0) united.push(entry)
    else united[at] = filled(united[at], entry)
  }
  return united.every((entry) => typeof entry === 'number') ? united.sort((a, b) => a - b) : united
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function filled(mine: unknown, theirs: unknown): unknown {
  if (!isRow(mine) || !isRow(theirs) || 'sha256' in mine) return mine
  const lacking = Object.entries(theirs).filter(([key, value]) => isBlank(mine[key]) && !isBlank(value))
  if (CONSENT in mine && theirs[CONSENT] !== mine[CONSENT]) lacking.push([CONSENT, false])
  return lacking.length > 0 ? { ...mine, ...Object.fromEntries(lacking) } : mine
}
