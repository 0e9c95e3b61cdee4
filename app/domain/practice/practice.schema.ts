import { z } from 'zod'
import type { PracticeContent } from '#db/practice-content.ts'
import {
  AFFAIRS,
  AWARD_SCHEMES,
  FORMS,
  GOVERNMENT_LEVELS,
  KIPP_CATEGORIES,
  LIKENESS_ANSWERS,
  MATURITIES,
  ROUNDTABLE_TOPICS,
  SECTORS,
  SERVICE_TYPES,
  type StorySection,
  TARGET_GROUPS,
} from '#db/vocabulary.ts'
import {
  bilingual,
  inOneLine,
  LINE,
  lines,
  linkFault,
  maybe,
  maybeDate,
  maybeOf,
  named,
  oneLine,
  optional,
  PARAGRAPH,
  rows,
  STORY,
  someOf,
  startDate,
  terms,
  ticked,
  words,
  year,
  yesNo,
} from './fields.schema.ts'
import { kit } from './kit.schema.ts'
import { PUBLIC_ID } from './practice.ts'
import { isStorySection, SECTIONS, type Section } from './sections.ts'

/*
 * What may be stored in a draft: it may be incomplete and too long for the competition form, but every value has its
 * type and stays within reason. What a text needs before it may be submitted is in submission.ts.
 */

/** The parts of the content that a section owns. */
export type ContentPatch = Partial<Omit<PracticeContent, 'story'>> & { story?: Partial<PracticeContent['story']> }

const identity = z.object({
  brand: z.string().trim().min(1).max(LINE),
  title: z.object({ id: oneLine(LINE), en: oneLine(LINE) }).prefault({}),
  tagline: bilingual(600),
  unit: words(LINE),
  startedOn: startDate,
  contactEmail: z
    .email()
    .max(254)
    .nullish()
    .transform((value) => value ?? null),
  contactRole: maybe(LINE),
  level: maybeOf(GOVERNMENT_LEVELS),
  innovators: rows({ name: named, role: maybe(LINE), consent: ticked }).transform(someOf),
})

const classification = z.object({
  form: optional(FORMS),
  digital: yesNo,
  sector: z.enum(SECTORS),
  affair: optional(AFFAIRS),
  kippCategory: optional(KIPP_CATEGORIES),
  targetGroups: z.array(z.enum(TARGET_GROUPS)).default([]),
  sdgs: z.array(z.coerce.number().int().min(1).max(17)).default([]),
  subjects: z.object({ id: terms, en: terms }).prefault({}),
  maturity: optional(MATURITIES),
  trialOn: maybeDate,
  implementedOn: maybeDate,
  serviceType: maybeOf(SERVICE_TYPES),
  roundtableTopic: maybeOf(ROUNDTABLE_TOPICS),
})

const results = z.object({
  results: rows({
    indicator: named,
    unit: words(80),
    baseline: words(LINE),
    result: words(LINE),
    period: words(LINE),
    method: words(600),
    baselineOn: maybeDate,
    resultOn: maybeDate,
    women: maybe(80),
    men: maybe(80),
    withDisability: maybe(80),
    evidence: maybe(LINE),
  }),
  noResultsReason: words(PARAGRAPH),
})

const sources = z.object({
  sources: lines(1_000, linkFault),
  awards: rows({ name: named, year, scheme: maybeOf(AWARD_SCHEMES), tier: maybe(LINE) }).transform((list) =>
    list.filter(({ name, tier }) => name !== '' || tier),
  ),
  replicatedBy: lines(),
  remarks: words(PARAGRAPH),
})

const story = (section: StorySection) =>
  z.object({ text: bilingual(STORY), problem: bilingual(PARAGRAPH), approach: bilingual(PARAGRAPH) }).transform(
    ({ text, problem, approach }): ContentPatch => ({
      story: { [section]: text },
      // One sentence beside the long text, where the section asks for it.
      ...(section === 'background' ? { problem } : {}),
      ...(section === 'implementation' ? { approach } : {}),
    }),
  )

const OTHER: Record<Exclude<Section, StorySection>, z.ZodType<ContentPatch>> = {
  identity,
  classification,
  results,
  kit,
  sources,
}

/** The form of each section: what is posted, turned into the part of the content that the section owns. */
export const sectionSchemas = Object.fromEntries(
  SECTIONS.map((section) => [section, isStorySection(section) ? story(section) : OTHER[section]]),
) as Record<Section, z.ZodType<ContentPatch>>

/** The content with one section replaced. */
export function withSection(content: PracticeContent, patch: ContentPatch): PracticeContent {
  return { ...content, ...patch, story: { ...content.story, ...patch.story } }
}

export const newPracticeSchema = z.object({
  /** Given by the page: the same form sent twice begins one practice. */
  key: z.uuid(),
  brand: z.string().trim().min(1).max(LINE),
  titleId: z.string().trim().min(1).max(LINE).transform(inOneLine),
  sector: z.enum(SECTORS),
  /** The writer has seen what resembles it. */
  seen: z.literal('1').nullish(),
})

/** What the owner says of a practice that resembles theirs. */
export const likenessSchema = z.object({ other: z.string().regex(PUBLIC_ID), answer: z.enum(LIKENESS_ANSWERS) })

/** The address of a list of practices in the workspace: anything odd reads as the first page. */
export const practiceListSchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().nullish().catch(null),
  without: z.enum(['subjects', 'terms', 'translation']).nullish().catch(null),
})
