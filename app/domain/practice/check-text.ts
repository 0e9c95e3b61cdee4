import type { PracticeContent } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import { attachmentsOf, gapsOf } from '../attachment/attachment.ts'
import { hasIdNumber } from '../shared/personal-data.ts'
import {
  MOST_OF_A_KIND,
  RULES,
  type Rule,
  SECTION_POINTS,
  type Severity,
  THIN_SHARE,
  WELL_KNOWN_ACRONYMS,
  WHOLE_TEXT_RULES,
} from './gate.ts'
import { proseOf, type Seen } from './gate-checks.ts'
import { acronymUses } from './plain-language.ts'
import { type FormEntries, formValues, sectionEntries } from './section-form.ts'
import { isStorySection, SECTIONS, type Section } from './sections.ts'
import { bilingualFieldsOf, translationOf } from './translation.ts'

/** Something to write or to correct, with the field where that is done. */
export type Finding = {
  rule: string
  severity: Severity
  section: Section | 'attachments'
  field: string
  /** What the sentence mentions: a number, a word. */
  args: readonly (string | number)[]
  cost: number
}

export type SectionCheck = { section: Section; findings: Finding[]; points: number; most: number }

/** What was found in a text, by section, and its score (0–100) by the rule in gate.ts. */
export type TextCheck = { score: number; sections: SectionCheck[]; findings: Finding[] }

const rulesOf = Object.fromEntries(
  SECTIONS.map((section) => [section, RULES.filter((rule) => appliesTo(rule, section))]),
) as Record<Section, Rule[]>

function appliesTo({ section: where }: Rule, section: Section): boolean {
  if (where === 'every') return true
  if (where === 'story') return isStorySection(section)
  return typeof where === 'string' ? where === section : where.includes(section)
}

/** What a section needs to know of the rest of the text. */
export type Before = { seen: Seen; brand: string }

/** What the rules find in the fields of one section. */
export function checkSection(
  section: Section,
  entries: FormEntries,
  { seen, brand }: Before,
  /** What was found in the whole text and belongs here: it cannot be told from the fields. */
  fixed: readonly Finding[] = [],
): SectionCheck {
  const known = new Set([...WELL_KNOWN_ACRONYMS, ...(brand.match(/\p{Lu}[\p{Lu}\p{N}]+/gu) ?? [])])
  const where = { section, entries, values: formValues(entries), seen, known, thinShare: THIN_SHARE }
  const inFields = rulesOf[section].flatMap(({ name, severity, cost, field = '', find }) => {
    const hits = find(where, field)
    const listed = hits.slice(0, MOST_OF_A_KIND)
    return listed.map(
      ({ field: at = field, args = [] }): Finding => ({ rule: name, severity, section, field: at, args, cost }),
    )
  })
  const findings = [...inFields, ...fixed]
  return { section, findings, most: SECTION_POINTS[section], points: pointsOf(section, findings) }
}

/** What only the whole text tells: translations that fell behind. */
export function wholeTextFindings(content: PracticeContent): Finding[] {
  return SECTIONS.flatMap((section) =>
    bilingualFieldsOf(section)
      .filter(({ field }) => translationOf(content, field).state === 'behind')
      .map(({ name }) => ({ ...WHOLE_TEXT_RULES.translationBehind, section, field: `${name}.en`, args: [] })),
  )
}

/** What has to be said of files before others may see them; files are no section and cost no points. */
function attachmentFindings(content: PracticeContent): Finding[] {
  return attachmentsOf(content).flatMap((file, index) => {
    const at = { section: 'attachments' as const, args: [index + 1] }
    const words = [file.name, file.caption.id, file.caption.en, file.alt.id, file.alt.en]
    return [
      ...gapsOf(file).map((gap) => ({
        ...WHOLE_TEXT_RULES[gap],
        ...at,
        field: `said[${index}].${gap === 'altNeeded' ? 'alt' : 'caption'}.id`,
      })),
      ...(words.some((one) => hasIdNumber(one ?? ''))
        ? [{ ...WHOLE_TEXT_RULES.fileIdNumber, ...at, field: `said[${index}].caption.id` }]
        : []),
    ]
  })
}

/** The points that findings leave to a section. */
function pointsOf(section: Section, findings: readonly Finding[]): number {
  const lost = findings.reduce((sum, { cost }) => sum + cost, 0)
  return SECTION_POINTS[section] * Math.max(0, 1 - lost)
}

const NOTHING_SEEN: Seen = { id: new Set(), en: new Set() }

/** Checks a whole text, in the order in which it is read. */
export function checkText(content: PracticeContent): TextCheck {
  let seen = NOTHING_SEEN
  const whole = wholeTextFindings(content)
  const sections = SECTIONS.map((section) => {
    const entries = sectionEntries(content, section)
    const fixed = whole.filter((finding) => finding.section === section)
    const check = checkSection(section, entries, { seen, brand: content.brand }, fixed)
    seen = withUses(seen, entries)
    return check
  })
  return {
    sections,
    findings: [...sections.flatMap(({ findings }) => findings), ...attachmentFindings(content)],
    score: Math.round(sections.reduce((sum, { points }) => sum + points, 0)),
  }
}

/** A whole text checked for the page of one section: that section as it is stored, and what the others need. */
export function checkForSection(content: PracticeContent, section: Section) {
  const { score, sections } = checkText(content)
  const here = sections.find((one) => one.section === section)!
  const others = sections.filter((one) => one !== here)
  return {
    score,
    here,
    fixed: wholeTextFindings(content).filter((finding) => finding.section === section),
    others: others.reduce((sum, { points }) => sum + points, 0),
    elsewhere: [
      ...others.map(({ section: other, findings }) => ({
        section: other as Finding['section'],
        blocks: findings.filter(({ severity }) => severity === 'blocks'),
        warns: findings.filter(({ severity }) => severity === 'warns').length,
      })),
      { section: 'attachments' as const, blocks: attachmentFindings(content), warns: 0 },
    ],
    seen: acronymsBefore(content, section),
    brand: content.brand,
  }
}

/** The acronyms that the sections before this one use. */
export function acronymsBefore(content: PracticeContent, section: Section): Record<Language, string[]> {
  const before = SECTIONS.slice(0, SECTIONS.indexOf(section))
  const seen = before.reduce((all, one) => withUses(all, sectionEntries(content, one)), NOTHING_SEEN)
  return { id: [...seen.id], en: [...seen.en] }
}

function withUses(seen: Seen, entries: FormEntries): Seen {
  const next = { id: new Set(seen.id), en: new Set(seen.en) }
  for (const { text, lang } of proseOf(entries)) for (const { word } of acronymUses(text, lang)) next[lang].add(word)
  return next
}
