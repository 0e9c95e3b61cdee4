import { z } from 'zod'
import type { PracticeContent } from '#db/practice-content.ts'
import {
  AFFAIRS,
  FORMS,
  KIPP_CATEGORIES,
  MATURITIES,
  PART_KINDS,
  SECTORS,
  type StorySection,
  TARGET_GROUPS,
} from '#db/vocabulary.ts'
import { isStorySection, SECTIONS, type Section } from './sections.ts'

/*
 * What may be stored in a draft: it may be incomplete and too long for the competition form, but every value has its
 * type and stays within reason. What a text needs before it may be submitted is in submission.ts.
 */

/** Characters of a short answer, a paragraph and a story section: far above every word cap, below what a page can bear. */
const LINE = 300
const PARAGRAPH = 2_000
const STORY = 20_000
const MAX_ROWS = 60

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null)

const bilingual = (max: number) => z.object({ id: words(max), en: words(max) }).prefault({})

/** A list typed into one box; a fault of an entry is told at the box. */
const list = ({
  by,
  longest = LINE,
  check,
}: {
  by: RegExp
  longest?: number
  check?: (entry: string) => string | null
}) =>
  z
    .string()
    .max(STORY)
    .nullish()
    .transform((value, ctx) => {
      const entries = [
        ...new Set(
          (value ?? '')
            .split(by)
            .map((entry) => entry.trim())
            .filter(Boolean),
        ),
      ]
      const faults = entries.map((entry) => (entry.length > longest ? `tooLong|${longest}` : (check?.(entry) ?? null)))
      if (entries.length > MAX_ROWS) faults.push(`tooMany|${MAX_ROWS}`)
      for (const fault of new Set(faults)) if (fault) ctx.addIssue({ code: 'custom', message: fault })
      return entries
    })

/** One entry a line. */
const lines = (longest = LINE, check?: (entry: string) => string | null) => list({ by: /\n/, longest, check })

/** Terms between commas or on lines; the comma of a figure (`1,000`) parts nothing. */
const terms = list({ by: /[;\n]|,(?!\d)/, longest: 80 })

/** A whole number as people type it: `9.500.000`, `Rp9500000`, `9 500 000`. */
const amount = (max: number) =>
  z
    .string()
    .max(40)
    .nullish()
    .transform((value, ctx) => {
      const typed = (value ?? '').trim()
      if (typed === '') return null
      const digits = typed.replace(/^rp\.?\s*/i, '').replace(/[.\s]/g, '')
      const number = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN
      if (Number.isNaN(number)) ctx.addIssue({ code: 'custom', message: 'wholeNumber' })
      else if (number > max) ctx.addIssue({ code: 'custom', message: `numberAtMost|${max}` })
      return Number.isNaN(number) ? null : number
    })

const year = z
  .string()
  .trim()
  .regex(/^(19|20)\d{2}$/, 'year')
  .nullish()
  .transform((value) => (value ? Number(value) : null))

const yesNo = z
  .enum(['yes', 'no'])
  .nullish()
  .transform((value) => (value ? value === 'yes' : null))

const optional = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .enum(values)
    .nullish()
    .transform((value) => value ?? null)

/** `2018`, `2018-04` or `2018-04-01`, a real date. */
const startDate = z
  .string()
  .trim()
  .refine(isPartialDate, 'startDate')
  .nullish()
  .transform((value) => value ?? null)

function isPartialDate(value: string): boolean {
  const [, y, m, d] = /^((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (!y) return false
  if (m && !(Number(m) >= 1 && Number(m) <= 12)) return false
  return !d || new Date(Date.UTC(Number(y), Number(m) - 1, Number(d))).getUTCDate() === Number(d)
}

/** Only addresses of the web: anything else in a link could run script. */
function linkFault(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null
  const web = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.')
  return web ? null : 'links'
}

/** Rows of a table: `drop` is the button that removes one; empty rows vanish. */
function rows<S extends z.ZodRawShape>(shape: S) {
  const row = z.object({ ...shape, drop: z.string().optional() }).nullish()
  return z
    .array(row)
    .max(MAX_ROWS)
    .optional()
    .transform((list) =>
      (list ?? []).flatMap((item) => {
        if (!item || ('drop' in item && item.drop)) return []
        const { drop: _drop, ...values } = item as Record<string, unknown>
        return Object.values(values).some((value) => value !== null && value !== '') ? [values] : []
      }),
    ) as unknown as z.ZodType<z.output<z.ZodObject<S>>[]>
}

const named = words(LINE).transform((value) => value ?? '')

/** The parts of the content that a section owns. */
export type ContentPatch = Partial<Omit<PracticeContent, 'story'>> & { story?: Partial<PracticeContent['story']> }

const identity = z.object({
  brand: z.string().trim().min(1).max(LINE),
  title: bilingual(LINE),
  tagline: bilingual(600),
  unit: words(LINE),
  startedOn: startDate,
  contactEmail: z
    .email()
    .max(254)
    .nullish()
    .transform((value) => value ?? null),
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
})

const results = z.object({
  results: rows({
    indicator: named,
    unit: words(80),
    baseline: words(LINE),
    result: words(LINE),
    period: words(LINE),
    method: words(600),
  }),
  noResultsReason: words(PARAGRAPH),
})

const kit = z
  .object({
    prerequisites: lines(),
    costs: rows({
      item: named,
      per: words(LINE),
      setUp: amount(1e15),
      yearly: amount(1e15),
      year,
    }),
    staff: words(PARAGRAPH),
    legalBasis: words(PARAGRAPH),
    technology: words(PARAGRAPH),
    timeToLaunch: words(LINE),
    parts: rows({
      name: named,
      kind: z
        .enum(PART_KINDS)
        .nullish()
        .transform((value) => value ?? null),
    }).transform((list) =>
      list.filter((part) => part.name !== '').map((part) => ({ ...part, kind: part.kind ?? ('adaptable' as const) })),
    ),
    pitfalls: lines(600),
    licence: words(LINE),
    replicable: yesNo,
    hostCapacity: amount(1_000),
  })
  .transform((value) => ({ kit: value }))

const sources = z.object({
  sources: lines(1_000, linkFault),
  awards: rows({ name: named, year }).transform((list) => list.filter((award) => award.name !== '')),
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
  titleId: z.string().trim().min(1).max(LINE),
  sector: z.enum(SECTORS),
})

/** The address of a list of practices in the workspace: anything odd reads as the first page. */
export const practiceListSchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().nullish().catch(null),
  without: z.enum(['subjects', 'terms']).nullish().catch(null),
})
