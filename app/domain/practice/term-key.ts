import { fold } from '#search/language/tokenise.ts'

/** The same for two spellings of a term that the search reads alike: `KTP-el` and `ktp el`. */
export function termKey(term: string): string {
  return fold(term)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
