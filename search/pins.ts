import { FACETS, isFacetValue, type PracticeQuery } from './engine.ts'
import { phraseStems } from './language/words.ts'

/*
 * Practices that a hub puts on top of a result for a time. A pin belongs to words, in whatever order and form they are
 * typed, or to the page of one filter value; as soon as somebody narrows or sorts, the result is theirs alone.
 */

/** Where a practice is put: 1 is the top. */
export type PinPlace = { practiceId: string; position: number }

/** What pins are looked up by; null for a search that cannot have any. */
export function pinKeyOf({ q, filters, sort }: Pick<PracticeQuery, 'q' | 'filters' | 'sort'>): string | null {
  if (sort !== 'relevance') return null
  const chosen = FACETS.flatMap((facet) => filters[facet].filter(isFacetValue).map((value) => `${facet}=${value}`))
  if (q.trim() === '') return chosen.length === 1 ? chosen[0]! : null
  const stems = [...new Set(phraseStems(q))].sort()
  return chosen.length === 0 && stems.length > 0 ? stems.join(' ') : null
}

/**
 * The order of a result with its pins: each stands at its position (or right behind the one before it, where two want
 * the same), and nowhere else. `hits` are the result in its own order from the first on, up to the end of the page
 * and as many more as there are pins: a page is then a slice of what comes out, and no practice is on two pages.
 */
export function withPins<Hit extends { practiceId: string }>(hits: readonly Hit[], pins: readonly (Hit & PinPlace)[]) {
  const pinned = new Set(pins.map(({ practiceId }) => practiceId))
  const order: Hit[] = hits.filter(({ practiceId }) => !pinned.has(practiceId))
  let next = 0
  for (const pin of [...pins].sort((a, b) => a.position - b.position)) {
    next = Math.min(Math.max(next, pin.position - 1), order.length)
    order.splice(next, 0, pin)
    next += 1
  }
  return order
}

/** How many there are with the pins, when `matched` of the pinned practices are found by the search itself. */
export function totalWithPins(total: number, pins: readonly PinPlace[], matched: ReadonlySet<string>): number {
  return total + pins.filter(({ practiceId }) => !matched.has(practiceId)).length
}
