import { listRegionNames } from '#db/queries/network.server.ts'
import type { Language } from '#db/vocabulary.ts'
import type { PracticeHit, PracticeResult } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'
import {
  countFilters,
  FILTERS,
  type SearchState,
  toPracticeQuery,
  withFilter,
  withoutFilters,
} from './practice-query.ts'

/** A search loosened by one step, with the true number of practices it finds. */
export type Relaxation = {
  state: SearchState
  /** What was given up: all filters, one filter, or a word. */
  dropped: { kind: 'filters' } | { kind: 'filter'; facet: (typeof FILTERS)[number] } | { kind: 'word'; word: string }
  total: number
}

export type SearchPage = {
  state: SearchState
  result: PracticeResult
  /** Names of the provinces and districts that the page speaks of, by code. */
  places: Record<string, string>
  /** How many there are without any filter; only when filters are set. */
  unfiltered?: number
  /** Only when nothing was found: looser searches, and the best hits of the first that finds something. */
  relaxed: Relaxation[]
  nearest: PracticeHit[]
}

const MAX_RELAXATIONS = 6
const NEAREST = 3

/** Finds published practices for the search page, and, where there are none, what a looser search would find. */
export async function searchPractices(ctx: Context, state: SearchState, lang: Language): Promise<SearchPage> {
  const [result, unfiltered] = await Promise.all([
    ctx.search.practices(toPracticeQuery(state, lang)),
    countFilters(state) > 0 ? countHits(ctx, withoutFilters(state), lang) : undefined,
  ])
  const relaxed = result.total === 0 ? await relax(ctx, state, result.understood.words, lang) : []
  const best = relaxed[0]
  const nearest = best
    ? (await ctx.search.practices(toPracticeQuery({ ...best.state, limit: NEAREST }, lang))).hits
    : []
  return { state, result, places: await namesOfPlaces(ctx, state, result), unfiltered, relaxed, nearest }
}

async function countHits(ctx: Context, state: SearchState, lang: Language): Promise<number> {
  return (await ctx.search.practices(toPracticeQuery({ ...state, page: 1, limit: 1 }, lang))).total
}

/** Looser searches that find something, least changed first. */
async function relax(ctx: Context, state: SearchState, words: string[], lang: Language): Promise<Relaxation[]> {
  const steps: Omit<Relaxation, 'total'>[] = []
  const used = FILTERS.filter((facet) => state.filters[facet].length > 0)
  if (used.length > 1) {
    for (const facet of used) steps.push({ state: withFilter(state, facet, []), dropped: { kind: 'filter', facet } })
  }
  if (used.length > 0) steps.push({ state: withoutFilters(state), dropped: { kind: 'filters' } })
  if (words.length > 1) {
    for (const word of words) {
      const q = words.filter((other) => other !== word).join(' ')
      steps.push({ state: { ...withoutFilters(state), q }, dropped: { kind: 'word', word } })
    }
  }
  const counted = await Promise.all(
    steps.slice(0, MAX_RELAXATIONS).map(async (step) => ({ ...step, total: await countHits(ctx, step.state, lang) })),
  )
  return counted.filter(({ total }) => total > 0)
}

async function namesOfPlaces(ctx: Context, state: SearchState, result: PracticeResult) {
  const provinces = result.facets.province.map(({ value }) => value)
  const near = new Set(state.filters.province)
  const districts = result.facets.district.flatMap(({ value }) => (near.has(value.slice(0, 2)) ? [value] : []))
  const codes = new Set([...provinces, ...districts, ...state.filters.province, ...state.filters.district])
  const rows = await listRegionNames(ctx.db, [...codes])
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}
