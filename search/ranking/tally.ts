import type { Form, Term } from '../language/understand.ts'
import type { Postings } from '../memory/postings.ts'
import { frequencyOf } from './score.ts'
import { TEXT_PARTS } from './weights.ts'

/** What is counted over: the postings of the practices, each of which is known by the number of its slot. */
export type Counted = {
  /** Slots are smaller than this. */
  size: number
  room: CountingRoom
  postingsOf(term: string): Postings | undefined
  rarityOf(term: string): number
  /** What an occurrence counts in each part of each practice. */
  units: Float32Array
}

const PARTS = TEXT_PARTS.length

/**
 * Room to count in, one number a practice in each column. It is used again by every query: made anew, the columns of
 * 100,000 practices would be four megabytes of rubbish a search.
 */
export class CountingRoom {
  /** What the terms gain each practice. */
  gains = new Float64Array(0)
  /** How much of what the words tell each practice covers; 1 is all. */
  cover = new Float64Array(0)
  /** Shares of the main words that each practice has, in thousandths. */
  shares = new Int32Array(0)
  /** The word that was last counted for a practice (−1: none was), and how well it is met so far. */
  word = new Int32Array(0)
  met = new Float64Array(0)
  touched = new Int32Array(0)
  count = 0

  /** Empties it for the next query: whatever was counted before is gone. */
  clear(size: number): this {
    if (size > this.word.length) this.#grow(Math.ceil(size * 1.25))
    else {
      for (let at = 0; at < this.count; at++) {
        const slot = this.touched[at]!
        this.gains[slot] = 0
        this.cover[slot] = 0
        this.shares[slot] = 0
        this.word[slot] = -1
      }
    }
    this.count = 0
    return this
  }

  #grow(size: number): void {
    this.gains = new Float64Array(size)
    this.cover = new Float64Array(size)
    this.shares = new Int32Array(size)
    this.word = new Int32Array(size).fill(-1)
    this.met = new Float64Array(size)
    this.touched = new Int32Array(size)
  }
}

/** What the terms of one query add up to for every practice that has any of them; good until the room is used again. */
export class Tally {
  readonly gains: Float64Array
  readonly cover: Float64Array
  readonly shares: Int32Array
  /** The most that a practice can gain. */
  most = 0
  readonly #room: CountingRoom
  readonly #weightSum: number

  constructor(
    private readonly counted: Counted,
    terms: readonly Term[],
  ) {
    this.#room = counted.room.clear(counted.size)
    this.gains = this.#room.gains
    this.cover = this.#room.cover
    this.shares = this.#room.shares
    this.#weightSum = terms.reduce((sum, { weight }) => sum + weight, 0) || 1
    for (const [number, term] of terms.entries()) this.#addTerm(term, number)
  }

  /** Slots of practices that have any of the words, in no order. */
  get touched(): Int32Array {
    return this.#room.touched.subarray(0, this.#room.count)
  }

  /** Adds what a pair of words gains practices that have any of the words; it stands for no word of its own. */
  addPair({ term, weight }: Form): void {
    const { postingsOf, rarityOf, units } = this.counted
    const worth = weight * rarityOf(term)
    this.most += worth
    const postings = postingsOf(term)
    if (!postings) return
    const { slots, counts, length } = postings
    const { word } = this.#room
    for (let at = 0; at < length; at++) {
      const slot = slots[at]!
      if (word[slot] !== -1) this.gains[slot]! += worth * frequencyOf(counts[at]!, units, slot * PARTS)
    }
  }

  #addTerm({ forms, weight, share }: Term, number: number): void {
    const { postingsOf, rarityOf, units } = this.counted
    const part = weight / this.#weightSum
    const { word, met: metSoFar } = this.#room
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
        if (word[slot] !== number) this.#open(slot, number, share)
        const before = metSoFar[slot]!
        if (met <= before) continue
        this.cover[slot]! += part * (met - before)
        metSoFar[slot] = met
      }
    }
  }

  #open(slot: number, number: number, share: number): void {
    const room = this.#room
    if (room.word[slot] === -1) room.touched[room.count++] = slot
    room.word[slot] = number
    room.met[slot] = 0
    this.shares[slot]! += share
  }
}
