import { pairOf } from '../ranking/document-terms.ts'
import {
  COMMON_WEIGHT,
  CONCEPT_WEIGHT,
  GUESS_WEIGHT,
  MAIN_WORDS,
  MAX_WORDS,
  PAIR_WEIGHT,
  REQUIRED_SHARE,
} from '../ranking/weights.ts'
import { type Concept, conceptsIn, isGlossaryStem } from './concepts.ts'
import { type Gazetteer, type PlaceMention, placesIn } from './places.ts'
import { type Candidate, correct, isCorrectable } from './spelling.ts'
import { stem } from './stem.ts'
import { isCommonWord, isStopWord } from './stop-words.ts'
import { isIndexable, tokenise } from './tokenise.ts'
import { type IndexWord, indexWords } from './words.ts'

/** A longer text is read up to here. */
const MAX_CHARACTERS = 1_000

/** What the reader can take back of what was understood. */
export type UnderstandingPart = 'spelling' | 'synonyms' | 'places'

/** One term of the index that answers a word, and what it counts beside the word itself (1). */
export type Form = { term: string; weight: number }

/** A word of a query with everything that answers it. */
export type Term = {
  word: string
  /** The word itself comes first, unless it occurs nowhere. */
  forms: Form[]
  /** How much the word tells: the rarer in the catalogue, the more. */
  weight: number
  /** Its share of the main words, in thousandths; 0 where it is none of them. */
  share: number
}

/** A query as understood with the vocabulary of the catalogue: what both engines are asked. */
export type Understanding = {
  terms: Term[]
  /** Two words side by side tell more than the same words apart: pairs of stems, each with its weight. */
  pairs: Form[]
  /** A practice is found when the shares of the words it has add up to so much. */
  required: number
  places: PlaceMention[]
  also: string[]
  corrected: { from: string; to: string }[]
  /** Words of a long statement that were left aside. */
  left: string[]
  /** Words that occur nowhere, and nothing that looks like them. */
  unknown: string[]
}

/** What understanding a query needs to know of the catalogue. */
export type Vocabulary = {
  /** Number of practices. */
  total: number
  /** In how many practices a term of the index occurs. */
  documentsOf(term: string): number
  /** Words of the catalogue that look like one that occurs nowhere. */
  similar(word: string): readonly Candidate[]
  gazetteer: Gazetteer
}

type Word = { word: string; stem: string; weight: number }

/** Reads a query with the vocabulary of the catalogue; `null` when it holds no word that could be searched. */
export function understand(
  q: string,
  vocabulary: Vocabulary,
  without: readonly UnderstandingPart[] = [],
): Understanding | null {
  const text = q.slice(0, MAX_CHARACTERS)
  const { rest, places } = without.includes('places') ? { rest: text, places: [] } : takePlaces(text, vocabulary)
  const typed = wordsOf(rest)
  if (typed.length === 0 && tokenise(text).length === 0) return null
  const corrected: Understanding['corrected'] = []
  const words = typed.flatMap((word) => known(word, vocabulary, without.includes('spelling') ? undefined : corrected))
  const concepts = without.includes('synonyms') ? [] : conceptsIn(words.map((word) => word.stem))
  const rarity = (term: string) => rarityOf(vocabulary, term)

  const terms = new Map<string, Term>()
  const unknown = new Set<string>()
  words.forEach((word, at) => {
    const own: Form[] = vocabulary.documentsOf(word.stem) > 0 ? [{ term: word.stem, weight: word.weight }] : []
    const meant = concepts.filter(({ start, length }) => start <= at && at < start + length)
    const more = meant.flatMap(({ concept, length }): Form[] =>
      vocabulary.documentsOf(concept.token) > 0
        ? [{ term: concept.token, weight: (CONCEPT_WEIGHT[concept.relation] * word.weight) / length }]
        : [],
    )
    const forms = [...own, ...more]
    if (forms.length === 0) {
      unknown.add(word.word)
      return
    }
    const before = terms.get(word.stem)
    if (before) {
      before.forms.push(...more.filter(({ term }) => !before.forms.some((form) => form.term === term)))
      return
    }
    const tells = own.length > 0 ? rarity(word.stem) : Math.max(...more.map(({ term }) => rarity(term)))
    const worth = word.weight * (words.length > 1 && isCommonWord(word.word) ? COMMON_WEIGHT : 1)
    terms.set(word.stem, {
      word: word.word,
      forms: forms.map((form) => ({ ...form, weight: (form.weight * worth) / word.weight })),
      weight: tells * worth,
      share: 0,
    })
  })
  const chosen = withShares([...terms.values()])
  return {
    terms: chosen,
    pairs: pairsOf(words, vocabulary),
    required: REQUIRED_SHARE,
    places,
    also: alsoOf(
      concepts.map(({ concept }) => concept),
      rest,
      vocabulary,
    ),
    corrected,
    unknown: [...unknown],
    left: [...terms.values()].filter((term) => !chosen.some(({ word }) => word === term.word)).map(({ word }) => word),
  }
}

/** How much a term tells (inverse document frequency of BM25, never negative). */
export const rarityOf = ({ total, documentsOf }: Pick<Vocabulary, 'total' | 'documentsOf'>, term: string) => {
  const documents = documentsOf(term)
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5))
}

/** Takes the places out of a text; a query that names nothing but a place is about that place. */
function takePlaces(text: string, { gazetteer }: Vocabulary) {
  const tokens = tokenise(text)
  const { mentions, used } = placesIn(
    tokens.map(({ word }) => word),
    gazetteer,
  )
  if (mentions.length === 0) return { rest: text, places: [] }
  let rest = ''
  let end = 0
  tokens.forEach((token, at) => {
    if (!used.has(at)) rest += text.slice(end, token.end)
    end = token.end
  })
  return wordsOf(rest).length > 0 && indexWords(rest).length > 0
    ? { rest, places: mentions }
    : { rest: text, places: [] }
}

/** The words that carry meaning; whoever types nothing but filler words means them. */
function wordsOf(text: string): IndexWord[] {
  const found = indexWords(text)
  if (found.length > 0) return withoutParts(found)
  return tokenise(text).flatMap((token, position) =>
    isStopWord(token.word) && isIndexable(token.word)
      ? [{ word: token.word, stem: stem(token.word), position, token }]
      : [],
  )
}

/** `KTP-el` is looked for as `ktp` and as `ktpel`; its short part says nothing alone. */
function withoutParts(words: IndexWord[]): IndexWord[] {
  const short = new Set<IndexWord>()
  words.forEach((word, at) => {
    if (!word.isJoined) return
    for (const part of words.slice(Math.max(0, at - 2), at)) if (part.word.length <= 2) short.add(part)
  })
  return words.filter((word) => !short.has(word))
}

/** A word as it is searched: itself when the catalogue or the glossary knows it, else what it may have meant. */
function known(
  { word, stem: root }: IndexWord,
  vocabulary: Vocabulary,
  corrected: Understanding['corrected'] | undefined,
): Word[] {
  if (!corrected || vocabulary.documentsOf(root) > 0 || isGlossaryStem(root) || !isCorrectable(word)) {
    return [{ word, stem: root, weight: 1 }]
  }
  const guesses = correct(word, vocabulary.similar(word))
  for (const guess of guesses) corrected.push({ from: word, to: guess.word })
  if (guesses.length === 0) return [{ word, stem: root, weight: 1 }]
  return guesses.map((guess) => ({
    word: guess.word,
    stem: stem(guess.word),
    weight: guess.weight * GUESS_WEIGHT,
  }))
}

function pairsOf(words: readonly Word[], vocabulary: Vocabulary): Form[] {
  const pairs = new Map<string, Form>()
  words.slice(1).forEach((word, at) => {
    const before = words[at]!
    const term = pairOf(before.stem, word.stem)
    if (vocabulary.documentsOf(term) > 0) {
      pairs.set(term, { term, weight: PAIR_WEIGHT * Math.min(before.weight, word.weight) })
    }
  })
  return [...pairs.values()]
}

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

const MAX_ALSO = 8

/** The other words of the concepts that were meant, as they are written, where the catalogue has them. */
function alsoOf(concepts: readonly Concept[], typed: string, vocabulary: Vocabulary): string[] {
  const said = plainOf(typed)
  const also = new Map<string, string>()
  for (const { relation, terms, token } of concepts) {
    if (relation !== 'same' || vocabulary.documentsOf(token) === 0) continue
    for (const term of terms) {
      const plain = plainOf(term)
      if (!said.includes(plain) && occurs(term, vocabulary)) also.set(plain, term)
    }
  }
  return [...also.values()].slice(0, MAX_ALSO)
}

const occurs = (term: string, vocabulary: Vocabulary) =>
  indexWords(term).every((word) => word.isJoined || vocabulary.documentsOf(word.stem) > 0)

/** `KTP-el`, `ktp el` and `KTPel` look the same to a reader. */
const plainOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
