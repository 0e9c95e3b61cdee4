import type { Bilingual, PracticeContent } from '#db/practice-content.ts'
import { readAmount } from './amount.ts'
import { isStorySection, type Section } from './sections.ts'

/** The fields of a form as they are posted: the same shape for stored, typed and locally kept text. */
export type FormEntries = (readonly [name: string, value: string])[]

/** A section of a practice as the fields of its form: what the editor shows, and what two savers are compared by. */
export function sectionEntries(content: PracticeContent, section: Section): FormEntries {
  if (isStorySection(section)) {
    const entries = pair('text', content.story[section])
    if (section === 'background') entries.push(...pair('problem', content.problem))
    if (section === 'implementation') entries.push(...pair('approach', content.approach))
    return entries
  }
  return ENTRIES[section](content)
}

const one = (name: string, value: string | number | null | undefined): FormEntries => [
  [name, value === null || value === undefined ? '' : String(value)],
]
const pair = (name: string, value: Bilingual): FormEntries => [
  ...one(`${name}.id`, value.id),
  ...one(`${name}.en`, value.en),
]
const many = (name: string, values: readonly (string | number)[]): FormEntries =>
  values.map((value) => [name, String(value)] as const)
const yesNo = (name: string, value: boolean | null): FormEntries =>
  one(name, value === null ? null : value ? 'yes' : 'no')

/** The columns of each list of rows, in the order in which they are asked. */
const COLUMNS = {
  innovators: ['name', 'role', 'consent'],
  results: [
    ...['indicator', 'unit', 'baseline', 'baselineOn', 'result', 'resultOn', 'period', 'women', 'men'],
    ...['withDisability', 'method', 'evidence'],
  ],
  prerequisites: ['text', 'kind'],
  costs: ['item', 'scale', 'per', 'setUp', 'yearly', 'year'],
  staffing: ['role', 'count', 'time', 'skill'],
  regulations: ['kind', 'number', 'year', 'about', 'link'],
  technologies: ['name', 'kind', 'openSource', 'shared'],
  parts: ['name', 'kind', 'note'],
  pitfalls: ['text', 'remedy'],
  awards: ['name', 'scheme', 'tier', 'year'],
} as const

type Cell = string | number | boolean | null | undefined

const written = (cell: Cell) => (typeof cell === 'boolean' ? (cell ? 'on' : '') : cell)

function table<List extends keyof typeof COLUMNS>(
  list: List,
  rows: readonly Partial<Record<(typeof COLUMNS)[List][number], Cell>>[] = [],
): FormEntries {
  const columns: readonly (typeof COLUMNS)[List][number][] = COLUMNS[list]
  return rows.flatMap((row, index) => columns.flatMap((key) => one(`${list}[${index}].${key}`, written(row[key]))))
}

const ENTRIES: Record<
  'identity' | 'classification' | 'results' | 'kit' | 'sources',
  (content: PracticeContent) => FormEntries
> = {
  identity: (c) => [
    ...one('brand', c.brand),
    ...pair('title', c.title),
    ...pair('tagline', c.tagline),
    ...one('unit', c.unit),
    ...one('level', c.level),
    ...one('startedOn', c.startedOn),
    ...one('contactEmail', c.contactEmail),
    ...one('contactRole', c.contactRole),
    ...table('innovators', c.innovators),
  ],
  classification: (c) => [
    ...one('form', c.form),
    ...one('serviceType', c.serviceType),
    ...one('roundtableTopic', c.roundtableTopic),
    ...yesNo('digital', c.digital),
    ...one('sector', c.sector),
    ...one('affair', c.affair),
    ...one('kippCategory', c.kippCategory),
    ...many('targetGroups', c.targetGroups),
    ...many('sdgs', c.sdgs),
    ...one('subjects.id', c.subjects.id.join(', ')),
    ...one('subjects.en', c.subjects.en.join(', ')),
    ...one('maturity', c.maturity),
    ...one('trialOn', c.trialOn),
    ...one('implementedOn', c.implementedOn),
  ],
  results: (c) => [...table('results', c.results), ...one('noResultsReason', c.noResultsReason)],
  kit: ({ kit }) => [
    ...table(
      'prerequisites',
      kit.prerequisites.map((text) => ({ text, kind: kit.prerequisiteKinds?.[text] })),
    ),
    ...table('costs', kit.costs),
    ...table('staffing', kit.staffing),
    ...one('staff', kit.staff),
    ...table('regulations', kit.regulations),
    ...one('legalBasis', kit.legalBasis),
    ...table('technologies', kit.technologies),
    ...one('technology', kit.technology),
    ...one('launchMin', kit.launchMin),
    ...one('launchMax', kit.launchMax),
    ...one('timeToLaunch', kit.timeToLaunch),
    ...table('parts', kit.parts),
    ...table(
      'pitfalls',
      kit.pitfalls.map((text) => ({ text, remedy: kit.remedies?.[text] })),
    ),
    ...one('licenceKind', kit.licenceKind),
    ...one('licence', kit.licence),
    ...yesNo('replicable', kit.replicable),
    ...one('hostCapacity', kit.hostCapacity),
  ],
  sources: (c) => [
    ...one('sources', c.sources.join('\n')),
    ...table('awards', c.awards),
    ...one('replicatedBy', c.replicatedBy.join('\n')),
    ...one('remarks', c.remarks),
  ],
}

const ROW = /^(\w+)\[(\d+)\]\.(\w+)$/

/** Entries as they will be stored: blank ones gone, rows numbered without gaps, figures without their dots. */
export function comparableEntries(entries: FormEntries): string {
  const rows = new Map<string, string[]>()
  const written = entries
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => {
      const [, list, index, key] = ROW.exec(name) ?? []
      if (!list || !index) return `${name}=${comparableValue(name, value)}`
      const seen = rows.get(list) ?? []
      if (!seen.includes(index)) rows.set(list, [...seen, index])
      return `${list}[${rows.get(list)!.indexOf(index)}].${key}=${comparableValue(name, value)}`
    })
  return written.sort().join('\n')
}

/** Fields that hold a whole number. */
const AMOUNT = /\.(?:setUp|yearly|count)$|^(?:launchMin|launchMax|hostCapacity)$/

function comparableValue(name: string, value: string): string {
  const text = value.replaceAll('\r\n', '\n').trim()
  return AMOUNT.test(name) ? String(readAmount(text) ?? text) : text
}

/** Whether two forms say the same. */
export function sameEntries(a: FormEntries, b: FormEntries): boolean {
  return comparableEntries(a) === comparableEntries(b)
}

/** What a form sent back (`{ text: { id: '…' }, results: [{ indicator: '…' }] }`) as fields again. */
export function entriesOfReply(value: unknown, name = ''): FormEntries {
  if (typeof value === 'string') return [[name, value]]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => entriesOfReply(item, typeof item === 'string' ? name : `${name}[${index}]`))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => entriesOfReply(item, name ? `${name}.${key}` : key))
}

/** What the form of a section carries beside the text itself. */
export const ENVELOPE = { base: 'base', ancestor: 'ancestor', writer: 'writer', seen: 'seen', next: 'then' } as const
const ENVELOPE_NAMES: ReadonlySet<string> = new Set(Object.values(ENVELOPE))
/** Before the name of a field: what was chosen for it after two people had written it. */
const CHOICE = 'choice:'

export const choiceName = (field: string) => CHOICE + field

/** Whether a field of the form is text of the section. */
export const isText = (name: string) => !ENVELOPE_NAMES.has(name) && !name.startsWith(CHOICE)

const FIELD_CHOICES = ['mine', 'theirs', 'both'] as const
export type FieldChoice = (typeof FIELD_CHOICES)[number]

/** The choices among the fields of a form, by field. */
export function choicesIn(fields: Iterable<readonly [string, unknown]>): Map<string, FieldChoice> {
  const choices = new Map<string, FieldChoice>()
  for (const [name, value] of fields) {
    const choice = FIELD_CHOICES.find((one) => one === value)
    if (choice && name.startsWith(CHOICE)) choices.set(name.slice(CHOICE.length), choice)
  }
  return choices
}

/** Entries that were written into one field as JSON; `undefined` for anything else. */
export function parseEntries(text: unknown): FormEntries | undefined {
  try {
    const entries: unknown = JSON.parse(String(text))
    return isEntries(entries) ? entries : undefined
  } catch {
    return undefined
  }
}

/** Whether a stored or posted value has the shape of entries. */
export function isEntries(value: unknown): value is FormEntries {
  const isEntry = (entry: unknown) =>
    Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
  return Array.isArray(value) && value.every(isEntry)
}

const CHOSEN = /\.(kind|scale|time|scheme|consent|openSource|shared)$/

/** Reads the fields of a form by name. */
export function formValues(entries: FormEntries) {
  return {
    one: (name: string) => entries.find(([key]) => key === name)?.[1] ?? '',
    all: (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value),
    /** Everything typed into one row, less what is only chosen. */
    row: (list: string, index: number) =>
      entries
        .filter(([name]) => name.startsWith(`${list}[${index}].`) && !CHOSEN.test(name))
        .map(([, value]) => value)
        .join(''),
    /** The numbers of the rows of a list, in their order. */
    rows: (list: string) => [
      ...new Set(entries.flatMap(([name]) => (name.startsWith(`${list}[`) ? [Number(ROW.exec(name)?.[2])] : []))),
    ],
  }
}

export type FormValues = ReturnType<typeof formValues>
