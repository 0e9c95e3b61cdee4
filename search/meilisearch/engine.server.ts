import type { MultiSearchQuery, SearchResponse } from 'meilisearch'
import { FRESHNESS } from '#db/vocabulary.ts'
import { ageOf, agesOn, todayNumber } from '../ages.ts'
import { type EngineQuery, FACETS, type Facet, MAX_REACH, type SearchEngine } from '../engine.ts'
import { facetValues, noCounts } from '../facets.ts'
import { MEILISEARCH_SORT, MOST_VALUES } from '../indexes/practices-meilisearch.ts'
import type { Understanding } from '../language/understand.ts'
import { type MeilisearchOptions, meilisearchClient } from './client.server.ts'
import { type Filter, facetFilters, isNoneOf, isOfAge, isOneOf, textFilter } from './filter.ts'

/** A visitor waits no longer for Meilisearch; PostgreSQL then answers within the same third of a second. */
const SEARCH_TIMEOUT_MS = 200
/** Candidates that are put in order where there are more: this many of each list. */
const CANDIDATES = 150
/** Up to so many hits all are candidates, and the order is exact. */
const ALL = 1_000
/** Lists of candidates where there are more: the query from its most telling word on, from its second, from its third. */
const LISTS = 3
/** Meilisearch reads so many words of a query. */
const MAX_WORDS = 10

/** The facet whose classes move with the calendar is counted from the days in this attribute. */
const DAYS = 'confirmedOn'
const attributeOf = (facet: Facet) => (facet === 'age' ? DAYS : facet)

type Hit = { practiceId: string; score: number }
type Response = SearchResponse<{ id: string }>

/**
 * Meilisearch finds which practices there are, how many, the counts and the best candidates; `ranking` puts the candidates
 * in order by the scoring code that both engines share, so that they find the same and agree on what is best.
 */
export function meilisearchEngine(options: MeilisearchOptions, uid: string, ranking: SharedRanking): SearchEngine {
  const client = meilisearchClient(options, SEARCH_TIMEOUT_MS)

  async function ask(queries: MultiSearchQuery[]): Promise<Response[]> {
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({ queries })
    return results as unknown as Response[]
  }

  return {
    name: 'meilisearch',
    async find(query) {
      if (query.understanding?.terms.length === 0) {
        return { total: 0, hits: [], facets: facetValues(noCounts(), query.filters) }
      }
      const chosen = FACETS.filter((facet) => query.filters[facet].length > 0)
      const counting = [countQuery(uid, query), ...chosen.map((facet) => countQuery(uid, query, facet))]
      const isRanked = query.understanding !== null && query.sort === 'relevance'
      const [answers, candidates] = await Promise.all([
        ask(isRanked ? counting : [...counting, listQuery(uid, query)]),
        // Beside the counting, not after it: it takes about as long.
        isRanked ? candidatesOf(query, ranking.atMost(query)) : undefined,
      ])
      const total = answers[0]?.totalHits ?? 0
      const listed = answers[counting.length]?.hits ?? []
      const counts = countsOf(answers.slice(0, counting.length))
      counts.age = await agesIn(query, answers[1 + chosen.indexOf('age')])
      return {
        total,
        hits: candidates
          ? await ranked(query, total, candidates)
          : listed.map(({ id }) => ({ practiceId: id, score: 0 })),
        facets: facetValues(counts, query.filters),
      }
    },
  }

  /** How many are of each age; where there are more days than Meilisearch lists, each class is asked for. */
  async function agesIn(query: EngineQuery, counted: Response | undefined): Promise<Map<string, number>> {
    const days = Object.entries(counted?.facetDistribution?.[DAYS] ?? {})
    const ages = new Map<string, number>()
    const add = (age: string, count: number) => {
      if (count > 0) ages.set(age, (ages.get(age) ?? 0) + count)
    }
    if (days.length < MOST_VALUES) {
      const bounds = agesOn(todayNumber())
      for (const [day, count] of days) add(ageOf(day, bounds), count)
      add('none', (counted?.totalHits ?? 0) - days.reduce((sum, [, count]) => sum + count, 0))
      return ages
    }
    const answers = await ask(FRESHNESS.map((age) => ageQuery(uid, query, age)))
    FRESHNESS.forEach((age, number) => {
      add(age, answers[number]?.totalHits ?? 0)
    })
    return ages
  }

  async function candidatesOf(query: EngineQuery, total: number): Promise<Candidates> {
    const isAll = total <= ALL
    const lists = await ask(isAll ? [everything(uid, query)] : candidateLists(uid, query))
    return { isAll, ids: new Set(lists.flatMap(({ hits }) => hits.map(({ id }) => id))) }
  }

  /** One page: candidates in their order, then whatever else was found, in a fixed order. */
  async function ranked(query: EngineQuery, total: number, guessed: Candidates): Promise<Hit[]> {
    if (total === 0) return []
    const [from, to] = reach(query)
    const { isAll, ids } = guessed.isAll === total <= ALL ? guessed : await candidatesOf(query, total)
    const best = await ranking.order(query, ids)
    const wanted = Math.min(to, MAX_REACH) - Math.max(from, best.length)
    if (wanted <= 0 || isAll) return best.slice(from, to)
    const rest = await ask([restQuery(uid, query, best, Math.max(0, from - best.length), wanted)])
    const others = rest[0]?.hits.map(({ id }) => ({ practiceId: id, score: 0 })) ?? []
    return [...best.slice(from, to), ...others]
  }
}

/** `isAll`: everything that was found. */
type Candidates = { isAll: boolean; ids: ReadonlySet<string> }

/** The scoring code that both engines share. */
export type SharedRanking = {
  /** Puts practices in order, best first. */
  order(query: EngineQuery, ids: ReadonlySet<string>): Promise<Hit[]> | Hit[]
  /** How many practices the words find at most, whatever the filters leave of them. */
  atMost(query: EngineQuery): number
}

const reach = ({ page, limit }: EngineQuery): [number, number] => {
  const from = Math.min((page - 1) * limit, MAX_REACH)
  return [from, Math.min(from + limit, MAX_REACH)]
}

const filtersOf = ({ understanding, filters }: EngineQuery, except?: Facet): Filter[] => [
  ...(understanding ? [textFilter(understanding)] : []),
  ...facetFilters(filters, agesOn(todayNumber()), except),
]

/** The exact total and the counts of the facets without a choice; or those of one facet without its own choice. */
function countQuery(uid: string, query: EngineQuery, facet?: Facet): MultiSearchQuery {
  const facets = (facet ? [facet] : FACETS.filter((one) => query.filters[one].length === 0)).map(attributeOf)
  return { indexUid: uid, q: '', page: 1, hitsPerPage: 0, filter: filtersOf(query, facet), facets }
}

/** How many are of one age, whatever ages are chosen. */
function ageQuery(uid: string, query: EngineQuery, age: (typeof FRESHNESS)[number]): MultiSearchQuery {
  const filter = [...filtersOf(query, 'age'), isOfAge([age], agesOn(todayNumber()))]
  return { indexUid: uid, q: '', page: 1, hitsPerPage: 0, filter }
}

/** One page in a given order. */
function listQuery(uid: string, query: EngineQuery): MultiSearchQuery {
  const [from, to] = reach(query)
  return { ...idsOnly(uid, query), offset: from, limit: to - from, sort: sortOf(query) }
}

const everything = (uid: string, query: EngineQuery): MultiSearchQuery => ({ ...idsOnly(uid, query), limit: ALL })

/** The query as Meilisearch ranks it, from different words on. */
function candidateLists(uid: string, query: EngineQuery): MultiSearchQuery[] {
  const words = query.understanding ? wordsOf(query.understanding) : []
  const turns = words.slice(0, LISTS).map((_, index) => [...words.slice(index), ...words.slice(0, index)])
  return [
    ...placeLists(uid, query),
    ...turns.map((turn) => ({
      ...idsOnly(uid, query),
      q: turn.slice(0, MAX_WORDS).join(' '),
      matchingStrategy: 'last' as const,
      limit: CANDIDATES,
    })),
  ]
}

/** Practices of the places that the words name are candidates, however they rank in the country. */
function placeLists(uid: string, query: EngineQuery): MultiSearchQuery[] {
  const codes = query.understanding?.places.flatMap((place) => place.codes) ?? []
  if (codes.length === 0) return []
  const inPlaces = `(${isOneOf('province', codes)} OR ${isOneOf('district', codes)})`
  return [{ ...idsOnly(uid, query), filter: [...filtersOf(query), inPlaces], limit: CANDIDATES }]
}

/** What was found beside the candidates. */
function restQuery(
  uid: string,
  query: EngineQuery,
  best: readonly Hit[],
  offset: number,
  limit: number,
): MultiSearchQuery {
  const others = isNoneOf(
    'id',
    best.map(({ practiceId }) => practiceId),
  )
  return { ...idsOnly(uid, query), filter: [...filtersOf(query), others], offset, limit }
}

const idsOnly = (uid: string, query: EngineQuery): MultiSearchQuery => ({
  indexUid: uid,
  q: '',
  filter: filtersOf(query),
  attributesToRetrieve: ['id'],
})

/** The stems of a query, the most telling first: Meilisearch drops words from the end. */
function wordsOf({ terms }: Understanding): string[] {
  return [...terms].sort((a, b) => b.weight - a.weight).flatMap(({ forms }) => forms[0]?.term ?? [])
}

function sortOf({ sort, understanding }: EngineQuery): string[] {
  if (sort === 'relevance' && understanding) return []
  return [...MEILISEARCH_SORT[sort === 'relevance' || sort === 'nearest' ? 'newest' : sort]]
}

function countsOf(answers: readonly Response[]) {
  const counts = noCounts()
  for (const { facetDistribution = {} } of answers) {
    for (const facet of FACETS) {
      for (const [value, count] of Object.entries(facetDistribution[facet] ?? {})) counts[facet].set(value, count)
    }
  }
  return counts
}
