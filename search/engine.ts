import type { Bilingual } from '#db/practice-content.ts'
import type { EvidenceLevel, Form, Language, LifeStatus, Maturity, Sector, TargetGroup } from '#db/vocabulary.ts'
import type { PracticeDocument } from './indexes/practices.ts'
import type { PlaceMention } from './language/places.ts'
import type { Understanding, UnderstandingPart } from './language/understand.ts'

/**
 * The contract of the practice search. Two engines implement it (search/meilisearch, search/postgres); the rest of the
 * program calls `search.practices(query)` and never learns which of them answered, unless it wants to say so.
 */

export const FACETS = [
  'province',
  'district',
  'sector',
  'form',
  'group',
  'life',
  'age',
  'maturity',
  'evidence',
  'award',
  'cost',
  'launch',
  'licence',
  'year',
  'sdg',
  'hub',
] as const
export type Facet = (typeof FACETS)[number]

export const SORTS = ['relevance', 'newest', 'adopted', 'confirmed', 'nearest', 'cheapest'] as const
export type Sort = (typeof SORTS)[number]

/** Hits that can be reached by turning pages; a page beyond answers with no hits and the true total. */
export const MAX_REACH = 10_000
export const MAX_PAGE_SIZE = 100
export const DEFAULT_PAGE_SIZE = 20
/** So many of the practices that were seen are remembered from page to page. */
export const MAX_SEEN = 60

/** Values chosen in each facet: any of them inside a facet, all facets together. Years are written as text. */
export type Filters = Record<Facet, string[]>

export type PracticeQuery = {
  /** As typed; any text is fine, also none (then everything is found and `relevance` means `newest`). */
  q: string
  /** Language of the reader: titles and snippets prefer it. Words are searched in both. */
  lang: Language
  filters: Filters
  sort: Sort
  /** Province or district of the reader: what `nearest` starts from, and what decides between equals. */
  near: string | null
  /** What the reader took back of the understanding of the words. */
  without: readonly UnderstandingPart[]
  /**
   * Public ids of what the reader has seen on the pages before, the last ones. With them the next page holds what comes
   * after and was not seen, whatever was published or withdrawn meanwhile; totals and counts stay those of the whole.
   */
  seen: readonly string[]
  /** From 1. */
  page: number
  /** Hits on a page, 1 to MAX_PAGE_SIZE. */
  limit: number
}

/** A piece of text; `mark` where it answers the query. Never HTML. */
export type Segment = { text: string; mark: boolean }

/** Parts of a practice that a query can match, most telling first. */
export const MATCH_FIELDS = [
  'brand',
  'title',
  'subjects',
  'terms',
  'tagline',
  'summary',
  'problem',
  'approach',
  'background',
  'implementation',
  'novelty',
  'significance',
  'replicated',
  'adaptability',
  'resources',
  'sustainability',
  'results',
  'agency',
  'region',
  'topics',
] as const
export type MatchField = (typeof MATCH_FIELDS)[number]

/** Text of one field with the matches marked: brand, title and tagline whole, longer texts cut around the match. */
export type Highlight = { field: MatchField; lang: Language | null; text: Segment[] }

export type PracticeHit = {
  /** Key in the database. */
  practiceId: string
  /** `JIPP-35-0042`, the key in URLs. */
  publicId: string
  brand: string
  /** Plain title; null where nobody has written it ("belum dilengkapi"). */
  title: Bilingual
  /** One sentence. */
  tagline: Bilingual
  summary: Bilingual
  agency: string
  unit: string | null
  /** Name of the district or province; null for ministries and agencies abroad. */
  region: string | null
  regionCode: string | null
  /** Name of the province. */
  province: string | null
  provinceCode: string | null
  /** ISO 3166 code; `ID` at home. */
  country: string
  sector: Sector
  form: Form | null
  startYear: number | null
  awards: { name: string; year: number | null }[]
  /** A record for trying things out, to be marked as such. */
  isDemo: boolean
  lifeStatus: LifeStatus
  /** ISO date of the last confirmation. */
  lifeConfirmedOn: string | null
  maturity: Maturity | null
  groups: TargetGroup[]
  evidence: EvidenceLevel
  /** Rupiah to start, as far as the owner has said; null where nothing is said. */
  costToStart: number | null
  hub: { slug: string; name: string } | null
  /** Places that took it over, recorded here or named by its sources. */
  adoptions: number
  /** 0 to 1, comparable inside one result only; 0 when no words were searched. */
  score: number
  /** Best match first. Empty when no words were searched. */
  highlights: Highlight[]
  /** Where the words were found, most telling first. */
  why: MatchField[]
  /** It is in the reader's own district or province. */
  near: 'district' | 'province' | null
  /** A hub put it here, and why. */
  pinned: { reason: string; hub: string } | null
}

/** A chosen value is always listed, also when its count is 0. Largest count first. */
export type FacetValue = { value: string; count: number }

/** What the engine made of the words, for "dicari juga: …". */
export type Understood = {
  /** Words that were searched, as typed (lower case, without filler words). */
  words: string[]
  /** Terms of the glossary that were searched as well. */
  also: string[]
  /** Words that occur nowhere, and what was searched in their place. */
  corrected: { from: string; to: string }[]
  /** Places that the words name: practices from there come first. */
  places: PlaceMention[]
  /** Words of a long statement that were left aside. */
  left: string[]
  /** Words that occur nowhere in the catalogue, and nothing that looks like them. */
  unknown: string[]
}

/** What somebody who is typing may mean. */
export type Suggestion = {
  kind: 'practice' | 'subject' | 'term' | 'place'
  text: string
  /** Of a practice. */
  publicId?: string
}

export type EngineName = 'meilisearch' | 'postgres'

/** A query, and what its words mean with the vocabulary of the catalogue; null when no words are searched. */
export type EngineQuery = PracticeQuery & { understanding: Understanding | null }

/** What both engines implement: which practices, in which order, how many in each facet. */
export type SearchEngine = {
  name: EngineName
  find(query: EngineQuery): Promise<{
    total: number
    hits: { practiceId: string; score: number }[]
    facets: Record<Facet, FacetValue[]>
    /** Whether something comes after this page; by the total where nothing is said. */
    more?: boolean
  }>
}

export type PracticeResult = {
  /** Exact count of all hits, not of a page. */
  total: number
  hits: PracticeHit[]
  /** Something comes after this page. */
  more: boolean
  /** Counts over the whole result; a facet's own selection does not reduce its counts. */
  facets: Record<Facet, FacetValue[]>
  understood: Understood
  engine: EngineName
  /** True when the configured engine could not answer and PostgreSQL stood in. */
  degraded: boolean
  tookMs: number
}

export type EngineStatus = 'ok' | 'degraded' | 'down'

export type SearchStatus = {
  status: EngineStatus
  /** The engine that answers now. */
  engine: EngineName
  /** The engine that should answer. */
  configured: EngineName
  /** Changes that the index has not followed yet, and the age of the oldest. */
  waiting: number
  oldestWaitingSeconds: number
}

/** Documents in an index of Meilisearch. */
export type IndexCopy = {
  count(): Promise<number>
  /** Waits until everything that was ever accepted for it is done, whoever sent it. */
  idle(): Promise<void>
  /** Key and checksum of every document, or of those among some keys. */
  versions(keys?: readonly string[]): Promise<Map<string, string>>
  /** Writes and removes documents and waits until both have taken effect. */
  write(change: { documents: readonly IndexedDocument[]; removed: readonly string[] }): Promise<void>
}

/** An index beside the live one. */
export type IndexBeside = IndexCopy & {
  /** Puts it in the place of the live one, which is kept beside from then on. */
  replaceLive(): Promise<void>
  discard(): Promise<void>
}

/** The copy of all documents in Meilisearch, as the worker, the rebuild and the check of the index see it. */
export type PracticeIndex = IndexCopy & {
  /**
   * Makes the index where it is missing and mends its settings; `made` when it was not there and is empty now. Throws
   * when Meilisearch does not answer.
   */
  ensure(): Promise<'level' | 'mended' | 'made'>
  /** An empty index beside the live one, with the same settings; what was beside it goes. */
  openNext(): Promise<IndexBeside>
  /** The index that the last rebuild has replaced; null where none is kept. */
  openPrevious(): Promise<IndexBeside | null>
}

/** A document with the checksum that tells whether a copy is still true. */
export type IndexedDocument = { checksum: string; document: PracticeDocument }

/** What lives in the context of every verb and read. */
export type Search = {
  /**
   * Finds published practices. Bad input never throws; when Meilisearch fails, PostgreSQL answers.
   * Every page of hits is checked against the database: what was withdrawn a moment ago is not shown.
   */
  practices(query: PracticeQuery): Promise<PracticeResult>
  /** Keys of every practice that a search finds, in its order, however many: for lists that are taken away whole. */
  all(query: PracticeQueryInput): Promise<string[]>
  /** What somebody who is typing may mean, best first. */
  suggest(q: string, lang: Language, limit?: number): Promise<Suggestion[]>
  /** Practices that are about the same as a published one, best first, never itself. */
  similar(practiceId: string, lang: Language, limit?: number): Promise<PracticeHit[]>
  /** Which of some published practices a search finds; asks the database's own engine, so that nothing is missed. */
  matching(query: PracticeQueryInput, practiceIds: readonly string[]): Promise<string[]>
  /** State of the search for the health page. */
  status(): Promise<SearchStatus>
  /** The copy in Meilisearch; null where PostgreSQL serves alone. */
  index: PracticeIndex | null
}

export type PracticeQueryInput = { [Key in keyof Omit<PracticeQuery, 'filters'>]?: PracticeQuery[Key] } & {
  filters?: { [F in Facet]?: readonly string[] }
}

/** Values of facets are codes and slugs: any other value finds nothing, and is not sent to an engine. */
export const isFacetValue = (value: string) => /^[A-Za-z0-9._-]{1,160}$/.test(value)

/** Completes a query and brings its numbers into bounds. */
export function practiceQuery(input: PracticeQueryInput = {}): PracticeQuery {
  const filters = {} as Filters
  for (const facet of FACETS) filters[facet] = [...new Set(input.filters?.[facet] ?? [])].slice(0, 100)
  return {
    q: input.q ?? '',
    lang: input.lang ?? 'id',
    filters,
    sort: input.sort ?? 'relevance',
    near: input.near ?? null,
    without: input.without ?? [],
    seen: [...new Set(input.seen ?? [])].slice(-MAX_SEEN),
    page: clamp(input.page ?? 1, 1, MAX_REACH),
    limit: clamp(input.limit ?? DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE),
  }
}

function clamp(value: number, least: number, most: number) {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least
}
