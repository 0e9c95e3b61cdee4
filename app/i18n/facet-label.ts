import type { CostBand, LaunchBand } from '#db/vocabulary.ts'
import type { Facet } from '#search/engine.ts'
import type { Lang } from './lang.ts'
import { lifeText } from './life.ts'
import { practiceVocabulary } from './practice-vocabulary.ts'
import { searchText } from './search.ts'
import { text } from './text.ts'
import { vocabularyText } from './vocabulary.ts'

/** Names of places by their codes and of hubs by their slugs, as far as a page speaks of them. */
export type FacetNames = Readonly<Record<string, string>>

const facetText = text<{ cost: Record<CostBand, string>; launch: Record<LaunchBand, string> }>(
  {
    cost: {
      free: 'Tanpa biaya',
      'under-50': 'Di bawah Rp50 juta',
      '50-250': 'Rp50 juta sampai Rp250 juta',
      '250-1000': 'Rp250 juta sampai Rp1 miliar',
      'over-1000': 'Rp1 miliar ke atas',
    },
    launch: { 3: 'Sampai 3 bulan', 6: '4 sampai 6 bulan', 12: '7 sampai 12 bulan', 13: 'Lebih dari 12 bulan' },
  },
  {
    cost: {
      free: 'No cost',
      'under-50': 'Below Rp50 million',
      '50-250': 'Rp50 million to Rp250 million',
      '250-1000': 'Rp250 million to Rp1 billion',
      'over-1000': 'Rp1 billion and above',
    },
    launch: { 3: 'Up to 3 months', 6: '4 to 6 months', 12: '7 to 12 months', 13: 'More than 12 months' },
  },
)

/** A value of a facet in words: codes and slugs are never shown. */
export function facetLabel(lang: Lang, facet: Facet, value: string, names: FacetNames): string {
  const words = vocabularyText(lang)
  switch (facet) {
    case 'life':
      return named(words.lifeStatus, value)
    case 'age':
      return named(lifeText(lang).freshness, value)
    case 'sector':
      return named(words.sector, value)
    case 'form':
      return named(words.form, value)
    case 'group':
      return named(words.targetGroup, value)
    case 'maturity':
      return named(words.maturity, value)
    case 'evidence':
      return `${value}: ${named(words.evidenceLevel, value)}`
    case 'cost':
      return named(facetText(lang).cost, value)
    case 'launch':
      return named(facetText(lang).launch, value)
    case 'licence':
      return named(practiceVocabulary(lang).licence, value)
    case 'sdg':
      return `${value}. ${named(words.sdg, value)}`
    case 'award':
      return named(searchText(lang).award, value)
    case 'year':
      return yearLabel(lang, value)
    default:
      return named(names, value)
  }
}

const named = (table: Readonly<Record<string, string>>, value: string) => table[value] ?? value

function yearLabel(lang: Lang, value: string): string {
  const [from = '', to] = value.split('-')
  return to ? searchText(lang).years(from, to) : from
}
