import type { Bilingual } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'

export type Written = { text: string; lang: Language }

/** A text in the reader's language where it exists, else in the other one; `undefined` when nobody has written it. */
export function written(text: Bilingual, lang: Language): Written | undefined {
  const other = lang === 'id' ? 'en' : 'id'
  if (text[lang]) return { text: text[lang], lang }
  return text[other] ? { text: text[other], lang: other } : undefined
}

/** Splits `KAPSUL CINTA (Kelas Plus …)` into the short name and its spelt-out form. */
export function splitBrand(brand: string): { name: string; meaning?: string } {
  const parts = /^(.+?)\s+\((.+)\)$/su.exec(brand)
  return parts?.[1] && parts[2] ? { name: parts[1], meaning: parts[2] } : { name: brand }
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** Whether two sentences say the same in nearly the same words: one of them is enough. */
export function saysTheSame(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared >= 0.7 * Math.max(first.size, second.size)
}
