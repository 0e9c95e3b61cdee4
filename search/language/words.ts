import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { isIndexable, type Token, tokenise } from './tokenise.ts'

/** A word as the indexes hold it. Filler words do not count as places, so `akta untuk anak` is `akta` next to `anak`. */
export type IndexWord = {
  word: string
  stem: string
  position: number
  token: Token
  /** Two parts with a hyphen, written as one word. */
  isJoined?: boolean
}

/** The words of a text that carry meaning, stemmed; `e-KTP` also as `ektp`, `anak-anak` once. */
export function indexWords(text: string): IndexWord[] {
  const words: IndexWord[] = []
  const tokens = tokenise(text)
  let position = 0
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1]
    const hyphenated = previous && text.slice(previous.end, token.start) === '-'
    if (hyphenated && previous.word === token.word) return
    if (isIndexable(token.word) && !isStopWord(token.word, tokens[index + 1]?.word)) {
      position += 1
      words.push({ word: token.word, stem: stem(token.word), position, token })
    }
    if (hyphenated && isCompound(previous.word, token.word)) {
      const joined = `${previous.word}${token.word}`
      if (isIndexable(joined)) words.push({ word: joined, stem: stem(joined), position, token, isJoined: true })
    }
  })
  return words
}

/** `e-KTP`, `KTP-el`, `Covid-19`: also written as one word. */
const isCompound = (first: string, second: string) => first.length <= 3 || second.length <= 3

/** The stems of a phrase in their order, without the joined forms: what a phrase is looked up by. */
export function phraseStems(text: string): string[] {
  const stems: string[] = []
  let last = 0
  for (const { position, stem: root } of indexWords(text)) {
    if (position > last) stems.push(root)
    last = position
  }
  return stems
}
