import type { Settings } from 'meilisearch'
import type { IndexedDocument } from '../engine.ts'
import { FACETS } from '../engine.ts'
import { synonymTable } from '../language/synonyms.ts'
import { awardGroup } from './awards.ts'
import { phrasesOf, wordsOf } from './practice-words.ts'
import { districtOf } from './practices.ts'

/**
 * A practice in Meilisearch: stems to search, values to filter and sort by. The texts stay in PostgreSQL.
 * `stems` and `phrases` say which words it has at all, `names` to `context` where they stand.
 */
export type MeilisearchDocument = {
  id: string
  checksum: string
  publicId: string
  names: string[]
  topics: string[]
  story: string[]
  context: string[]
  stems: string[]
  phrases: string[]
  province: string | null
  district: string | null
  sector: string
  form: string | null
  year: string | null
  award: string[]
  life: string
  startYear: number | null
  publishedOn: number
  confirmedOn: number | null
  adoptions: number
  evidence: number
}

/** 20240131: a date that sorts as a number. */
const dayNumber = (date: string) => Number(date.replaceAll('-', ''))

export function toMeilisearch({ checksum, document }: IndexedDocument): MeilisearchDocument {
  const { stems, postings } = wordsOf(document)
  return {
    id: document.practiceId,
    checksum,
    publicId: document.publicId,
    names: stems.A,
    topics: stems.B,
    story: stems.C,
    context: stems.D,
    stems: [...new Set(postings.map(({ stem }) => stem))],
    phrases: phrasesOf(postings),
    province: document.provinceCode,
    district: districtOf(document),
    sector: document.sector,
    form: document.form,
    year: document.startYear === null ? null : String(document.startYear),
    award: [...new Set(document.awards.map(({ name }) => awardGroup(name)))],
    life: document.lifeStatus,
    startYear: document.startYear,
    publishedOn: dayNumber(document.publishedOn),
    confirmedOn: document.lifeConfirmedOn === null ? null : dayNumber(document.lifeConfirmedOn),
    adoptions: document.adoptions,
    evidence: document.evidence,
  }
}

/**
 * The settings of the index. Typing errors are mended before the query is sent, with the vocabulary of the catalogue,
 * and stems must match as they are: so no typo tolerance and no search by first letters.
 */
export const MEILISEARCH_SETTINGS = {
  displayedAttributes: ['id', 'checksum'],
  searchableAttributes: ['names', 'topics', 'story', 'context'],
  filterableAttributes: [
    ...FACETS,
    {
      attributePatterns: ['id', 'stems', 'phrases'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: ['publicId', 'startYear', 'publishedOn', 'confirmedOn', 'adoptions', 'evidence'],
  rankingRules: [
    'sort',
    'words',
    'attribute',
    'proximity',
    'exactness',
    'evidence:desc',
    'adoptions:desc',
    'publicId:asc',
  ],
  stopWords: [],
  synonyms: synonymTable(),
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  faceting: { maxValuesPerFacet: 600, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
} satisfies Settings

/** Order of a list; every one ends with the public id, so that pages never overlap. */
export const MEILISEARCH_SORT = {
  newest: ['publishedOn:desc', 'startYear:desc', 'publicId:asc'],
  adopted: ['adoptions:desc', 'evidence:desc'],
  confirmed: ['confirmedOn:desc', 'evidence:desc'],
} as const
