import type { Freshness } from '#db/vocabulary.ts'
import { type Ages, isFreshness } from '../ages.ts'
import { FACETS, type Facet, type Filters, isFacetValue } from '../engine.ts'
import type { Term, Understanding } from '../language/understand.ts'

/** An expression that Meilisearch understands. Only the functions below make one. */
export type Filter = string & { readonly brand: unique symbol }

type Attribute = Exclude<Facet, 'age'> | 'id' | 'all'

const filter = (expression: string) => expression as Filter

/** Values in the index are codes, slugs, keys, stems and concepts; nothing else can be in it, so nothing else is ever sent. */
const SAFE = /^[A-Za-z0-9._-]{1,160}$/

/** The attribute holds one of the values; a value that cannot be in the index finds nothing. */
export function isOneOf(attribute: Attribute, values: readonly string[]): Filter {
  const safe = [...new Set(values)].filter((value) => SAFE.test(value))
  return filter(`${attribute} IN [${safe.map((value) => `"${value}"`).join(', ')}]`)
}

export const isNoneOf = (attribute: Attribute, values: readonly string[]) => filter(`NOT ${isOneOf(attribute, values)}`)

const allOf = (filters: readonly Filter[]) => filter(filters.map((one) => `(${one})`).join(' AND '))
const anyOf = (filters: readonly Filter[]) => filter(filters.map((one) => `(${one})`).join(' OR '))

/** Every chosen facet, `except` one; ages are counted from the days on which their classes begin. */
export function facetFilters(filters: Filters, ages: Ages, except?: Facet): Filter[] {
  return FACETS.flatMap((facet) => {
    if (facet === except || filters[facet].length === 0) return []
    if (facet === 'age') return [isOfAge(filters.age, ages)]
    return [isOneOf(facet, filters[facet].filter(isFacetValue))]
  })
}

const OF_AGE: Record<Freshness, (ages: Ages) => string> = {
  fresh: ({ freshFrom }) => `confirmedOn >= ${freshFrom}`,
  aging: ({ freshFrom, agingFrom }) => `confirmedOn >= ${agingFrom} AND confirmedOn < ${freshFrom}`,
  stale: ({ agingFrom }) => `confirmedOn < ${agingFrom}`,
  none: () => 'confirmedOn IS NULL',
}

/** The last word is of one of these ages. */
export function isOfAge(values: readonly string[], ages: Ages): Filter {
  const known = [...new Set(values)].filter(isFreshness)
  return known.length === 0 ? isOneOf('id', []) : anyOf(known.map((age) => filter(OF_AGE[age](ages))))
}

/** Practices that have as much of the main words as the query requires. */
export function textFilter({ terms, required }: Pick<Understanding, 'terms' | 'required'>): Filter {
  const main = terms.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  return anyOf(combinations(main, required))
}

/** Every smallest set of words whose shares add up to `required`. Words are sorted, the largest share first. */
function combinations(terms: readonly Term[], required: number): Filter[] {
  const enough = terms.filter(({ share }) => share >= required)
  const others = terms.slice(enough.length)
  const found = enough.length > 0 ? [hasAny(enough)] : []
  others.forEach((term, index) => {
    const rest = combinations(others.slice(index + 1), required - term.share)
    if (rest.length > 0) found.push(allOf([hasAny([term]), anyOf(rest)]))
  })
  return found
}

/** One of the ways to say one of the words. */
const hasAny = (terms: readonly Term[]): Filter =>
  isOneOf(
    'all',
    terms.flatMap(({ forms }) => forms.map(({ term }) => term)),
  )
