import { GLOSSARY, type GlossaryGroup } from './glossary.ts'
import { phraseStems } from './words.ts'

/** Another way to say a phrase: its stems, how it is written, and how much it counts beside the phrase itself (1). */
export type Synonym = { stems: string[]; text: string; weight: number }

const WEIGHT = { same: 0.6, near: 0.25 } as const

/** Longest phrase of the glossary, in words. */
export const MAX_PHRASE = 5

const groupsByPhrase = new Map<string, GlossaryGroup[]>()
for (const group of GLOSSARY) {
  for (const term of [...group.terms, ...group.english]) {
    const stems = phraseStems(term)
    if (stems.length === 0 || stems.length > MAX_PHRASE) continue
    const key = stems.join(' ')
    const groups = groupsByPhrase.get(key) ?? []
    if (!groups.includes(group)) groupsByPhrase.set(key, [...groups, group])
  }
}

/** What the glossary says for a phrase given by its stems; empty when it is no term of the glossary. */
export function synonymsOf(stems: readonly string[]): Synonym[] {
  const key = stems.join(' ')
  const found = new Map<string, Synonym>()
  for (const group of groupsByPhrase.get(key) ?? []) {
    for (const text of [...group.terms, ...group.english]) {
      const other = phraseStems(text)
      const otherKey = other.join(' ')
      if (other.length === 0 || otherKey === key) continue
      const weight = WEIGHT[group.relation]
      if ((found.get(otherKey)?.weight ?? 0) < weight) found.set(otherKey, { stems: other, text, weight })
    }
  }
  return [...found.values()]
}

/** The phrases of several words, by their first. */
const phrasesByFirst = new Map<string, string[][]>()
for (const key of groupsByPhrase.keys()) {
  const stems = key.split(' ')
  const [first] = stems
  if (first !== undefined && stems.length > 1) phrasesByFirst.set(first, [...(phrasesByFirst.get(first) ?? []), stems])
}

/** The glossary's phrases of several words that a text contains; `stemsAt` gives the stems at a place. */
export function phrasesAt(
  stem: string,
  position: number,
  stemsAt: (position: number) => ReadonlySet<string> | undefined,
) {
  return (phrasesByFirst.get(stem) ?? [])
    .filter((phrase) => phrase.every((one, index) => stemsAt(position + index)?.has(one)))
    .map((phrase) => phrase.join(' '))
}

/** Every phrase that has synonyms, as Meilisearch takes them: stems to stems, terms of the same meaning only. */
export function synonymTable(): Record<string, string[]> {
  const table: Record<string, string[]> = {}
  for (const key of [...groupsByPhrase.keys()].sort()) {
    const same = synonymsOf(key.split(' ')).filter(({ weight }) => weight === WEIGHT.same)
    if (same.length > 0) table[key] = same.map(({ stems }) => stems.join(' '))
  }
  return table
}
