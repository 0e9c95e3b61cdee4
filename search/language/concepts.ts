import { GLOSSARY, type GlossaryGroup } from './glossary.ts'
import { phraseStems } from './words.ts'

/** Something that the glossary has several words for. Documents and queries hold its token beside the words. */
export type Concept = {
  /** How the indexes write it: letters and digits, and no word of any language. */
  token: string
  /** `same`: the words may replace each other. `near`: they are neighbours of one topic. */
  relation: GlossaryGroup['relation']
  terms: readonly string[]
}

/** A concept found in a run of stems: `start` and `length` count stems. */
export type ConceptPlace = { concept: Concept; start: number; length: number }

/** Longest phrase of the glossary, in words. */
const MAX_PHRASE = 5
/** A word of so many groups says nothing about any of them. */
const MAX_GROUPS = 4

const TOKEN = 'xqc'

const conceptsByPhrase = new Map<string, Concept[]>()
GLOSSARY.forEach((group, number) => {
  const terms = [...group.terms, ...group.english]
  const concept: Concept = { token: `${TOKEN}${number}`, relation: group.relation, terms }
  for (const term of terms) {
    const stems = phraseStems(term)
    if (stems.length === 0 || stems.length > MAX_PHRASE) continue
    const key = stems.join(' ')
    const known = conceptsByPhrase.get(key) ?? []
    if (!known.includes(concept)) conceptsByPhrase.set(key, [...known, concept])
  }
})

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
      if (!found || found.length > MAX_GROUPS) continue
      for (const concept of found) places.push({ concept, start, length })
      if (length > 1) covered = start + length
      break
    }
  })
  return places
}

const byToken = new Map(
  [...conceptsByPhrase.values()].flatMap((concepts) => concepts.map((concept) => [concept.token, concept] as const)),
)

/** The phrases of a concept by its token, as stems. */
export function phrasesOf(token: string): string[][] {
  return byToken.get(token)?.terms.map(phraseStems) ?? []
}

/** True for a stem that begins or is a term of the glossary: it is no typing error. */
export const isGlossaryStem = (stem: string) => lengthsByFirst.has(stem)
