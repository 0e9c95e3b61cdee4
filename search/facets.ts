import { FACETS, type Facet, type FacetValue, type Filters } from './engine.ts'

/** Counts in their order: largest first, then by value; a chosen value is listed even when nothing is left of it. */
export function facetValues(
  counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>,
  filters: Filters,
): Record<Facet, FacetValue[]> {
  const facets = {} as Record<Facet, FacetValue[]>
  for (const facet of FACETS) {
    const values = new Map(filters[facet].map((value) => [value, 0]))
    for (const [value, count] of counts[facet]) values.set(value, count)
    facets[facet] = [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
  return facets
}

/** Empty counts of every facet. */
export function noCounts(): Record<Facet, Map<string, number>> {
  const counts = {} as Record<Facet, Map<string, number>>
  for (const facet of FACETS) counts[facet] = new Map()
  return counts
}
