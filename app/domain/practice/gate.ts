import { STORY_SECTIONS } from '#db/vocabulary.ts'
import * as find from './gate-checks.ts'
import type { Section } from './sections.ts'

/*
 * What a text is asked before it is sent in: one row a rule. `blocks` stands in the way of sending, `warns` only says so:
 * to change which, change the word. The editor runs the same rows while one types, and so does the verb that submits.
 *
 * The score: each section has its points (together 100). Every finding takes `cost`, a share of the points of its
 * section; `at most` all of them. A text without findings has 100 points, one that is empty has none.
 */

export type Severity = 'blocks' | 'warns'

export type Rule = {
  /** Key of its sentence in app/i18n/practice-gate.ts. */
  name: string
  severity: Severity
  /** Share of the points of the section that one finding takes. */
  cost: number
  /** `story` is every section of the story; `every` is every section. */
  section: Section | readonly Section[] | 'story' | 'every'
  /** The field that a finding links to; checks of rows and of whole sections name the fields themselves. */
  field?: string
  find: find.Check
}

export const SECTION_POINTS: Record<Section, number> = {
  identity: 12,
  classification: 8,
  summary: 8,
  background: 9,
  novelty: 6,
  implementation: 9,
  significance: 8,
  replicated: 2,
  adaptability: 5,
  resources: 4,
  sustainability: 5,
  results: 12,
  kit: 8,
  sources: 4,
}

/** A sentence with more words is hard to read aloud. */
export const LONGEST_SENTENCE = 30
/** A section of the story with less than this share of its cap says too little. */
export const THIN_SHARE = 0.25
/** A title of fewer words cannot say what is done and for whom. */
export const SHORTEST_TITLE = 4
/** More findings of one rule in one field are counted, not listed. */
export const MOST_OF_A_KIND = 4

/** Everybody who reads a practice knows these; all others are spelled out at their first use. */
export const WELL_KNOWN_ACRONYMS: ReadonlySet<string> = new Set(
  (
    'RI NKRI KTP KK NIK SIM STNK RT RW SD SMP SMA SMK TK PAUD TNI ASN PNS UU PP SK APBD APBN DPR DPRD UMKM BPJS HP SMS ' +
    'WA GPS TV CD PC IT QR PDF AC TBC HIV AIDS COVID PLN PDAM WIB WITA WIT KM KG CM ID JIPP KIPP SP4N LAPOR ASEAN PBB ' +
    'UN USA UNICEF UNESCO DKI DIY NTB NTT CCTV USB URL FAQ'
  ).split(' '),
)

/** Questions of a section that ought to be answered; some can be answered in one of two ways. */
const ASKED: Partial<Record<Section, readonly (string | readonly string[])[]>> = {
  identity: ['unit', 'level', 'startedOn', 'contactEmail'],
  classification: [...['affair', 'form', 'kippCategory', 'serviceType', 'maturity', 'digital', 'targetGroups', 'sdgs']],
  kit: [
    'prerequisites',
    ['launchMin', 'launchMax', 'timeToLaunch'],
    'costs',
    ['staffing', 'staff'],
    ['regulations', 'legalBasis'],
    ['technologies', 'technology'],
    'parts',
    'pitfalls',
    ['licenceKind', 'licence'],
    'replicable',
    'hostCapacity',
  ],
}

const asked = (section: Section, cost: number): Rule[] =>
  (ASKED[section] ?? []).map((answers) => {
    const fields = typeof answers === 'string' ? [answers] : answers
    return { name: 'unanswered', severity: 'warns', cost, section, field: fields[0], find: find.unanswered(fields) }
  })

const NEEDED_STORY = ['background', 'implementation'] as const
const OTHER_STORY = STORY_SECTIONS.filter((section) => !(NEEDED_STORY as readonly string[]).includes(section))

export const RULES: readonly Rule[] = [
  // Identity
  { name: 'titleNeeded', severity: 'blocks', cost: 0.4, section: 'identity', field: 'title.id', find: find.blank },
  { name: 'titleIsBrand', severity: 'blocks', cost: 0.4, section: 'identity', field: 'title.id', find: find.onlyBrand },
  {
    ...{ name: 'titleShort', severity: 'warns', cost: 0.1, section: 'identity', field: 'title.id' },
    find: find.fewerWords(SHORTEST_TITLE),
  },
  { name: 'titleAcronym', severity: 'warns', cost: 0.1, section: 'identity', field: 'title.id', find: find.acronyms },
  { name: 'taglineNeeded', severity: 'blocks', cost: 0.2, section: 'identity', field: 'tagline.id', find: find.blank },
  { name: 'consentNeeded', severity: 'blocks', cost: 0.2, section: 'identity', find: find.consent },
  {
    ...{ name: 'privateMailbox', severity: 'warns', cost: 0.1, section: 'identity', field: 'contactEmail' },
    find: find.privateMailbox,
  },
  ...asked('identity', 0.1),
  { name: 'englishMissing', severity: 'warns', cost: 0.05, section: 'identity', field: 'title.en', find: find.blank },
  { name: 'englishMissing', severity: 'warns', cost: 0.05, section: 'identity', field: 'tagline.en', find: find.blank },

  // Classification
  ...asked('classification', 0.09),
  {
    ...{ name: 'subjectsMissing', severity: 'warns', cost: 0.14, section: 'classification', field: 'subjects.id' },
    find: find.blank,
  },
  {
    ...{ name: 'subjectsMissing', severity: 'warns', cost: 0.14, section: 'classification', field: 'subjects.en' },
    find: find.blank,
  },

  // Story
  {
    ...{ name: 'backgroundNeeded', severity: 'blocks', cost: 1, section: 'background', field: 'text.id' },
    find: find.blank,
  },
  {
    ...{ name: 'implementationNeeded', severity: 'blocks', cost: 1, section: 'implementation', field: 'text.id' },
    find: find.blank,
  },
  { name: 'sectionEmpty', severity: 'warns', cost: 1, section: OTHER_STORY, field: 'text.id', find: find.blank },
  { name: 'sectionThin', severity: 'warns', cost: 0.4, section: 'story', field: 'text.id', find: find.thin },
  { name: 'wordsAtMost', severity: 'blocks', cost: 0.3, section: 'story', field: 'text.id', find: find.overCap },
  { name: 'wordsAtMost', severity: 'warns', cost: 0.1, section: 'story', field: 'text.en', find: find.overCap },
  { name: 'unanswered', severity: 'warns', cost: 0.1, section: 'background', field: 'problem.id', find: find.blank },
  {
    name: 'unanswered',
    severity: 'warns',
    cost: 0.1,
    section: 'implementation',
    field: 'approach.id',
    find: find.blank,
  },
  { name: 'englishMissing', severity: 'warns', cost: 0.05, section: 'summary', field: 'text.en', find: find.blank },

  // Results
  { name: 'resultsNeeded', severity: 'blocks', cost: 1, section: 'results', field: 'results', find: find.noResults },
  { name: 'resultsLater', severity: 'warns', cost: 0.5, section: 'results', field: 'results', find: find.resultsLater },
  {
    name: 'indicatorNeeded',
    severity: 'blocks',
    cost: 0.3,
    section: 'results',
    find: find.rowLacks('results', 'indicator'),
  },
  { name: 'resultMissing', severity: 'warns', cost: 0.2, section: 'results', find: find.rowLacks('results', 'result') },
  {
    name: 'baselineMissing',
    severity: 'warns',
    cost: 0.15,
    section: 'results',
    find: find.rowLacks('results', 'baseline'),
  },
  { name: 'resultUndated', severity: 'warns', cost: 0.15, section: 'results', find: find.undated },
  {
    name: 'methodMissing',
    severity: 'warns',
    cost: 0.15,
    section: 'results',
    find: find.rowLacks('results', 'method'),
  },

  // Adoption kit
  ...asked('kit', 1 / 11),
  { name: 'costItemNeeded', severity: 'blocks', cost: 0.1, section: 'kit', find: find.rowLacks('costs', 'item') },
  {
    name: 'costMissing',
    severity: 'warns',
    cost: 0.05,
    section: 'kit',
    find: find.rowLacks('costs', 'setUp', 'yearly'),
  },
  { name: 'costYearMissing', severity: 'warns', cost: 0.05, section: 'kit', find: find.rowLacks('costs', 'year') },
  {
    name: 'costScaleMissing',
    severity: 'warns',
    cost: 0.03,
    section: 'kit',
    find: find.rowLacks('costs', 'scale', 'per'),
  },
  { name: 'partNameNeeded', severity: 'blocks', cost: 0.1, section: 'kit', find: find.rowLacks('parts', 'name') },
  { name: 'noCorePart', severity: 'warns', cost: 0.05, section: 'kit', field: 'parts', find: find.noCorePart },
  { name: 'pitfallNeeded', severity: 'blocks', cost: 0.1, section: 'kit', find: find.rowLacks('pitfalls', 'text') },

  // Sources
  { name: 'sourcesMissing', severity: 'warns', cost: 1, section: 'sources', field: 'sources', find: find.blank },
  { name: 'awardNameNeeded', severity: 'blocks', cost: 0.2, section: 'sources', find: find.rowLacks('awards', 'name') },

  // Running text, in both languages
  { name: 'longSentence', severity: 'warns', cost: 0.08, section: 'every', find: find.longSentences(LONGEST_SENTENCE) },
  { name: 'acronym', severity: 'warns', cost: 0.08, section: 'every', find: find.unexplainedAcronyms },

  // Personal data
  { name: 'idNumber', severity: 'blocks', cost: 0.5, section: 'every', find: find.idNumbers },
  { name: 'phoneNumber', severity: 'warns', cost: 0.2, section: 'every', find: find.phoneNumbers },
]

/** Rules that need more than the fields of one section. */
export const WHOLE_TEXT_RULES = {
  translationBehind: { rule: 'translationBehind', severity: 'warns', cost: 0.1 },
  captionNeeded: { rule: 'captionNeeded', severity: 'blocks', cost: 0 },
  altNeeded: { rule: 'altNeeded', severity: 'blocks', cost: 0 },
  fileIdNumber: { rule: 'fileIdNumber', severity: 'blocks', cost: 0 },
} as const
