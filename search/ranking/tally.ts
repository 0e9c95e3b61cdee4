import type { Form, Term } from '../language/understand.ts'
import type { Postings } from '../memory/postings.ts'
import { frequencyOf } from './score.ts'
import { TEXT_PARTS } from './weights.ts'

/** What is counted over: the postings of the practices, each of which is known by the number of its slot. */
export type Counted = {
  /** Slots are smaller than this. */
  size: number
  postingsOf(term: string): Postings | undefined
  rarityOf(term: string): number
  /** What an occurrence counts in each part of each practice. */
  units: Float32Array
}

const PARTS = TEXT_PARTS.length

/** What the terms of one query add up to for every practice that has any of them. */
export class Tally {
  /** What the terms gain each practice. */
  readonly gains: Float64Array
  /** How much of what the words tell each practice covers; 1 is all. */
  readonly cover: Float64Array
  /** Shares of the main words that each practice has, in thousandths. */
  readonly shares: Int32Array
  /** The most that a practice can gain. */
  most = 0
  readonly #touched: Int32Array
  #count = 0
  /** The word that was last counted for a practice, and how well it is met so far. */
  readonly #word: Int32Array
  readonly #met: Float64Array
  readonly #weightSum: number

  constructor(
    private readonly counted: Counted,
    terms: readonly Term[],
  ) {
    const { size } = counted
    this.gains = new Float64Array(size)
    this.cover = new Float64Array(size)
    this.shares = new Int32Array(size)
    this.#touched = new Int32Array(size)
    this.#word = new Int32Array(size).fill(-1)
    this.#met = new Float64Array(size)
    this.#weightSum = terms.reduce((sum, { weight }) => sum + weight, 0) || 1
    for (const [number, term] of terms.entries()) this.#addTerm(term, number)
  }

  /** Slots of practices that have any of the words, in no order. */
  get touched(): Int32Array {
    return this.#touched.subarray(0, this.#count)
  }

  /** Adds what a pair of words gains; it stands for no word of its own. */
  addPair({ term, weight }: Form): void {
    const { postingsOf, rarityOf, units } = this.counted
    const worth = weight * rarityOf(term)
    this.most += worth
    const postings = postingsOf(term)
    if (!postings) return
    const { slots, counts, length } = postings
    for (let at = 0; at < length; at++) {
      const slot = slots[at]!
      this.gains[slot]! += worth * frequencyOf(counts[at]!, units, slot * PARTS)
    }
  }

  #addTerm({ forms, weight, share }: Term, number: number): void {
    const { postingsOf, rarityOf, units } = this.counted
    const part = weight / this.#weightSum
    for (const form of forms) {
      const worth = form.weight * rarityOf(form.term)
      this.most += worth
      const postings = postingsOf(form.term)
      if (!postings) continue
      // The best of its forms tells how well a word is met.
      const met = Math.min(1, form.weight)
      const { slots, counts, length } = postings
      for (let at = 0; at < length; at++) {
        const slot = slots[at]!
        this.gains[slot]! += worth * frequencyOf(counts[at]!, units, slot * PARTS)
        if (this.#word[slot] !== number) this.#open(slot, number, share)
        const before = this.#met[slot]!
        if (met <= before) continue
        this.cover[slot]! += part * (met - before)
        this.#met[slot] = met
      }
    }
  }

  #open(slot: number, number: number, share: number): void {
    if (this.#word[slot] === -1) this.#touched[this.#count++] = slot
    this.#word[slot] = number
    this.#met[slot] = 0
    this.shares[slot]! += share
  }
}
