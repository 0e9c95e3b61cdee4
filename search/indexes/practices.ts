import { createHash } from 'node:crypto'
import { type Bilingual, namedAdopters, type PracticeContent } from '#db/practice-content.ts'
import { evidenceLevelOf } from '#db/practice-evidence.ts'
import {
  type EvidenceLevel,
  type Form,
  LANGUAGES,
  type Language,
  type Licence,
  type LifeStatus,
  type Maturity,
  type Sector,
  type StorySection,
  type TargetGroup,
} from '#db/vocabulary.ts'
import { MATCH_FIELDS, type MatchField } from '../engine.ts'

/** A published practice as the database gives it: the row of `listPublishedPracticesByKey`. */
export type PublicPractice = {
  id: string
  publicId: string
  searchVersion: number
  firstPublishedAt: Date | null
  versionPublishedAt: Date | null
  isDemo: boolean
  lifeStatus: LifeStatus
  lifeConfirmedOn: string | null
  content: PracticeContent
  /** Words by which people look for it, assigned by curators beside the text. */
  searchTerms: Record<Language, string[]> | null
  checkedByHub: boolean
  repeatedElsewhere: boolean
  adoptionsRecorded: number
  agency: string
  country: string
  regionCode: string | null
  region: string | null
  provinceCode: string | null
  province: string | null
  hubSlug: string | null
  hub: string | null
}

/** What the public may see of a practice in a search: nothing else ever enters an index. */
export type PracticeDocument = {
  practiceId: string
  publicId: string
  version: number
  isDemo: boolean
  brand: string
  title: Bilingual
  tagline: Bilingual
  subjects: Record<Language, string[]>
  /** Search terms of the curators; never shown. */
  terms: Record<Language, string[]>
  problem: Bilingual
  approach: Bilingual
  story: Record<StorySection, Bilingual>
  results: string[]
  agency: string
  unit: string | null
  country: string
  region: string | null
  regionCode: string | null
  province: string | null
  provinceCode: string | null
  sector: Sector
  form: Form | null
  groups: TargetGroup[]
  maturity: Maturity | null
  sdgs: number[]
  /** Sum of the set-up costs that the owner names, in rupiah; null where none is named. */
  costToStart: number | null
  /** Months until it runs, at worst as far as the owner says it in numbers. */
  launchMonths: number | null
  licence: Licence | null
  hub: { slug: string; name: string } | null
  /** Sector, affair, category and target groups, in words. */
  topics: string[]
  startYear: number | null
  awards: { name: string; year: number | null }[]
  lifeStatus: LifeStatus
  lifeConfirmedOn: string | null
  evidence: EvidenceLevel
  adoptions: number
  /** Day of the first publication. */
  publishedOn: string
}

/** The document of a practice; the same row always gives the same document. */
export function toDocument(row: PublicPractice): PracticeDocument {
  const { content } = row
  return {
    practiceId: row.id,
    publicId: row.publicId,
    version: row.searchVersion,
    isDemo: row.isDemo,
    brand: content.brand,
    title: content.title,
    tagline: content.tagline,
    subjects: content.subjects,
    terms: row.searchTerms ?? { id: [], en: [] },
    problem: content.problem,
    approach: content.approach,
    story: content.story,
    results: content.results.map(lineOf),
    agency: row.agency,
    unit: content.unit,
    country: row.country,
    region: row.region,
    regionCode: row.regionCode,
    province: row.province,
    provinceCode: row.provinceCode,
    sector: content.sector,
    form: content.form,
    groups: content.targetGroups,
    maturity: content.maturity,
    sdgs: content.sdgs,
    costToStart: costToStart(content),
    launchMonths: content.kit.launchMax ?? content.kit.launchMin ?? null,
    licence: content.kit.licenceKind ?? null,
    hub: row.hubSlug && row.hub ? { slug: row.hubSlug, name: row.hub } : null,
    topics: [content.sector, content.affair, content.kippCategory, ...content.targetGroups].flatMap(
      (slug) => slug?.replaceAll('-', ' ') ?? [],
    ),
    startYear: startYearOf(content.startedOn),
    awards: content.awards,
    lifeStatus: row.lifeStatus,
    lifeConfirmedOn: row.lifeConfirmedOn,
    evidence: evidenceLevelOf(content, row),
    adoptions: row.adoptionsRecorded + namedAdopters(content).length,
    publishedOn: (row.firstPublishedAt ?? row.versionPublishedAt ?? new Date(0)).toISOString().slice(0, 10),
  }
}

const lineOf = ({ indicator, baseline, result, unit, period }: PracticeContent['results'][number]) => {
  const values = [baseline, result].filter(Boolean).join(' → ')
  return [`${indicator}:`, values, unit, period && `(${period})`].filter(Boolean).join(' ')
}

/** The set-up costs of the kit together. */
export function costToStart({ kit }: Pick<PracticeContent, 'kit'>): number | null {
  const named = kit.costs.flatMap(({ setUp }) => setUp ?? [])
  return named.length === 0 ? null : named.reduce((sum, cost) => sum + cost, 0)
}

const startYearOf = (startedOn: string | null) =>
  startedOn && /^\d{4}/.test(startedOn) ? Number(startedOn.slice(0, 4)) : null

/** A short fingerprint that changes whenever anything in the document changes. */
export function checksumOf(document: PracticeDocument, salt: string): string {
  return createHash('sha256').update(salt).update(stable(document)).digest('base64url').slice(0, 22)
}

/** JSON with its keys in order: the database does not keep the order in which they were written. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export const districtOf = ({ regionCode }: PracticeDocument) =>
  regionCode && regionCode.length > 2 ? regionCode : null

export type SearchableText = { field: MatchField; lang: Language | null; text: string }

/** Every text of a document that can be searched, most telling first. */
export function textsOf(document: PracticeDocument): SearchableText[] {
  return MATCH_FIELDS.flatMap((field) =>
    valuesOf(document, field).flatMap(({ lang, text }) => (text ? [{ field, lang, text }] : [])),
  )
}

type Value = { lang: Language | null; text: string | null }

function valuesOf(document: PracticeDocument, field: MatchField): Value[] {
  switch (field) {
    case 'brand':
      return [{ lang: null, text: document.brand }]
    case 'subjects':
    case 'terms':
      return LANGUAGES.flatMap((lang) => document[field][lang].map((text) => ({ lang, text })))
    case 'title':
    case 'tagline':
    case 'problem':
    case 'approach':
      return bilingual(document[field])
    case 'results':
      return document.results.map((text) => ({ lang: 'id', text }))
    case 'topics':
      return document.topics.map((text) => ({ lang: 'id', text }))
    case 'agency':
      return [document.agency, document.unit].map((text) => ({ lang: null, text }))
    case 'region':
      return [document.region, document.province, ...abroad(document.country)].map((text) => ({ lang: null, text }))
    default:
      return bilingual(document.story[field])
  }
}

const countryNames = LANGUAGES.map((lang) => new Intl.DisplayNames(lang, { type: 'region' }))

/** How a country other than this one is called and looked for. */
const abroad = (country: string): string[] =>
  country === 'ID'
    ? []
    : ['luar negeri', 'foreign', ...new Set(countryNames.map((names) => names.of(country) ?? country))]

const bilingual = (texts: Bilingual): Value[] => LANGUAGES.map((lang) => ({ lang, text: texts[lang] }))
