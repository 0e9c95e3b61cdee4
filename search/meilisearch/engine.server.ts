import type { MultiSearchQuery, SearchResponse } from 'meilisearch'
import type { Executor } from '#db/client.server.ts'
import { scoreDocuments } from '#db/queries/search.server.ts'
import { type EngineQuery, FACETS, type Facet, MAX_REACH, type SearchEngine } from '../engine.ts'
import { facetValues, noCounts } from '../facets.ts'
import { MEILISEARCH_SORT } from '../indexes/practices-meilisearch.ts'
import type { Understanding } from '../language/understand.ts'
import { searchText } from '../postgres/query-text.ts'
import { RERANKED } from '../relevance.ts'
import { type MeilisearchOptions, meilisearchClient } from './client.server.ts'
import { filterOf } from './filter.ts'

/** A visitor waits no longer for Meilisearch; PostgreSQL then answers within the same third of a second. */
const SEARCH_TIMEOUT_MS = 250

type Hit = { practiceId: string; score: number }
type Response = SearchResponse<{ id: string }>

/**
 * Meilisearch finds the candidates, the total and the counts; the best candidates are put in order by the score that
 * PostgreSQL computes, so that both engines agree on what is best.
 */
export function meilisearchEngine(db: Executor, options: MeilisearchOptions, uid: string): SearchEngine {
  const client = meilisearchClient(options, SEARCH_TIMEOUT_MS)
  return {
    name: 'meilisearch',
    async find(query) {
      const text = query.understanding && searchText(query.understanding, 0)
      if (query.understanding && !text) return { total: 0, hits: [], facets: facetValues(noCounts(), query.filters) }
      const isRanked = query.understanding !== null && query.sort === 'relevance'
      const pages = isRanked ? blocksOf(query) : [{ page: query.page, size: query.limit }]
      const chosen = FACETS.filter((facet) => query.filters[facet].length > 0)
      const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, { id: string }>({
        queries: [
          ...pages.map(({ page, size }, index) => pageQuery(uid, query, page, size, index === 0 ? chosen : FACETS)),
          ...chosen.map((facet) => facetQuery(uid, query, facet)),
        ],
      })
      const answers = results as unknown as Response[]
      const lists = answers.slice(0, pages.length).map(hitsOf)
      const total = answers[0]?.totalHits ?? 0
      const hits = isRanked && text ? await ranked(lists) : (lists[0] ?? [])
      return { total, hits, facets: facetValues(countsOf(answers), query.filters) }

      async function ranked([first = [], second = []]: Hit[][]): Promise<Hit[]> {
        const start = (query.page - 1) * query.limit
        const block = Math.floor(start / RERANKED)
        const best = block === 0 && text ? await rerank(first, text) : first
        const from = start - block * RERANKED
        return [...best, ...second].slice(from, from + query.limit)
      }
    },
  }

  async function rerank(hits: Hit[], text: NonNullable<ReturnType<typeof searchText>>): Promise<Hit[]> {
    const scored = await scoreDocuments(
      db,
      text,
      hits.map(({ practiceId }) => practiceId),
    )
    const known = new Set(scored.map(({ id }) => id))
    const rest = hits.filter(({ practiceId }) => !known.has(practiceId))
    return [
      ...scored.map(({ id, score }) => ({ practiceId: id, score: Math.min(1, score) })),
      ...rest.map(({ practiceId }) => ({ practiceId, score: 0 })),
    ]
  }
}

/** The blocks of candidates that hold a page: the first is put in order as a whole, so that pages never overlap. */
function blocksOf({ page, limit }: EngineQuery) {
  const start = (page - 1) * limit
  if (start >= MAX_REACH) return [{ page: 1, size: 0 }]
  const first = Math.floor(start / RERANKED)
  const last = Math.floor((start + limit - 1) / RERANKED)
  return Array.from({ length: last - first + 1 }, (_, index) => ({ page: first + index + 1, size: RERANKED }))
}

function pageQuery(
  uid: string,
  query: EngineQuery,
  page: number,
  size: number,
  without: readonly Facet[],
): MultiSearchQuery {
  const reachable = (page - 1) * size < MAX_REACH
  return {
    ...base(uid, query),
    page: reachable ? page : 1,
    hitsPerPage: reachable ? size : 0,
    filter: filterOf(query.filters),
    facets: FACETS.filter((facet) => !without.includes(facet)),
    attributesToRetrieve: ['id'],
    showRankingScore: true,
    sort: sortOf(query),
  }
}

/** Counts of one facet, without its own choice. */
function facetQuery(uid: string, query: EngineQuery, facet: Facet): MultiSearchQuery {
  return { ...base(uid, query), page: 1, hitsPerPage: 0, filter: filterOf(query.filters, facet), facets: [facet] }
}

const base = (uid: string, { understanding }: EngineQuery) => ({
  indexUid: uid,
  q: understanding ? wordsOf(understanding) : '',
  matchingStrategy: 'last' as const,
})

/** The stems of a query, the most telling first: Meilisearch drops words from the end, and reads ten at most. */
function wordsOf({ terms }: Understanding): string {
  return [...terms]
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ forms }) => forms[0]?.stems ?? [])
    .slice(0, 10)
    .join(' ')
}

function sortOf({ sort, understanding }: EngineQuery): string[] {
  if (sort === 'relevance') return understanding ? [] : [...MEILISEARCH_SORT.newest]
  return [...MEILISEARCH_SORT[sort]]
}

const hitsOf = (response: Response): Hit[] =>
  response.hits.map(({ id, _rankingScore }) => ({ practiceId: id, score: _rankingScore ?? 0 }))

function countsOf(answers: readonly Response[]) {
  const counts = noCounts()
  for (const { facetDistribution = {} } of answers) {
    for (const facet of FACETS) {
      for (const [value, count] of Object.entries(facetDistribution[facet] ?? {})) counts[facet].set(value, count)
    }
  }
  return counts
}
