import type { Candidate } from '../language/spelling.ts'
import { editDistance } from '../language/spelling.ts'
import { stem } from '../language/stem.ts'

/** Edits up to which a word is offered; `correct` decides. */
const MAX_EDITS = 2
/** How many are offered. */
const MOST = 25

/** Every word of the catalogue as it is written, by its first letter and length: for mending typing errors. */
export class Words {
  readonly #byShape = new Map<string, Set<string>>()

  add(word: string): void {
    if (word.length < 4 || /[0-9]/.test(word)) return
    const shape = shapeOf(word[0]!, word.length)
    const words = this.#byShape.get(shape)
    if (words) words.add(word)
    else this.#byShape.set(shape, new Set([word]))
  }

  /** Words within two edits of one that occurs nowhere, or that it begins; `documentsOf` tells how frequent a stem is. */
  similar(word: string, documentsOf: (stem: string) => number): Candidate[] {
    const found: (Candidate & { edits: number })[] = []
    for (const first of new Set([word[0]!, word[1] ?? word[0]!])) {
      for (let length = word.length - MAX_EDITS; length <= word.length + MAX_EDITS; length++) {
        for (const candidate of this.#byShape.get(shapeOf(first, length)) ?? []) {
          const edits = editDistance(word, candidate, MAX_EDITS)
          if (edits > MAX_EDITS) continue
          const documents = documentsOf(stem(candidate))
          if (documents > 0) found.push({ word: candidate, documents, edits })
        }
      }
    }
    return found
      .sort((a, b) => a.edits - b.edits || b.documents - a.documents || (a.word < b.word ? -1 : 1))
      .slice(0, MOST)
  }
}

const shapeOf = (first: string, length: number) => `${first}${length}`
