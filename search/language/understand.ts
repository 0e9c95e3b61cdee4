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
  /** One of the words that together make up most of the query's weight. */
  isTelling: boolean
}

/** A practice whose name looks like the query, letter by letter: 0 to 1. */
export type NamedPractice = { practiceId: string; similarity: number }

/** A query as understood with the vocabulary of the catalogue: what both engines are asked. */
export type Understanding = {
  terms: Term[]
  /** A practice is found when it has so many of the telling words … */
  required: number
  /** … or when its name looks like the query; looked for only where a word is unknown. */
  named: NamedPractice[]
  also: string[]
  corrected: { from: string; to: string }[]
}

/** What understanding a query needs to know of the catalogue. */
export type Vocabulary = {
  /** Number of documents. */
  total: number
  /** In how many documents each stem occurs; a stem that occurs nowhere is missing. */
  stems: ReadonlyMap<string, number>
  /** Words of the catalogue that look like one that occurs nowhere. */
  similar: ReadonlyMap<string, readonly Candidate[]>
  named: NamedPractice[]
}

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
export function askedOf(query: ParsedQuery) {
  const stems = query.words.flatMap((word) => [word.stem, ...word.synonyms.flatMap((synonym) => synonym.stems)])
  const words = query.words
    .filter(({ word }) => isCorrectable(word))
    .map(({ word, stem: root }) => ({ word, stem: root }))
  return { stems: [...new Set(stems)], words, plain: query.plain }
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

  const terms = query.words.flatMap(({ word, stem: root, synonyms }): Term[] => {
    const known = occurs([root])
    const forms: Form[] = known ? [{ stems: [root], weight: 1 }] : []
    if (!known) {
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
    const worth = (form: Form) => form.weight * damped(rarity(form.stems), weight)
    return [{ word, forms: forms.map((form) => ({ ...form, weight: worth(form) })), weight, isTelling: false }]
  })
  const chosen = telling(terms)
  return {
    terms: chosen,
    required: chosen.filter(({ isTelling }) => isTelling).length > 3 ? 2 : 1,
    named: vocabulary.named,
    also: [...also].slice(0, 8),
    corrected,
  }
}

/** Share of a query's weight that its telling words make up. */
const TELLING_SHARE = 0.6

/** The rarest words of a long statement, in the order in which they were typed; the rarest of them are telling. */
function telling(terms: readonly Term[]): Term[] {
  const rarest = [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_WORDS)
  const total = rarest.reduce((sum, { weight }) => sum + weight, 0)
  const enough = new Set<Term>()
  let share = 0
  for (const term of rarest) {
    if (share < TELLING_SHARE * total) enough.add(term)
    share += term.weight
  }
  return terms.flatMap((term) => (rarest.includes(term) ? [{ ...term, isTelling: enough.has(term) }] : []))
}

/** A frequent word that stands for a rare one tells only as much as a frequent word. */
const damped = (own: number, meant: number) => Math.min(1, own / meant)
