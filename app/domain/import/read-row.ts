import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { ImportIssue } from '#db/import-rows.ts'
import type { PracticeContent, ResultLine } from '#db/practice-content.ts'
import { AFFAIRS, SECTORS, type Sector, STORY_SECTIONS, type StorySection, WORD_CAPS } from '#db/vocabulary.ts'
import { countWords, emptyContent } from '../practice/sections.ts'
import { hasIdNumber } from '../shared/personal-data.ts'
import { type FoundAgency, nearest } from './agency-names.ts'
import {
  type ColumnKey,
  type Columns,
  MOST_RESULTS,
  type ResultColumn,
  type ResultPart,
  type SingleColumn,
} from './columns.ts'
import { addressesIn, emailIn, folded, goalsIn, partialDate, valueNamed, yesOrNo } from './values.ts'

const LINE = 300
const PARAGRAPH = 2_000
const STORY = 20_000
const MOST_ENTRIES = 60
const LONGEST_ID = 100

export type ReadRow = {
  issues: ImportIssue[]
  agencyId: string | null
  externalId: string | null
  /** `null` when the row has errors. */
  content: PracticeContent | null
}

type Input = { cells: readonly string[]; formulas: readonly number[]; columns: Columns }

/**
 * Turns a row of a sheet into the text of a draft, and says what is wrong with which cell. Cells are text and stay as they
 * are written, also when they begin like a formula.
 */
export function readRow(
  { cells, formulas, columns }: Input,
  findAgency: (name: string, regionCode: string) => FoundAgency,
  ownAgency: string | null,
): ReadRow {
  const issues: ImportIssue[] = []
  const at = (key: ColumnKey) => columns.indexOf(key)
  const cell = (key: ColumnKey) => clean(cells[at(key)] ?? '')
  const tell =
    (level: ImportIssue['level']) =>
    (key: ColumnKey, message: string, ...args: string[]) => {
      const column = at(key)
      issues.push({ level, column: column < 0 ? null : column, message, ...(args.length > 0 && { args }) })
    }
  const [error, warn] = [tell('error'), tell('warning')]

  const line = (key: ColumnKey, max = LINE): string | null => {
    const value = cell(key).replace(/\s*\n\s*/g, ' ')
    if (value.length > max) error(key, 'tooLong', String(max), String(value.length))
    return value || null
  }
  const text = (key: ColumnKey, max: number): string | null => {
    const value = cell(key)
    if (value.length > max) error(key, 'tooLong', String(max), String(value.length))
    return value || null
  }
  const choice = <K extends 'sector' | 'affair' | 'kippCategory' | 'form' | 'maturity'>(key: K) => {
    const value = cell(key)
    if (value === '') return null
    const named = valueNamed(key, value)
    if (named === undefined) error(key, 'notInList', ...suggested(value, key))
    return named ?? null
  }
  const several = <T>(key: SingleColumn, read: (entry: string) => T | undefined, list: 'targetGroup' | null): T[] => {
    const found = new Set<T>()
    for (const entry of entriesOf(cell(key))) {
      const value = read(entry)
      if (value === undefined) error(key, 'notInList', ...(list ? suggested(entry, list) : [entry]))
      else found.add(value)
    }
    return [...found]
  }

  for (const column of formulas) {
    const key = columns[column]
    if (key && (cells[column] ?? '') === '') error(key, 'formulaWithoutResult')
    else if (key) warn(key, 'formula')
  }
  const faulty = cells.findIndex(
    (value, index) => columns[index] && /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/.test(value),
  )
  if (faulty >= 0) error(columns[faulty]!, 'cellError', cells[faulty] ?? '')

  const brand = line('brand')
  if (!brand) error('brand', 'required')
  const affair = choice('affair')
  const content = emptyContent(brand ?? '', sectorOf())
  content.title = { id: line('titleId'), en: line('titleEn') }
  content.tagline = { id: line('taglineId', 600), en: line('taglineEn', 600) }
  content.unit = line('unit')
  content.affair = affair
  content.kippCategory = choice('kippCategory')
  content.form = choice('form')
  content.maturity = choice('maturity')
  content.digital = digitalOf()
  content.targetGroups = several('targetGroups', (entry) => valueNamed('targetGroup', entry), 'targetGroup')
  content.sdgs = goalsOf()
  content.subjects = { id: entriesOf(cell('subjects')).slice(0, MOST_ENTRIES), en: [] }
  content.startedOn = dateOf()
  content.contactEmail = emailOf()
  content.problem = { id: text('problem', PARAGRAPH), en: null }
  content.approach = { id: text('approach', PARAGRAPH), en: null }
  for (const section of STORY_SECTIONS) content.story[section] = { id: storyOf(section), en: null }
  content.results = resultsOf()
  content.awards = entriesOf(cell('awards'), /[;\n]/).map(awardOf)
  content.replicatedBy = entriesOf(cell('replicatedBy'), /[;\n]/).slice(0, MOST_ENTRIES)
  content.sources = sourcesOf()

  const agency = agencyOf()
  const externalId = externalIdOf()
  if (cells.some((value, index) => columns[index] && columns[index] !== 'externalId' && hasIdNumber(value))) {
    error('brand', 'idNumber')
  }
  const isSound = !issues.some(({ level }) => level === 'error')
  return { issues, agencyId: agency, externalId, content: isSound ? content : null }

  function sectorOf(): Sector {
    const named = choice('sector')
    if (named || cell('sector') !== '') return named ?? 'lainnya'
    const byAffair = affair && SECTOR_OF_AFFAIR[affair]
    if (!byAffair) warn('sector', 'sectorGuessed')
    return byAffair ?? 'lainnya'
  }

  function digitalOf(): boolean | null {
    const value = cell('digital')
    if (value === '') return null
    const answer = yesOrNo(value)
    if (answer === undefined) error('digital', 'yesOrNo', value)
    return answer ?? null
  }

  function goalsOf(): number[] {
    const value = cell('sdgs')
    if (value === '') return []
    const goals = goalsIn(value)
    if (!goals) error('sdgs', 'goals', value)
    return goals ?? []
  }

  function dateOf(): string | null {
    const value = cell('startedOn')
    if (value === '') return null
    const date = partialDate(value)
    if (!date) error('startedOn', 'date', value)
    return date ?? null
  }

  function emailOf(): string | null {
    const value = cell('contactEmail')
    if (value === '') return null
    const email = emailIn(value)
    if (email !== value.toLowerCase()) error('contactEmail', 'email', value)
    return email ?? null
  }

  function storyOf(section: StorySection): string | null {
    // JIPPNas keeps the goal apart from the background; the form of KIPP has them together.
    const parts = section === 'background' ? [text(section, STORY), text('goal', STORY)] : [text(section, STORY)]
    const whole = parts.filter(Boolean).join('\n\n') || null
    const words = countWords(whole)
    if (words > WORD_CAPS[section]) warn(section, 'overCap', String(WORD_CAPS[section]), String(words))
    return whole
  }

  function resultsOf(): ResultLine[] {
    return Array.from({ length: MOST_RESULTS }, (_, i) => i + 1).flatMap((number) => {
      const value = (key: ResultPart, max = LINE) => line(`${key}:${number}` as ResultColumn, max)
      const result: ResultLine = {
        indicator: value('indicator') ?? '',
        unit: value('unit', 80),
        baseline: value('baseline'),
        result: value('result'),
        period: value('period'),
        method: value('method', 600),
      }
      if (result.indicator) return [result]
      if (Object.values(result).some(Boolean)) error(`indicator:${number}` as ResultColumn, 'indicatorNeeded')
      return []
    })
  }

  function sourcesOf(): string[] {
    const values = columns.flatMap((key, index) => (key === 'sources' ? [clean(cells[index] ?? '')] : []))
    const found = values.flatMap(addressesIn)
    for (const value of values) {
      if (value !== '' && addressesIn(value).length === 0) warn('sources', 'noLink', value.slice(0, 80))
    }
    return [...new Set(found)].slice(0, MOST_ENTRIES)
  }

  function agencyOf(): string | null {
    const [name, code] = [cell('agency'), cell('regionCode')]
    if (name === '' && code === '') {
      if (!ownAgency) error('agency', 'required')
      return ownAgency
    }
    const found = findAgency(name, code)
    if (found.kind === 'found') return found.agency.id
    if (found.kind === 'outside') error('agency', 'agencyOutside', found.agency.name)
    else if (found.kind === 'ambiguous') error('agency', 'agencyAmbiguous', name)
    else error('agency', found.nearest ? 'agencyNearest' : 'agencyUnknown', name || code, found.nearest ?? '')
    return null
  }

  function externalIdOf(): string | null {
    const value = cell('externalId').replace(/\s+/g, ' ')
    if (value.length > LONGEST_ID) error('externalId', 'tooLong', String(LONGEST_ID), String(value.length))
    if (value !== '') return value
    if (!brand) return null
    // Without a number of its own, a record is known by its name.
    warn('externalId', 'knownByName')
    return `nama:${folded(brand)}`.slice(0, LONGEST_ID)
  }
}

/** Text as it is meant: one kind of line break, no unseen signs, no spaces around. */
function clean(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\u200b-\u200f\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

function entriesOf(value: string, by = /[;\n]|,(?!\d)/): string[] {
  const entries = value
    .split(by)
    .map((entry) => entry.trim())
    .filter(Boolean)
  return [...new Set(entries)]
}

/** `Top 45 KIPP 2021` → name and year. */
function awardOf(entry: string): { name: string; year: number | null } {
  const year = /\b((?:19|20)\d{2})\b/.exec(entry)?.[1]
  return { name: entry.slice(0, LINE), year: year ? Number(year) : null }
}

/** The value and, where one comes near, the entry of the list that was meant. */
function suggested(value: string, list: 'sector' | 'affair' | 'kippCategory' | 'form' | 'maturity' | 'targetGroup') {
  const near = nearest(value, Object.values(vocabularyText('id')[list]))
  return near ? [value, near] : [value]
}

/** Sectors that follow from the affair: those of the same name, and a few more. */
const SECTOR_OF_AFFAIR: Partial<Record<(typeof AFFAIRS)[number], Sector>> = {
  ...Object.fromEntries(
    AFFAIRS.filter((affair) => (SECTORS as readonly string[]).includes(affair)).map((affair) => [affair, affair]),
  ),
  'adminduk-capil': 'administrasi-kependudukan',
  'pekerjaan-umum-penataan-ruang': 'pekerjaan-umum-perumahan',
  'perumahan-permukiman': 'pekerjaan-umum-perumahan',
  'pemberdayaan-perempuan-anak': 'perlindungan-perempuan-anak',
  pangan: 'pertanian-ketahanan-pangan',
  pertanian: 'pertanian-ketahanan-pangan',
  pertanahan: 'tata-ruang-pertanahan',
  'pemberdayaan-masyarakat-desa': 'pemerintahan-desa',
  'komunikasi-informatika': 'komunikasi-informasi-publik',
  'koperasi-ukm': 'perdagangan-umkm',
  perdagangan: 'perdagangan-umkm',
  'penanaman-modal': 'perizinan',
  'tenaga-kerja': 'ketenagakerjaan',
  'fungsi-penunjang': 'aparatur-tata-kelola',
}
