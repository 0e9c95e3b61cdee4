import { listHubNames, listRegionNames } from '#db/queries/network.server.ts'
import type { Facet, FacetValue, Filters } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'

type Spoken = { filters: Filters; facets: Record<Facet, FacetValue[]>; codes?: readonly string[] }

/** Names of the places and hubs that a result speaks of, by code and slug; `codes` are spoken of beside the facets. */
export async function readFacetNames(
  { db }: Pick<Context, 'db'>,
  { filters, facets, codes = [] }: Spoken,
): Promise<Record<string, string>> {
  const valuesOf = (facet: Facet) => [...facets[facet].map(({ value }) => value), ...filters[facet]]
  const [regions, hubs] = await Promise.all([
    listRegionNames(db, [...new Set([...valuesOf('province'), ...valuesOf('district'), ...codes])]),
    listHubNames(db, [...new Set(valuesOf('hub'))]),
  ])
  return Object.fromEntries([
    ...regions.map(({ code, name }) => [code, name]),
    ...hubs.map(({ slug, name }) => [slug, name]),
  ])
}
