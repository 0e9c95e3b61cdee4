import { type Candidate, correct, isCorrectable, swapsOf } from './spelling.ts'
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

/** One way to match a word: stems that stand next to each other. A guess mends a word that occurs nowhere. */
export type Form = { stems: string[]; weight: number; isGuess?: boolean }

export type Term = {
  word: string
  /** The word itself comes first, unless it occurs nowhere. */
  forms: Form[]
  /** How much the word tells: the rarer in the catalogue, the more. */
  weight: number
  /** Its share of the main words, in thousandths; 0 where it is none of them. */
  share: number
}

/** A practice whose name looks like the query, letter by letter: 0 to 1. */
export type NamedPractice = { practiceId: string; similarity: number }

/** A query as understood with the vocabulary of the catalogue: what both engines are asked. */
export type Understanding = {
  terms: Term[]
  /** A practice is found when the shares of the words it has add up to so much … */
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
  const query = new Map<string, QueryWord>()
  words.forEach(({ word, stem: root, isJoined }, index) => {
    if (isJoined) joinWith(query, words.slice(Math.max(0, index - 2), index), root)
    else if (!query.has(root)) query.set(root, { word, stem: root, synonyms: [...(synonyms.get(root) ?? [])] })
  })
  return {
    words: [...query.values()],
    plain: tokenise(text)
      .map(({ word }) => word)
      .join(' ')
      .slice(0, 120),
  }
}

/** `KTP-el` is looked for as `ktp`, also written `ktpel`; its short part says nothing alone. */
function joinWith(query: Map<string, QueryWord>, parts: readonly IndexWord[], joined: string) {
  const [longest, ...others] = parts.map((part) => part).sort((a, b) => b.word.length - a.word.length)
  const kept = longest && query.get(longest.stem)
  if (!kept) return
  kept.synonyms.push({ stems: [joined], text: joined, weight: 1 })
  for (const { word, stem: root } of others) if (word.length <= 2) query.delete(root)
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
  const stems = words.flatMap((word) => (word.isJoined ? [] : [word.stem]))
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
    .map(({ word, stem: root }) => ({ word, stem: root, swaps: swapsOf(word) }))
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
  const also = new Map<string, string>()
  const typed = plainOf(query.plain)

  const terms = query.words.flatMap(({ word, stem: root, synonyms }): Term[] => {
    const known = occurs([root])
    const forms: Form[] = known ? [{ stems: [root], weight: 1 }] : []
    if (!known) {
      for (const { word: to, weight, documents } of correct(word, vocabulary.similar.get(word) ?? [])) {
        corrected.push({ from: word, to })
        documentsOf.set(stem(to), Math.max(documents, documentsOf.get(stem(to)) ?? 0))
        forms.push({ stems: [stem(to)], weight, isGuess: true })
      }
    }
    for (const { stems, weight, text } of synonyms) {
      if (!occurs(stems)) continue
      forms.push({ stems, weight })
      if (weight > 0.5 && weight < 1) also.set(plainOf(text), text)
    }
    if (forms.length === 0) return []
    const meant = Math.max(...forms.flatMap((form) => (form.weight === forms[0]!.weight ? [rarity(form.stems)] : [])))
    const weight = forms[0]!.isGuess ? meant * GUESS_WEIGHT : meant
    const worth = (form: Form) => form.weight * damped(rarity(form.stems), meant)
    return [{ word, forms: forms.map((form) => ({ ...form, weight: worth(form) })), weight, share: 0 }]
  })
  return {
    terms: withShares(terms),
    required: REQUIRED_SHARE,
    named: vocabulary.named,
    also: [...also].flatMap(([plain, text]) => (plain === typed ? [] : [text])).slice(0, 8),
    corrected,
  }
}

/** A word that was mended may have been meant as it was typed. */
const GUESS_WEIGHT = 0.6

/** A practice has to have so much of what the main words tell: two of nine that tell the same, one of up to four. */
const REQUIRED_SHARE = 220
/** The rarest words of a query; so few can be put in a filter. */
const MAIN_WORDS = 9

/** The rarest words of a long statement, in the order in which they were typed, with the shares of the main ones. */
function withShares(terms: readonly Term[]): Term[] {
  const rarest = [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_WORDS)
  const main = rarest.slice(0, MAIN_WORDS)
  const total = main.reduce((sum, { weight }) => sum + weight, 0)
  return terms.flatMap((term) => {
    if (!rarest.includes(term)) return []
    return [{ ...term, share: main.includes(term) ? Math.round((1_000 * term.weight) / total) : 0 }]
  })
}

/** `KTP-el`, `ktp el` and `KTPel` look the same to a reader. */
const plainOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A frequent word that stands for a rare one tells only as much as a frequent word. */
const damped = (own: number, meant: number) => Math.min(1, own / meant)
