import { type GlossaryGroup, VOCABULARY } from './glossary.ts'
import { phraseStems } from './words.ts'

/** Something that the glossary has several words for. Documents and queries hold its token beside the words. */
export type Concept = {
  /** How the indexes write it: letters and digits, and no word of any language. */
  token: string
  /** `same`: the words may replace each other. `near`: they are neighbours of one topic. */
  relation: GlossaryGroup['relation']
  terms: string[]
}

/** A concept found in a run of stems: `start` and `length` count stems. */
export type ConceptPlace = { concept: Concept; start: number; length: number }

/** Longest phrase of the glossary, in words. */
const MAX_PHRASE = 5
/** A word of more groups than this is read as the first ones: synonyms before neighbours. */
const MAX_GROUPS = 4
/** Two groups of synonyms that share so many phrases are about the same. */
const SHARED = 2

const TOKEN = 'xqc'

const keysOf = ({ terms, english }: GlossaryGroup) => [
  ...new Set(
    [...terms, ...english].flatMap((term) => {
      const stems = phraseStems(term)
      return stems.length > 0 && stems.length <= MAX_PHRASE ? [stems.join(' ')] : []
    }),
  ),
]

const conceptsByPhrase = new Map<string, Concept[]>()
const phrases = new Map<string, string[]>()
for (const group of VOCABULARY) {
  const keys = keysOf(group)
  const concept = twinOf(group, keys) ?? { token: `${TOKEN}${phrases.size}`, relation: group.relation, terms: [] }
  concept.terms.push(...[...group.terms, ...group.english].filter((term) => !concept.terms.includes(term)))
  phrases.set(concept.token, [...new Set([...(phrases.get(concept.token) ?? []), ...keys])])
  for (const key of keys) {
    const known = conceptsByPhrase.get(key) ?? []
    if (!known.includes(concept)) conceptsByPhrase.set(key, [...known, concept].sort(synonymsFirst))
  }
}

/** The concept that shares enough phrases with a group of synonyms to be the same. */
function twinOf({ relation }: GlossaryGroup, keys: readonly string[]): Concept | undefined {
  if (relation === 'near') return undefined
  const shared = new Map<Concept, number>()
  for (const key of keys) {
    for (const concept of conceptsByPhrase.get(key) ?? []) {
      if (concept.relation === 'same') shared.set(concept, (shared.get(concept) ?? 0) + 1)
    }
  }
  return [...shared].find(([, count]) => count >= SHARED)?.[0]
}

function synonymsFirst(a: Concept, b: Concept): number {
  return Number(a.relation === 'near') - Number(b.relation === 'near')
}

/** Lengths of the phrases that begin with a stem, longest first. */
const lengthsByFirst = new Map<string, number[]>()
for (const key of conceptsByPhrase.keys()) {
  const stems = key.split(' ')
  const first = stems[0]!
  const lengths = lengthsByFirst.get(first) ?? []
  if (!lengths.includes(stems.length))
    lengthsByFirst.set(
      first,
      [...lengths, stems.length].sort((a, b) => b - a),
    )
}

/** The concepts in a run of stems. A longer phrase hides what its words mean alone: `air susu ibu` is not about water. */
export function conceptsIn(stems: readonly string[]): ConceptPlace[] {
  const places: ConceptPlace[] = []
  let covered = 0
  stems.forEach((first, start) => {
    for (const length of lengthsByFirst.get(first) ?? []) {
      if (start + length > stems.length || start + length <= covered) continue
      const found = conceptsByPhrase.get(stems.slice(start, start + length).join(' '))
      if (!found) continue
      for (const concept of found.slice(0, MAX_GROUPS)) places.push({ concept, start, length })
      if (length > 1) covered = start + length
      break
    }
  })
  return places
}

/** The phrases of a concept by its token, as stems. */
export function phrasesOf(token: string): string[][] {
  return phrases.get(token)?.map((key) => key.split(' ')) ?? []
}

/** True for a stem that begins or is a term of the glossary: it is no typing error. */
export const isGlossaryStem = (stem: string) => lengthsByFirst.has(stem)
