import type { Filters } from '../engine.ts'
import { FACETS, type Facet } from '../engine.ts'

/** An expression that Meilisearch understands. Only the functions below make one. */
export type Filter = string & { readonly brand: unique symbol }

const filter = (expression: string) => expression as Filter

/** Values of facets are codes and slugs; nothing else can be in the index, so nothing else is ever sent. */
const SAFE = /^[A-Za-z0-9._-]{1,160}$/

/** A chosen value that cannot be a value of the index finds nothing. */
const NOTHING = filter('id IN []')

/** The attribute holds one of the values. */
export function isOneOf(attribute: Facet, values: readonly string[]): Filter {
  const safe = values.filter((value) => SAFE.test(value))
  return safe.length > 0 ? filter(`${attribute} IN [${safe.map((value) => `"${value}"`).join(', ')}]`) : NOTHING
}

/** Every chosen facet, `except` one. */
export function filterOf(filters: Filters, except?: Facet): Filter[] {
  return FACETS.flatMap((facet) =>
    facet === except || filters[facet].length === 0 ? [] : [isOneOf(facet, filters[facet])],
  )
}
