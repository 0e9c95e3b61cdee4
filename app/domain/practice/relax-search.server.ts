import type { Language } from '#db/vocabulary.ts'
import type { PracticeHit, Understood } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'
import { FILTERS, pageOf, type SearchState, toPracticeQuery, withFilter, withoutFilters } from './practice-query.ts'

/** A search loosened by one step, with the true number of practices it finds. */
export type Relaxation = {
  state: SearchState
  /** What was given up. */
  dropped:
    | { kind: 'filter'; facet: (typeof FILTERS)[number] }
    | { kind: 'filters' | 'taken-back' | 'words' }
    | { kind: 'word'; word: string }
    | { kind: 'place'; name: string }
  total: number
}

type Step = Omit<Relaxation, 'total'>

/** Looser searches that are tried, least changed first; of those that find something so many are offered. */
const TRIED = 14
const OFFERED = 6
const BEST_HITS = 3

/** Looser searches that find something, least changed first, and the best hits of the first of them. */
export async function relaxSearch(ctx: Context, state: SearchState, understood: Understood, lang: Language) {
  const first = pageOf(state, 1)
  const counted = await Promise.all(
    stepsFrom(first, understood)
      .slice(0, TRIED)
      .map(async (step): Promise<Relaxation> => {
        const { total } = await ctx.search.practices(toPracticeQuery({ ...step.state, limit: 1 }, lang))
        return { ...step, total }
      }),
  )
  const relaxed = counted.filter(({ total }) => total > 0).slice(0, OFFERED)
  return { relaxed, nearest: relaxed[0] ? await bestHits(ctx, relaxed[0].state, lang) : [] }
}

async function bestHits(ctx: Context, state: SearchState, lang: Language): Promise<PracticeHit[]> {
  return (await ctx.search.practices(toPracticeQuery({ ...state, limit: BEST_HITS }, lang))).hits
}

function stepsFrom(state: SearchState, { words, places }: Understood): Step[] {
  const steps: Step[] = []
  const used = FILTERS.filter((facet) => state.filters[facet].length > 0)
  const [place] = places
  if (place) {
    steps.push({
      state: { ...state, without: [...state.without, 'places'] },
      dropped: { kind: 'place', name: place.name },
    })
  }
  if (state.without.length > 0) steps.push({ state: { ...state, without: [] }, dropped: { kind: 'taken-back' } })
  if (used.length > 1) {
    for (const facet of used) steps.push({ state: withFilter(state, facet, []), dropped: { kind: 'filter', facet } })
  }
  const open = withoutFilters(state)
  if (used.length > 0) steps.push({ state: open, dropped: { kind: 'filters' } })
  if (words.length > 1) {
    for (const word of words) {
      const q = words.filter((other) => other !== word).join(' ')
      steps.push({ state: { ...open, q }, dropped: { kind: 'word', word } })
    }
  }
  if (state.q !== '') steps.push({ state: { ...state, q: '', without: [] }, dropped: { kind: 'words' } })
  if (state.q !== '' && used.length > 0) {
    steps.push({ state: { ...open, q: '', without: [] }, dropped: { kind: 'words' } })
  }
  return steps
}
