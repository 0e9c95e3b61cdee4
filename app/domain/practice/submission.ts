import type { PracticeContent } from '#db/practice-content.ts'
import { STORY_SECTIONS, WORD_CAPS } from '#db/vocabulary.ts'
import { hasIdNumber } from '../shared/personal-data.ts'
import { sectionEntries } from './section-form.ts'
import { SECTIONS, type Section, wordsOver } from './sections.ts'

/** Something that must be written or corrected before a text may be submitted; `message` is a key of the messages. */
export type SubmissionGap = { section: Section; field: string; message: string }

type Rule = (content: PracticeContent) => SubmissionGap[]

const blank = (value: string | null | undefined) => (value ?? '').trim() === ''
const needed = (section: Section, field: string, value: string | null | undefined): SubmissionGap[] =>
  blank(value) ? [{ section, field, message: `${field}Needed` }] : []

/** What blocks a submission. A rule added here shows in the editor, on the overview and in the verb alike. */
const RULES: readonly Rule[] = [
  (c) => needed('identity', 'title', c.title.id),
  (c) => needed('identity', 'tagline', c.tagline.id),
  (c) => needed('background', 'background', c.story.background.id),
  (c) => needed('implementation', 'implementation', c.story.implementation.id),
  (c) =>
    c.results.some((line) => !blank(line.indicator) && !blank(line.result))
      ? []
      : needed('results', 'results', c.noResultsReason),
  (c) =>
    c.results.some((line) => blank(line.indicator))
      ? [{ section: 'results', field: 'results', message: 'indicatorNeeded' }]
      : [],
  (c) =>
    c.kit.costs.some((line) => blank(line.item)) ? [{ section: 'kit', field: 'costs', message: 'costItemNeeded' }] : [],
  (c) =>
    STORY_SECTIONS.filter((section) => wordsOver(section, c.story[section].id) > 0).map((section) => ({
      section,
      field: section,
      message: `wordsAtMost|${WORD_CAPS[section]}`,
    })),
  (c) =>
    SECTIONS.filter((section) => sectionEntries(c, section).some(isPersonal)).map((section) => ({
      section,
      field: `${section}-personal`,
      message: 'idNumber',
    })),
]

/** Long runs of digits are normal in addresses and sums; anywhere else they may be somebody's identity number. */
const isPersonal = ([name, value]: readonly [string, string]) =>
  name !== 'sources' && !/\.(setUp|yearly)$/.test(name) && hasIdNumber(value)

/** What still blocks the submission of a text, in the order of the sections; empty when it may be submitted. */
export function submissionGaps(content: PracticeContent): SubmissionGap[] {
  return RULES.flatMap((rule) => rule(content))
}
