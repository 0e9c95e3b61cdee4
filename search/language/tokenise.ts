/** A word of a text: folded for searching, with its place in the text for marking it. */
export type Token = { word: string; start: number; end: number }

/** Letters and digits; an apostrophe inside a word belongs to it (`Pak'de`, `do'a`, `Dottoro’ta`). */
const WORD = /[\p{L}\p{N}]+(?:['’ʼ`´][\p{L}\p{N}]+)*/gu

/** Longer texts are cut, so that a search for a whole document costs no more than one for a sentence. */
const MAX_WORD = 60

/** Lower case without marks and apostrophes: `Café` → `cafe`, `PAK'DE` → `pakde`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .toLowerCase()
}

/** The words of a text in their order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]).replace(/[^\p{L}\p{N}]/gu, '')
    if (word && word.length <= MAX_WORD) tokens.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/** Only what the indexes can hold as a word: ASCII letters and digits, at least two characters or a digit. */
export function isIndexable(word: string): boolean {
  return /^[a-z0-9]+$/.test(word) && (word.length > 1 || /[0-9]/.test(word))
}
