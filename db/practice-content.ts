import type {
  Affair,
  Form,
  KippCategory,
  Language,
  Maturity,
  PartKind,
  Sector,
  StorySection,
  TargetGroup,
} from './vocabulary.ts'

/** A text in both languages; null where nobody has written it. */
export type Bilingual = Record<Language, string | null>

/**
 * Everything written about a practice, kept as one document per revision.
 * The shape is checked by app/domain/practice/practice.schema.ts before it is stored; unknown stays null.
 */
export type PracticeContent = {
  /** Pun or acronym; shown after the plain title, never instead of it. */
  brand: string
  /** Plain-language title; null means that the record said too little ("belum dilengkapi"). */
  title: Bilingual
  /** One sentence. */
  tagline: Bilingual
  /** Unit of the agency that runs it. */
  unit: string | null
  /** ISO date or year (`2018`, `2018-04`, `2018-04-01`). */
  startedOn: string | null
  contactEmail: string | null
  form: Form | null
  digital: boolean | null
  sector: Sector
  affair: Affair | null
  kippCategory: KippCategory | null
  targetGroups: TargetGroup[]
  /** True numbering, 1–17. */
  sdgs: number[]
  subjects: Record<Language, string[]>
  maturity: Maturity | null
  story: Record<StorySection, Bilingual>
  /** The problem in the words of the record, and how it was approached (the starting catalogue knows these two). */
  problem: Bilingual
  approach: Bilingual
  results: ResultLine[]
  /** Why there are no figures yet, where the owner says so. */
  noResultsReason?: string | null
  kit: AdoptionKit
  awards: { name: string; year: number | null }[]
  /** Places that copied it according to the sources, as the sources name them. */
  replicatedBy: string[]
  sources: string[]
  /** Doubts about a figure of the source, shown to the reader. */
  remarks: string | null
}

/** Places that sources name as adopters. A plan ("rencana") is not an adoption. */
export function namedAdopters({ replicatedBy }: Pick<PracticeContent, 'replicatedBy'>): string[] {
  return replicatedBy.filter((place) => !/\brencana\b/i.test(place))
}

export type ResultLine = {
  indicator: string
  unit: string | null
  baseline: string | null
  result: string | null
  period: string | null
  method: string | null
}

export type CostLine = {
  item: string
  per: string | null
  setUp: number | null
  yearly: number | null
  year: number | null
}

export type AdoptionKit = {
  prerequisites: string[]
  costs: CostLine[]
  staff: string | null
  legalBasis: string | null
  technology: string | null
  timeToLaunch: string | null
  parts: { name: string; kind: PartKind }[]
  pitfalls: string[]
  licence: string | null
  /** The owner is willing to be copied; null is not said. */
  replicable: boolean | null
  /** Visits the owner can host in a year. */
  hostCapacity: number | null
}
