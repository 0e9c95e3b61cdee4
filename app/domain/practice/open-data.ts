import { type FacetNames, facetLabel } from '#app/i18n/facet-label.ts'
import type { PracticeContent, ResultLine } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import type { Highlight, PracticeHit, PracticeResult } from '#search/engine.ts'
import { written } from './bilingual.ts'
import { freshnessOf } from './practice.ts'
import { FILTERS } from './practice-query.ts'
import type { PracticeCard, PracticeView } from './read-practice.server.ts'
import { BILINGUAL_FIELDS, translationOf } from './translation.ts'

/*
 * What programs are given. The shape is a promise (version 1): fields may be added, none is renamed or removed.
 * app/domain/practice/open-api.ts describes it.
 */

/** One hit of a search. Without a plain title in either language the brand stands in, and `title_language` is null. */
export function openHit(hit: PracticeHit, lang: Language, site: string, now: Date) {
  const title = written(hit.title, lang)
  return {
    id: hit.publicId,
    url: `${site}/practices/${hit.publicId}`,
    title: title?.text ?? hit.brand,
    title_language: title?.lang ?? null,
    brand: hit.brand,
    summary: (written(hit.summary, lang) ?? written(hit.tagline, lang))?.text ?? null,
    agency: hit.agency,
    unit: hit.unit,
    region: hit.region,
    region_code: hit.regionCode,
    province: hit.province,
    province_code: hit.provinceCode,
    country: hit.country,
    sector: hit.sector,
    form: hit.form,
    start_year: hit.startYear,
    life_status: hit.lifeStatus,
    life_confirmed_on: hit.lifeConfirmedOn,
    life_freshness: freshnessOf(hit.lifeConfirmedOn, now),
    evidence: hit.evidence,
    adoptions: hit.adoptions,
    demo: hit.isDemo,
    score: hit.score,
    highlights: hit.highlights.map(openHighlight),
  }
}

const openHighlight = ({ field, lang, text }: Highlight) => ({ field, language: lang, segments: text })

/** The answer to a search. */
export function openResult(
  result: PracticeResult,
  {
    page,
    limit,
    lang,
    site,
    names,
    now,
  }: { page: number; limit: number; lang: Language; site: string; names: FacetNames; now: Date },
) {
  return {
    total: result.total,
    page,
    limit,
    engine: result.engine,
    degraded: result.degraded,
    took_ms: result.tookMs,
    hits: result.hits.map((hit) => openHit(hit, lang, site, now)),
    facets: Object.fromEntries(
      FILTERS.map((facet) => [
        facet,
        result.facets[facet].map(({ value, count }) => ({
          value,
          label: facetLabel(lang, facet, value, names),
          count,
        })),
      ]),
    ),
    understood: openUnderstood(result.understood),
  }
}

const openUnderstood = ({ words, also, corrected, places, left, unknown }: PracticeResult['understood']) => ({
  words,
  also,
  corrected,
  places: places.map(({ name, codes, typed }) => ({ name, codes, typed })),
  left_aside: left,
  unknown,
})

/** What a list that is taken away says of a practice, in both languages. */
export function openCatalogueRecord(practice: PracticeCard, lang: Language, site: string, now: Date) {
  const { content } = practice
  const title = written(content.title, lang)
  return {
    id: practice.publicId,
    url: `${site}/practices/${practice.publicId}`,
    version: practice.version,
    version_url: `${site}/practices/${practice.publicId}/v${practice.version}`,
    published_at: practice.versionPublishedAt?.toISOString() ?? null,
    title: title?.text ?? content.brand,
    title_language: title?.lang ?? null,
    titles: content.title,
    translations: openTranslations(content),
    brand: content.brand,
    tagline: content.tagline,
    summary: (written(content.story.summary, lang) ?? written(content.tagline, lang))?.text ?? null,
    agency: practice.agency,
    agency_type: practice.agencyType,
    unit: content.unit,
    region: practice.region,
    region_code: practice.regionCode,
    province: practice.province,
    province_code: practice.provinceCode,
    country: practice.country,
    started_on: content.startedOn,
    contact_email: practice.contactEmail,
    contact_role: content.contactRole ?? null,
    level: content.level ?? null,
    service_type: content.serviceType ?? null,
    roundtable_topic: content.roundtableTopic ?? null,
    innovators: (content.innovators ?? [])
      .filter(({ consent }) => consent)
      .map(({ name, role }) => ({ name, role: role ?? null })),
    trial_on: content.trialOn ?? null,
    implemented_on: content.implementedOn ?? null,
    sector: content.sector,
    form: content.form,
    digital: content.digital,
    affair: content.affair,
    kipp_category: content.kippCategory,
    target_groups: content.targetGroups,
    sdgs: content.sdgs,
    subjects: content.subjects,
    maturity: content.maturity,
    problem: content.problem,
    approach: content.approach,
    story: content.story,
    results: content.results.map(openResultLine),
    remarks: content.remarks,
    adoption_kit: openKit(practice),
    awards: content.awards.map(({ name, year, scheme = null, tier = null }) => ({ name, year, scheme, tier })),
    replicated_by: content.replicatedBy,
    life_status: practice.lifeStatus,
    life_confirmed_on: practice.lifeConfirmedOn,
    life_freshness: freshnessOf(practice.lifeConfirmedOn, now),
    evidence: practice.evidence,
    sources: content.sources,
    demo: practice.isDemo,
  }
}

/** Everything that is public of one practice, in both languages. */
export function openPractice(practice: PracticeView, lang: Language, site: string, now: Date) {
  return {
    ...openCatalogueRecord(practice, lang, site, now),
    replica_of: practice.originalId,
    adoptions: practice.adoptions.map(openAdoption),
    completeness_percent: practice.completeness,
    versions: practice.versions.map(({ number, publishedAt }) => ({
      version: number,
      published_at: publishedAt?.toISOString() ?? null,
      url: `${site}/practices/${practice.publicId}/v${number}`,
    })),
  }
}

/** How far the English of each text can be relied on. */
const openTranslations = (content: PracticeContent) =>
  Object.fromEntries(BILINGUAL_FIELDS.map((field) => [field, translationOf(content, field).state]))

const openResultLine = (line: ResultLine) => ({
  indicator: line.indicator,
  unit: line.unit,
  baseline: line.baseline,
  baseline_on: line.baselineOn ?? null,
  result: line.result,
  result_on: line.resultOn ?? null,
  period: line.period,
  method: line.method,
  evidence: line.evidence ?? null,
  women: line.women ?? null,
  men: line.men ?? null,
  with_disability: line.withDisability ?? null,
})

function openKit({ content: { kit } }: PracticeCard) {
  return {
    prerequisites: kit.prerequisites,
    prerequisite_kinds: kit.prerequisites.map((text) => kit.prerequisiteKinds?.[text] ?? null),
    costs: kit.costs.map(({ item, per, setUp, yearly, year, scale = null }) => ({
      ...{ item, per, scale, set_up: setUp, yearly, year },
    })),
    staff: kit.staff,
    staffing: (kit.staffing ?? []).map(({ role, count, time = null, skill = null }) => ({ role, count, time, skill })),
    legal_basis: kit.legalBasis,
    regulations: (kit.regulations ?? []).map(({ about, kind = null, number = null, year, link = null }) => ({
      ...{ kind, number, year, about, link },
    })),
    technology: kit.technology,
    technologies: (kit.technologies ?? []).map(({ name, kind = null, openSource, shared }) => ({
      ...{ name, kind, open_source: openSource ?? null, shared: shared ?? null },
    })),
    time_to_launch: kit.timeToLaunch,
    launch_months: { min: kit.launchMin ?? null, max: kit.launchMax ?? null },
    parts: kit.parts.map(({ name, kind, note = null }) => ({ name, kind, note })),
    pitfalls: kit.pitfalls,
    remedies: kit.pitfalls.map((text) => kit.remedies?.[text] ?? null),
    licence: kit.licence,
    licence_kind: kit.licenceKind ?? null,
    replicable: kit.replicable,
    host_capacity: kit.hostCapacity,
  }
}

function openAdoption(adoption: PracticeView['adoptions'][number]) {
  return {
    id: adoption.publicId,
    agency: adoption.agency,
    region: adoption.region,
    region_code: adoption.regionCode,
    province: adoption.province,
    step: adoption.step,
    state: adoption.state,
    stop_reason: adoption.stopReason,
    replica: adoption.replica,
    outcome: adoption.outcome,
    demo: adoption.isDemo,
  }
}
