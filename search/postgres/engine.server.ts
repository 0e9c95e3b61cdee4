import type { Executor } from '#db/client.server.ts'
import { searchDocuments } from '#db/queries/search.server.ts'
import { FACETS, type Filters, isFacetValue, MAX_REACH, type SearchEngine } from '../engine.ts'
import { facetValues, noCounts } from '../facets.ts'
import { searchText } from './query-text.ts'

/** The engine that is always there: one statement on the documents table. */
export function postgresEngine(db: Executor): SearchEngine {
  return {
    name: 'postgres',
    async find({ understanding, filters, sort, page, limit }) {
      const text = understanding && searchText(understanding)
      if (understanding && !text) return { total: 0, hits: [], facets: facetValues(noCounts(), filters) }
      const offset = (page - 1) * limit
      const reachable = Math.max(0, Math.min(limit, MAX_REACH - offset))
      const rows = await searchDocuments(db, { text, filters: usable(filters), sort, offset, limit: reachable })
      const counts = noCounts()
      for (const { facet, value, count } of rows.facets) counts[facet].set(value, count)
      return {
        total: rows.total,
        hits: rows.hits.map(({ id, score }) => ({ practiceId: id, score: Math.min(1, score) })),
        facets: facetValues(counts, filters),
      }
    },
  }
}

/** A facet of which no value can be found keeps its place: it then finds nothing. */
function usable(filters: Filters): Filters {
  const usableFilters = { ...filters }
  for (const facet of FACETS) {
    const values = filters[facet].filter(isFacetValue)
    usableFilters[facet] = filters[facet].length > 0 && values.length === 0 ? [''] : values
  }
  return usableFilters
}
