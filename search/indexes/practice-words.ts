import { stem } from '../language/stem.ts'
import { phrasesAt } from '../language/synonyms.ts'
import { isIndexable, tokenise } from '../language/tokenise.ts'
import { indexWords } from '../language/words.ts'
import { type PracticeDocument, type TextWeight, textsOf } from './practices.ts'

/** A stem with its place in the whole document and the weight of the text it stands in. */
export type Posting = { stem: string; position: number; weight: TextWeight }

/** The words of a document as both engines hold them. */
export type DocumentWords = {
  postings: Posting[]
  /** The stems of each text, by weight. */
  stems: Record<TextWeight, string[]>
  /** Every word as it is written, once: for mending typing errors. */
  words: string[]
  /** Brand and titles, folded. */
  names: string
}

/** Words of different texts are no neighbours. */
const GAP = 10

/** Takes a document apart into words. */
export function wordsOf(document: PracticeDocument): DocumentWords {
  const postings: Posting[] = []
  const stems: DocumentWords['stems'] = { A: [], B: [], C: [], D: [] }
  const words = new Set<string>()
  let end = 0
  for (const { text, weight } of textsOf(document)) {
    const start = end
    const found = indexWords(text)
    stems[weight].push(found.map((one) => one.stem).join(' '))
    for (const { stem: root, word, position } of found) {
      words.add(word)
      postings.push({ stem: root, position: start + position, weight })
      end = start + position
    }
    end += GAP
  }
  const joined = joinedName(document.brand)
  if (joined) {
    words.add(joined)
    postings.push({ stem: stem(joined), position: end, weight: 'A' })
    stems.A.push(stem(joined))
  }
  return { postings, stems, words: [...words], names: namesOf(document) }
}

/** `PAK DALMAN (Pelayanan …)` is also looked for as `pakdalman`. */
function joinedName(brand: string): string | undefined {
  const words = tokenise(brand.split('(')[0] ?? '')
  if (words.length < 2 || words.length > 4) return undefined
  const joined = words.map(({ word }) => word).join('')
  return isIndexable(joined) ? joined : undefined
}

function namesOf({ brand, title }: PracticeDocument): string {
  return [brand, title.id, title.en]
    .flatMap((name) => (name ? tokenise(name) : []))
    .map(({ word }) => word)
    .join(' ')
}

/** The terms of the glossary with several words that stand in a document. */
export function phrasesOf(postings: readonly Posting[]): string[] {
  const places = new Map<number, Set<string>>()
  for (const { stem: root, position } of postings) places.set(position, (places.get(position) ?? new Set()).add(root))
  return [...new Set(postings.flatMap(({ stem: root, position }) => phrasesAt(root, position, (at) => places.get(at))))]
}
