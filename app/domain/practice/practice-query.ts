import { z } from 'zod'
import type { PracticeContent } from '#db/practice-content.ts'
import {
  COST_BANDS,
  EVIDENCE_LEVELS,
  FORMS,
  FRESHNESS,
  LAUNCH_BANDS,
  type Language,
  LICENCES,
  LIFE_STATUSES,
  MATURITIES,
  SDGS,
  SECTORS,
  TARGET_GROUPS,
} from '#db/vocabulary.ts'
import type { Facet, Filters, PracticeQuery, Sort } from '#search/engine.ts'
import type { UnderstandingPart } from '#search/language/understand.ts'
import { PUBLIC_ID } from './practice.ts'

/*
 * The address of a search is its whole state. One reading serves the page, which quietly brings everything into bounds,
 * and the programming interface, which refuses what it had to change.
 */

/** The filters in the order in which they are offered; their names are those of the URL. */
export const FILTERS = [
  'life',
  'age',
  'sector',
  'province',
  'district',
  'group',
  'evidence',
  'cost',
  'launch',
  'licence',
  'year',
  'award',
  'form',
  'maturity',
  'sdg',
  'hub',
] as const satisfies readonly Facet[]

export const SORT_CHOICES = [
  'relevance',
  'newest',
  'adopted',
  'confirmed',
  'nearest',
  'cheapest',
] as const satisfies readonly Sort[]

/** What the reader can take back of the understanding of the words. */
export const WITHOUT_CHOICES = ['spelling', 'synonyms', 'places'] as const satisfies readonly UnderstandingPart[]

/** Years are offered five by five; each group is one value in the URL. */
export const YEAR_GROUPS = ['2021-2025', '2016-2020', '2011-2015', '2006-2010', '1950-2005'] as const

export const MAX_WORDS_LENGTH = 500
const MAX_PAGE = 10_000
export const MAX_LIMIT = 100
const MAX_VALUES = 50
const DEFAULT_LIMIT = 20
/** Practices that stand side by side. */
export const MAX_COMPARED = 4
/** Practices of the pages before that an address remembers. */
const MAX_SEEN = 60

export type SearchState = Omit<PracticeQuery, 'lang'> & {
  /** Public ids that were chosen for comparing, kept from page to page. */
  compare: readonly string[]
}

/** Why a parameter could not be used as it was given. */
export type QueryProblem = {
  parameter: string
  code: 'not_a_number' | 'out_of_range' | 'repeated' | 'too_long' | 'too_many' | 'unknown_value' | 'unreadable'
}

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[+-]?\d{1,15}$/, 'not_a_number')
    .transform(Number)
    .pipe(z.number().min(1, 'out_of_range').max(most, 'out_of_range'))

const oneOf = (words: readonly [string, ...string[]]) => z.enum(words, 'unknown_value')
const YEAR = /^(?:19[5-9]\d|20\d\d|2100)$/

const FILTER_VALUE: Record<Facet, z.ZodType<string>> = {
  life: oneOf(LIFE_STATUSES),
  age: oneOf(FRESHNESS),
  sector: oneOf(SECTORS),
  form: oneOf(FORMS),
  group: oneOf(TARGET_GROUPS),
  maturity: oneOf(MATURITIES),
  evidence: oneOf(EVIDENCE_LEVELS.map(String) as [string, ...string[]]),
  cost: oneOf(COST_BANDS),
  launch: oneOf(LAUNCH_BANDS),
  licence: oneOf(LICENCES),
  sdg: oneOf(SDGS.map(String) as [string, ...string[]]),
  hub: z.string().regex(/^[a-z0-9-]{1,80}$/, 'unknown_value'),
  province: z.string().regex(/^\d{2}$/, 'unknown_value'),
  district: z.string().regex(/^\d{2}\.\d{2}$/, 'unknown_value'),
  year: z
    .string()
    .refine((value) => YEAR.test(value) || (YEAR_GROUPS as readonly string[]).includes(value), 'unknown_value'),
  award: z.string().regex(/^[a-z0-9-]{1,40}$/, 'unknown_value'),
}

/** Control characters, and what stands for bytes that were no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/gu

/** Reads a search from the parameters of an address: always a usable state, and what had to be changed for it. */
export function readSearch(params: URLSearchParams): { state: SearchState; problems: QueryProblem[] } {
  const problems: QueryProblem[] = []
  const report = (parameter: string, code: string): undefined => {
    problems.push({ parameter, code: code as QueryProblem['code'] })
  }

  const single = (name: string): string | undefined => {
    const values = params.getAll(name)
    if (values.length > 1) report(name, 'repeated')
    return values[0]
  }
  const checked = <T>(name: string, schema: z.ZodType<T>, value: string | undefined): T | undefined => {
    if (value === undefined || value === '') return undefined
    const parsed = schema.safeParse(value)
    return parsed.success ? parsed.data : report(name, parsed.error.issues[0]?.message ?? 'unknown_value')
  }
  const within = (name: string, most: number, otherwise: number): number => {
    const value = single(name)
    const number = checked(name, wholeNumber(most), value)
    if (number !== undefined) return number
    // Too large a number means the end, anything else the beginning.
    return Number(value) > most ? most : otherwise
  }
  const words = () => {
    const typed = single('q') ?? ''
    const readable = typed.replace(UNREADABLE, ' ')
    if (readable !== typed) report('q', 'unreadable')
    const clean = readable.trim()
    if (clean.length > MAX_WORDS_LENGTH) report('q', 'too_long')
    // Cutting may split a character that takes two units.
    return clean
      .slice(0, MAX_WORDS_LENGTH)
      .replace(/[\ud800-\udbff]$/u, '')
      .trim()
  }

  const filters = {} as Filters
  for (const facet of FILTERS) {
    const values = [...new Set(params.getAll(facet))].filter((value) => value !== '')
    if (values.length > MAX_VALUES) report(facet, 'too_many')
    filters[facet] = values.slice(0, MAX_VALUES).flatMap((value) => checked(facet, FILTER_VALUE[facet], value) ?? [])
  }
  const state: SearchState = {
    q: words(),
    filters,
    near: checked('near', z.string().regex(/^\d{2}(?:\.\d{2})?$/, 'unknown_value'), single('near')) ?? null,
    without: [...new Set(params.getAll('without'))].flatMap(
      (value) => checked<UnderstandingPart>('without', z.enum(WITHOUT_CHOICES, 'unknown_value'), value) ?? [],
    ),
    compare: chosenOf(params.getAll('compare')),
    seen: (checked('seen', z.string().regex(SEEN, 'unknown_value'), single('seen')) ?? '').split('.').flatMap(unpackId),
    sort: checked('sort', z.enum(SORT_CHOICES, 'unknown_value'), single('sort')) ?? 'relevance',
    page: within('page', MAX_PAGE, 1),
    limit: within('limit', MAX_LIMIT, DEFAULT_LIMIT),
  }
  return { state, problems }
}

/** Of the ids that somebody names the first four that can be ids, as the public writes them. */
export function chosenOf(ids: readonly string[]): string[] {
  const written = ids.map((id) => id.trim().toUpperCase()).filter((id) => PUBLIC_ID.test(id))
  return [...new Set(written)].slice(0, MAX_COMPARED)
}

/** `JIPP-35-0042` is remembered as `3516`: two digits, then the rest in base 36. */
const packId = (publicId: string) => publicId.slice(5, 7) + Number(publicId.slice(8)).toString(36)
const unpackId = (packed: string) =>
  packed === '' ? [] : [`JIPP-${packed.slice(0, 2)}-${String(Number.parseInt(packed.slice(2), 36)).padStart(4, '0')}`]
const SEEN = /^(?:\d{2}[0-9a-z]{1,6}(?:\.|$)){0,60}$/

/** The page after this one: it will leave out what was seen here, wherever that stands by then. */
export function nextPage(state: SearchState, hits: readonly { publicId: string }[]): SearchState {
  const seen = [...state.seen, ...hits.map(({ publicId }) => publicId)].slice(-MAX_SEEN)
  return { ...state, page: state.page + 1, seen }
}

/** A page by its number. */
export const pageOf = (state: SearchState, page: number): SearchState => ({ ...state, page, seen: [] })

/** A district outside the chosen provinces could only empty the list: the page forgets it. */
export function withConsistentPlaces(state: SearchState): SearchState {
  const { province, district } = state.filters
  if (province.length === 0) return state
  return withFilter(
    state,
    'district',
    district.filter((code) => province.includes(code.slice(0, 2))),
  )
}

/** What the engine is asked: groups of years become their years. */
export function toPracticeQuery({ compare: _, ...state }: SearchState, lang: Language): PracticeQuery {
  return { ...state, lang, filters: { ...state.filters, year: state.filters.year.flatMap(yearsOf) } }
}

/** A search for what shares the leading subject terms of a practice; `undefined` when it has none. */
export function practiceQueryOfSubjects(
  content: Pick<PracticeContent, 'subjects'>,
  lang: Language,
): PracticeQuery | undefined {
  const q = content.subjects[lang].slice(0, 4).join(' ')
  if (!q) return undefined
  return toPracticeQuery({ ...withoutFilters(readSearch(new URLSearchParams()).state), q }, lang)
}

/** The years of a value of the year filter. */
export function yearsOf(value: string): string[] {
  const [from = 0, to = from] = value.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

/** The same search with other values in one filter, from its first page. */
export function withFilter(state: SearchState, facet: Facet, values: string[]): SearchState {
  return { ...state, page: 1, seen: [], filters: { ...state.filters, [facet]: values } }
}

/** The same search without one chosen value; districts go with their province. */
export function withoutValue(state: SearchState, facet: Facet, value: string): SearchState {
  const next = withFilter(
    state,
    facet,
    state.filters[facet].filter((one) => one !== value),
  )
  if (facet !== 'province') return next
  return withFilter(
    next,
    'district',
    next.filters.district.filter((code) => !code.startsWith(`${value}.`)),
  )
}

/** The same search in one more district; beside chosen provinces its own is chosen too, or it could find nothing. */
export function withDistrict(state: SearchState, code: string): SearchState {
  const next = withFilter(state, 'district', [...new Set([...state.filters.district, code])])
  const { province } = next.filters
  const own = code.slice(0, 2)
  return province.length === 0 || province.includes(own) ? next : withFilter(next, 'province', [...province, own])
}

/** The same words without any filter, from the first page. */
export function withoutFilters(state: SearchState): SearchState {
  const filters = {} as Filters
  for (const facet of FILTERS) filters[facet] = []
  return { ...state, page: 1, seen: [], filters }
}

/** How many values are chosen in all filters together. */
export function countFilters(state: SearchState): number {
  return FILTERS.reduce((sum, facet) => sum + state.filters[facet].length, 0)
}

/**
 * The parameters of a search that somebody keeps: its first page, in the one form in which the site writes it. Where the
 * reader is counts only when it orders the list.
 */
export function savedParams(params: URLSearchParams): string {
  const { state } = readSearch(params)
  const near = state.sort === 'nearest' ? state.near : null
  return searchParams(withConsistentPlaces({ ...pageOf(state, 1), near, compare: [] })).toString()
}

/** The parameters that lead to this search; what is usual is left out. */
export function searchParams(state: SearchState): URLSearchParams {
  const params = new URLSearchParams()
  if (state.q) params.set('q', state.q)
  for (const facet of FILTERS) for (const value of state.filters[facet]) params.append(facet, value)
  if (state.sort !== 'relevance') params.set('sort', state.sort)
  if (state.near !== null) params.set('near', state.near)
  for (const part of state.without) params.append('without', part)
  for (const id of state.compare) params.append('compare', id)
  if (state.page > 1) params.set('page', String(state.page))
  if (state.page > 1 && state.seen.length > 0) params.set('seen', state.seen.map(packId).join('.'))
  return params
}
