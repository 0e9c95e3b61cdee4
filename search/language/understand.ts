import { type Candidate, correct, isCorrectable } from './spelling.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { MAX_PHRASE, type Synonym, synonymsOf } from './synonyms.ts'
import { isIndexable, tokenise } from './tokenise.ts'
import { type IndexWord, indexWords } from './words.ts'

/** A longer text is read up to here. */
const MAX_CHARACTERS = 1_000
/** Words of a long statement that are searched: the rarest in the catalogue. */
const MAX_WORDS = 12

export type QueryWord = Pick<IndexWord, 'word' | 'stem'> & { synonyms: Synonym[] }

/** A query as read without the catalogue. */
export type ParsedQuery = {
  words: QueryWord[]
  /** All of it in lower case, for comparing with names. */
  plain: string
}

/** One way to match a word: stems that stand next to each other. */
export type Form = { stems: string[]; weight: number }

export type Term = {
  word: string
  /** The word itself comes first, unless it occurs nowhere. */
  forms: Form[]
  /** How much the word tells: the rarer in the catalogue, the more. */
  weight: number
}

/** A query as understood with the vocabulary of the catalogue: what both engines are asked. */
export type Understanding = {
  terms: Term[]
  /** Set when some word is unknown: names are compared letter by letter. */
  name: string | null
  also: string[]
  corrected: { from: string; to: string }[]
}

/** What understanding a query needs to know of the catalogue. */
export type Vocabulary = { total: number; stems: Map<string, number>; similar: Map<string, Candidate[]> }

/** Reads a query: words that carry meaning, each once, with the terms of the glossary that mean the same. */
export function parseQuery(q: string): ParsedQuery {
  const text = q.slice(0, MAX_CHARACTERS)
  const found = indexWords(text)
  const words = found.length > 0 ? found : fillerWords(text)
  const synonyms = synonymsByWord(words)
  const seen = new Set<string>()
  const query: QueryWord[] = []
  for (const { word, stem: root } of words) {
    if (seen.has(root)) continue
    seen.add(root)
    query.push({ word, stem: root, synonyms: synonyms.get(root) ?? [] })
  }
  return {
    words: query,
    plain: tokenise(text)
      .map(({ word }) => word)
      .join(' ')
      .slice(0, 120),
  }
}

/** Someone who types nothing but filler words means them. */
function fillerWords(text: string): IndexWord[] {
  return tokenise(text).flatMap((token, position) =>
    isStopWord(token.word) && isIndexable(token.word)
      ? [{ word: token.word, stem: stem(token.word), position, token }]
      : [],
  )
}

/** The longest phrases of the glossary first; what a phrase means, each of its words means. */
function synonymsByWord(words: readonly IndexWord[]): Map<string, Synonym[]> {
  const stems = words.map((word) => word.stem)
  const byWord = new Map<string, Synonym[]>()
  let start = 0
  while (start < stems.length) {
    let length = Math.min(MAX_PHRASE, stems.length - start)
    while (length > 1 && synonymsOf(stems.slice(start, start + length)).length === 0) length--
    const phrase = stems.slice(start, start + length)
    for (const root of phrase) byWord.set(root, [...(byWord.get(root) ?? []), ...synonymsOf(phrase)])
    start += length
  }
  return byWord
}

/** The stems and words that the vocabulary has to answer for. */
export function askedOf(query: ParsedQuery): { stems: string[]; words: { word: string; stem: string }[] } {
  const stems = query.words.flatMap((word) => [word.stem, ...word.synonyms.flatMap((synonym) => synonym.stems)])
  const words = query.words
    .filter(({ word }) => isCorrectable(word))
    .map(({ word, stem: root }) => ({ word, stem: root }))
  return { stems: [...new Set(stems)], words }
}

/** Weighs the words of a query, mends those that occur nowhere, and adds what the glossary knows. */
export function understand(query: ParsedQuery, vocabulary: Vocabulary): Understanding {
  const documentsOf = new Map(vocabulary.stems)
  const rarity = (stems: readonly string[]) => {
    const documents = Math.min(...stems.map((one) => documentsOf.get(one) ?? 0))
    return Math.log(1 + (vocabulary.total - documents + 0.5) / (documents + 0.5))
  }
  const occurs = (stems: readonly string[]) => stems.every((one) => vocabulary.stems.has(one))
  const corrected: Understanding['corrected'] = []
  const also = new Set<string>()
  let unknown = false

  const terms = query.words.flatMap(({ word, stem: root, synonyms }): Term[] => {
    const known = occurs([root])
    const forms: Form[] = known ? [{ stems: [root], weight: 1 }] : []
    if (!known) {
      unknown = true
      for (const { word: to, weight, documents } of correct(word, vocabulary.similar.get(word) ?? [])) {
        corrected.push({ from: word, to })
        documentsOf.set(stem(to), Math.max(documents, documentsOf.get(stem(to)) ?? 0))
        forms.push({ stems: [stem(to)], weight })
      }
    }
    for (const { stems, weight, text } of synonyms) {
      if (!occurs(stems)) continue
      forms.push({ stems, weight })
      if (weight > 0.5) also.add(text)
    }
    if (forms.length === 0) return []
    const weight = Math.max(
      ...forms.filter((form) => form.weight === forms[0]!.weight).map((form) => rarity(form.stems)),
    )
    return [
      {
        word,
        forms: forms.map((form) => ({ ...form, weight: form.weight * damped(rarity(form.stems), weight) })),
        weight,
      },
    ]
  })
  const telling = new Set([...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_WORDS))
  return {
    terms: terms.filter((term) => telling.has(term)),
    name: unknown && query.plain.length >= 4 ? query.plain : null,
    also: [...also].slice(0, 8),
    corrected,
  }
}

/** A frequent word that stands for a rare one tells only as much as a frequent word. */
const damped = (own: number, meant: number) => Math.min(1, own / meant)
