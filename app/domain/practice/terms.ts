import { LANGUAGES, type Language } from '#db/vocabulary.ts'

/** Words by which people look for a practice, by language: subject terms of its text, or search terms beside it. */
export type Terms = Record<Language, string[]>

/** Terms a language, and characters a term. */
export const TERM_LIMITS = { most: 60, shortest: 2, longest: 80 } as const

/** The languages in which nobody has given any term. */
export function languagesWithout(terms: Terms | null): Language[] {
  return LANGUAGES.filter((lang) => !terms?.[lang].length)
}

/** The same for two spellings of a term that the search reads alike: `KTP-el` and `ktp el`, `do’a` and `doa`. */
export function termKey(term: string): string {
  return term
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `count`: how often it was searched, or how many similar practices have it; null for words of the glossary. */
export type SuggestedTerm = { term: string; count: number | null }

export const SUGGESTION_SOURCES = ['searched', 'glossary', 'similar'] as const
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number]
export type TermSuggestions = Record<Language, Record<SuggestionSource, SuggestedTerm[]>>
