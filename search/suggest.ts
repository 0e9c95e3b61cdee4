import type { Language } from '#db/vocabulary.ts'
import type { Suggestion } from './engine.ts'
import { GLOSSARY } from './language/glossary.ts'
import { fold } from './language/tokenise.ts'
import type { PracticeMemory } from './memory/practice-memory.ts'

/** Shorter texts begin too many words. */
const MIN_LENGTH = 2
const MAX_TERMS = 2

const TERMS = GLOSSARY.flatMap(({ terms, english }) => [
  ...terms.map((text) => ({ text, folded: fold(text), lang: 'id' as Language })),
  ...english.map((text) => ({ text, folded: fold(text), lang: 'en' as Language })),
])

/** What somebody who is typing may mean: a place, a term of the glossary, subjects and practices of the catalogue. */
export function suggestionsFor(
  memory: PracticeMemory,
  hidden: ReadonlySet<string>,
  { q, lang, limit }: { q: string; lang: Language; limit: number },
): Suggestion[] {
  const typed = fold(q).trim()
  if (typed.length < MIN_LENGTH) return []
  const found = memory.suggest(q, lang, hidden, limit)
  const known = new Set(found.map(({ text }) => fold(text)))
  const place = memory.gazetteer.get(typed)
  const places: Suggestion[] = place ? [{ kind: 'place', text: place.name }] : []
  const terms = TERMS.filter((term) => term.lang === lang && term.folded.startsWith(typed) && !known.has(term.folded))
    .slice(0, MAX_TERMS)
    .map(({ text }): Suggestion => ({ kind: 'term', text }))
  const room = limit - places.length - terms.length
  return [...places, ...found.slice(0, Math.max(room, 1)), ...terms].slice(0, limit)
}
