import type { Bilingual, BilingualField, PracticeContent, TranslationStamp } from '#db/practice-content.ts'
import { type Language, STORY_SECTIONS } from '#db/vocabulary.ts'
import { isStorySection, type Section } from './sections.ts'

/*
 * Texts are written in Indonesian and translated into English by people. Each translation carries a stamp: which
 * Indonesian text it was made from. A later change of that text leaves the translation behind, until somebody updates it
 * or says that it still holds.
 */

/** `none`: there is nothing to translate. */
export const TRANSLATION_STATES = ['none', 'missing', 'draft', 'checked', 'behind'] as const
export type TranslationState = (typeof TRANSLATION_STATES)[number]

export type Translation = { state: TranslationState } & Omit<TranslationStamp, 'of'>

/** The texts that are written in both languages. */
export const BILINGUAL_FIELDS: readonly BilingualField[] = [
  'title',
  'tagline',
  'problem',
  'approach',
  ...STORY_SECTIONS,
]

/** Whether a word from a form names a text in two languages. */
export function isBilingualField(value: string): value is BilingualField {
  return (BILINGUAL_FIELDS as readonly string[]).includes(value)
}

/** The texts in two languages that a section holds, each with its name in the form. */
export function bilingualFieldsOf(section: Section): { field: BilingualField; name: string }[] {
  const same = (...fields: BilingualField[]) => fields.map((field) => ({ field, name: field }))
  if (section === 'identity') return same('title', 'tagline')
  if (!isStorySection(section)) return []
  const beside = section === 'background' ? same('problem') : section === 'implementation' ? same('approach') : []
  return [{ field: section, name: 'text' }, ...beside]
}

const textOf = (content: PracticeContent, field: BilingualField): Bilingual =>
  isStorySection(field) ? content.story[field] : content[field]

/** Where the English of a text stands towards the Indonesian. */
export function translationOf(content: PracticeContent, field: BilingualField): Translation {
  const text = textOf(content, field)
  if (!text.id) return { state: 'none' }
  if (!text.en) return { state: 'missing' }
  const found = content.translations?.[field]
  if (!found) return { state: 'draft' }
  const { of, ...stamp } = found
  if (of !== fingerprint(text.id)) return { state: 'behind', ...stamp }
  return { state: stamp.checkedOn ? 'checked' : 'draft', ...stamp }
}

/** The translations of the texts of a section, by their name in the form. */
export function translationsOf(content: PracticeContent, section: Section): Record<string, Translation> {
  return Object.fromEntries(
    bilingualFieldsOf(section).map(({ field, name }) => [name, translationOf(content, field)] as const),
  )
}

/**
 * The text after a save on this day, with the stamps of its translations kept right: a new translation is of the text
 * beside it; a translation whose text changed alone falls behind.
 */
export function stampTranslations(before: PracticeContent, after: PracticeContent, day: string): PracticeContent {
  const stamps = { ...after.translations }
  for (const field of BILINGUAL_FIELDS) {
    const stamp = stampAfter(textOf(before, field), textOf(after, field), stamps[field], day)
    if (stamp) stamps[field] = stamp
    else delete stamps[field]
  }
  const { translations: _former, ...content } = after
  return Object.keys(stamps).length > 0 ? { ...content, translations: stamps } : content
}

function stampAfter(
  before: Bilingual,
  after: Bilingual,
  stamp: TranslationStamp | undefined,
  day: string,
): TranslationStamp | undefined {
  if (!after.id || !after.en) return undefined
  if (after.en !== before.en) return { of: fingerprint(after.id), on: day }
  if (after.id === before.id) return stamp
  const of = stamp?.of ?? fingerprint(before.id ?? '')
  const { behindSince: _since, ...kept } = stamp ?? {}
  return of === fingerprint(after.id) ? { ...kept, of } : { ...kept, of, behindSince: day }
}

/** The text with one translation marked as checked against the Indonesian that stands beside it now. */
export function withCheckedTranslation(content: PracticeContent, field: BilingualField, day: string): PracticeContent {
  const { behindSince: _since, ...stamp } = content.translations?.[field] ?? {}
  const of = fingerprint(textOf(content, field).id ?? '')
  return { ...content, translations: { ...content.translations, [field]: { ...stamp, of, checkedOn: day } } }
}

/** What a reader is told of a text that is not what its owner wrote and checked in that language. */
export type ReadingNote = { kind: 'only'; lang: Language } | { kind: 'behind'; since?: string } | { kind: 'unchecked' }

/** `original` is the language of the agency: abroad it is English, and no text of theirs is a translation. */
export function readingNote(
  content: PracticeContent,
  field: BilingualField,
  { reader, original }: { reader: Language; original: Language },
): ReadingNote | undefined {
  const text = textOf(content, field)
  const other = reader === 'id' ? 'en' : 'id'
  if (!text[reader]) return text[other] ? { kind: 'only', lang: other } : undefined
  if (reader === original || original === 'en') return undefined
  const { state, behindSince } = translationOf(content, field)
  if (state === 'behind') return { kind: 'behind', since: behindSince }
  return state === 'draft' ? { kind: 'unchecked' } : undefined
}

/** Recognises a text, whatever its spaces. Two texts of one mark are nobody's secret: 53 bits are enough. */
export function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const sign of text.trim().replace(/\s+/gu, ' ')) {
    const code = sign.codePointAt(0) ?? 0
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36)
}
