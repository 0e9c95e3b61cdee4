import type { Settings } from 'meilisearch'
import { FACETS, type Facet, type IndexedDocument } from '../engine.ts'
import { keptOf } from '../memory/entry.ts'
import { countIn, documentTerms } from '../ranking/document-terms.ts'
import { TEXT_PARTS, type TextPart } from '../ranking/weights.ts'

/**
 * A practice in Meilisearch: shadow fields of stems and concepts to search, values to filter and sort by. The texts
 * stay in PostgreSQL. `all` says which terms it has at all, `names` to `context` where they stand.
 */
export type MeilisearchDocument = Record<Exclude<Facet, 'age'>, readonly string[]> & {
  id: string
  checksum: string
  publicId: string
  names: string
  topics: string
  story: string
  context: string
  all: string[]
  startYear: number | null
  publishedOn: number
  confirmedOn: number | null
  adoptions: number
  evidenceLevel: number
  costToStart: number | null
}

/** The searchable fields, most telling first, and the parts of a practice that each holds. */
const FIELDS = {
  names: ['name', 'title'],
  topics: ['subjects', 'terms'],
  story: ['summary', 'story'],
  context: ['topics', 'context'],
} as const satisfies Record<string, readonly TextPart[]>

export function toMeilisearch({ checksum, document }: IndexedDocument): MeilisearchDocument {
  const { terms } = documentTerms(document)
  // The class of the age is told by the day of the last word when somebody asks.
  const {
    facets: { age: _age, ...facets },
    ...kept
  } = keptOf(document)
  const { startYear, publishedOn, confirmedOn, adoptions, evidence, costToStart } = kept
  // Pairs of stems serve the ranking alone.
  const words = [...terms].filter(([term]) => !term.includes('_'))
  const inParts = (parts: readonly TextPart[]) => {
    const numbers = parts.map((part) => TEXT_PARTS.indexOf(part))
    return words
      .flatMap(([term, counts]) => (numbers.some((part) => countIn(counts, part) > 0) ? [term] : []))
      .join(' ')
  }
  return {
    ...facets,
    id: document.practiceId,
    checksum,
    publicId: document.publicId,
    names: inParts(FIELDS.names),
    topics: inParts(FIELDS.topics),
    story: inParts(FIELDS.story),
    context: inParts(FIELDS.context),
    all: words.map(([term]) => term),
    startYear,
    publishedOn,
    confirmedOn,
    adoptions,
    evidenceLevel: evidence,
    costToStart,
  }
}

/** So many values of a facet are counted: all districts, and the days of more than a year. */
export const MOST_VALUES = 600

/**
 * The settings of the index. Typing errors are mended and synonyms turned into concepts before the query is sent, with
 * the vocabulary of the catalogue, and terms must match as they are: so no typo tolerance, no synonyms (Meilisearch
 * silently keeps fifty) and no search by first letters.
 */
export const MEILISEARCH_SETTINGS = {
  displayedAttributes: ['id', 'checksum'],
  searchableAttributes: Object.keys(FIELDS),
  filterableAttributes: [
    ...FACETS.filter((facet) => facet !== 'age'),
    {
      attributePatterns: ['confirmedOn'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
    {
      attributePatterns: ['id', 'all'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: [
    'publicId',
    'startYear',
    'publishedOn',
    'confirmedOn',
    'adoptions',
    'evidenceLevel',
    'costToStart',
  ],
  rankingRules: ['sort', 'words', 'attribute', 'exactness', 'evidenceLevel:desc', 'adoptions:desc', 'publicId:asc'],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  // Words of one field stand in no order: how near they are says nothing.
  proximityPrecision: 'byAttribute',
  faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
} satisfies Settings

/** Order of a list; every one ends with the public id, so that pages never overlap. */
export const MEILISEARCH_SORT = {
  newest: ['publishedOn:desc', 'startYear:desc', 'publicId:asc'],
  adopted: ['adoptions:desc', 'evidenceLevel:desc', 'publicId:asc'],
  confirmed: ['confirmedOn:desc', 'evidenceLevel:desc', 'publicId:asc'],
  cheapest: ['costToStart:asc', 'evidenceLevel:desc', 'publicId:asc'],
} as const
