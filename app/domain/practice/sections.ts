import type { PracticeContent } from '#db/practice-content.ts'
import { type Sector, STORY_SECTIONS, type StorySection, WORD_CAPS } from '#db/vocabulary.ts'

/** The parts of a practice in the order in which they are written and reviewed; each is one page of the editor. */
export const SECTIONS = ['identity', 'classification', ...STORY_SECTIONS, 'results', 'kit', 'sources'] as const
export type Section = (typeof SECTIONS)[number]

/** Whether a word from a URL names a section. */
export function isSection(value: string | undefined): value is Section {
  return (SECTIONS as readonly string[]).includes(value ?? '')
}

export function isStorySection(section: string): section is StorySection {
  return (STORY_SECTIONS as readonly string[]).includes(section)
}

/** The text of a practice of which only its brand and its sector are known. */
export function emptyContent(brand: string, sector: Sector): PracticeContent {
  const unwritten = () => ({ id: null, en: null })
  return {
    brand,
    title: unwritten(),
    tagline: unwritten(),
    unit: null,
    startedOn: null,
    contactEmail: null,
    form: null,
    digital: null,
    sector,
    affair: null,
    kippCategory: null,
    targetGroups: [],
    sdgs: [],
    subjects: { id: [], en: [] },
    maturity: null,
    story: Object.fromEntries(STORY_SECTIONS.map((section) => [section, unwritten()])) as PracticeContent['story'],
    problem: unwritten(),
    approach: unwritten(),
    results: [],
    noResultsReason: null,
    kit: {
      prerequisites: [],
      costs: [],
      staff: null,
      legalBasis: null,
      technology: null,
      timeToLaunch: null,
      parts: [],
      pitfalls: [],
      licence: null,
      replicable: null,
      hostCapacity: null,
    },
    awards: [],
    replicatedBy: [],
    sources: [],
    remarks: null,
  }
}

export type SectionState = 'complete' | 'partial' | 'empty'

export type SectionCompleteness = {
  section: Section
  state: SectionState
  /** Words of a story section in Indonesian. */
  words?: number
  /** Answered and asked questions of the other sections. */
  done?: number
  of?: number
}

export type Completeness = {
  sections: SectionCompleteness[]
  complete: number
  total: number
  /** Whole percent of complete sections. */
  percent: number
}

/** Words as people count them: runs between spaces that hold a letter or a digit, in any script. */
export function countWords(text: string | null | undefined): number {
  return (text ?? '').split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}

/** A story section is thin below this share of its cap ("already copied elsewhere" may be a short no). */
const THIN_SHARE = 0.25

/** How much of a practice is written, by section. Percent counts sections, not characters. */
export function completenessOf(content: PracticeContent): Completeness {
  const sections = SECTIONS.map((section) => sectionCompleteness(content, section))
  const complete = sections.filter(({ state }) => state === 'complete').length
  return { sections, complete, total: sections.length, percent: Math.round((complete / sections.length) * 100) }
}

function sectionCompleteness(content: PracticeContent, section: Section): SectionCompleteness {
  if (isStorySection(section)) {
    const words = countWords(content.story[section].id)
    return { section, words, state: storyState(section, words) }
  }
  if (section === 'results') return resultsCompleteness(content)
  const answers = section === 'sources' ? [content.sources.length > 0] : ANSWERS[section](content).map(isAnswered)
  const done = answers.filter(Boolean).length
  const started = done > 0 || (section === 'sources' && (content.awards.length > 0 || content.replicatedBy.length > 0))
  return {
    section,
    done,
    of: answers.length,
    state: done === answers.length ? 'complete' : started ? 'partial' : 'empty',
  }
}

function storyState(section: StorySection, words: number): SectionState {
  if (words === 0) return 'empty'
  if (words > WORD_CAPS[section]) return 'partial'
  return section === 'replicated' || words >= WORD_CAPS[section] * THIN_SHARE ? 'complete' : 'partial'
}

/** Rows in which nothing is written are no rows: nobody must delete them. */
function resultsCompleteness({ results: lines, noResultsReason }: PracticeContent): SectionCompleteness {
  const results = lines.filter((line) => Object.values(line).some(isAnswered))
  const full = results.filter((line) => [line.result, line.baseline, line.period, line.method].every(isAnswered)).length
  const counted = { section: 'results' as const, done: full, of: results.length }
  if (results.length === 0) return { ...counted, state: isAnswered(noResultsReason) ? 'partial' : 'empty' }
  return { ...counted, state: full === results.length ? 'complete' : 'partial' }
}

const ANSWERS: Record<'identity' | 'classification' | 'kit', (content: PracticeContent) => unknown[]> = {
  identity: (c) => [c.brand, c.title.id, c.tagline.id, c.unit, c.startedOn, c.contactEmail],
  classification: (c) => [
    ...[c.form, c.digital, c.sector, c.affair, c.kippCategory, c.targetGroups, c.sdgs, c.maturity],
    // In both languages: without them it is found by half as many people.
    ...[c.subjects.id, c.subjects.en],
  ],
  kit: ({ kit }) => [
    kit.prerequisites,
    kit.costs,
    // As rows, or in free words.
    kit.staffing ?? kit.staff,
    kit.regulations ?? kit.legalBasis,
    kit.technologies ?? kit.technology,
    kit.launchMin ?? kit.launchMax ?? kit.timeToLaunch,
    kit.parts,
    kit.pitfalls,
    kit.licenceKind ?? kit.licence,
    kit.replicable,
    kit.hostCapacity,
  ],
}

function isAnswered(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'string') return value.trim() !== ''
  return value !== null && value !== undefined
}
