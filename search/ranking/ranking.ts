import { isInPlaces } from '../language/places.ts'
import type { Form, Understanding } from '../language/understand.ts'
import type { Postings } from '../memory/postings.ts'
import { type AverageLengths, frequencyOf } from './score.ts'
import { COVERAGE, ELSEWHERE, PROOF } from './weights.ts'

/** What the ranking needs to know of the practices; a slot is the number of one. */
export type Ranked = {
  /** Slots are smaller than this. */
  size: number
  postingsOf(term: string): Postings | undefined
  rarityOf(term: string): number
  lengths: Float32Array
  average: AverageLengths
  /** Only asked for slots that are taken. */
  entryOf(slot: number): ProofEntry | null
  near: string | null
  /** 20241231 */
  today: number
}

export type ProofEntry = {
  province: string | null
  district: string | null
  adoptions: number
  evidence: number
  isAlive: boolean
  confirmedOn: number | null
}

/** The scores of one query over all practices: the one scoring code of both engines. */
export class Ranking {
  /** Slots that have enough of the main words; some of them may have been given up. */
  readonly found: Int32Array
  readonly #scores: Float64Array

  constructor(
    readonly understanding: Understanding,
    private readonly ranked: Ranked,
  ) {
    const { terms, pairs, required } = understanding
    const { size } = ranked
    const gains = new Float64Array(size)
    const cover = new Float64Array(size)
    const shares = new Int32Array(size)
    const touched = new Int32Array(size)
    const seen = new Uint8Array(size)
    let count = 0
    let most = 0
    const weightSum = terms.reduce((sum, { weight }) => sum + weight, 0) || 1
    const covered = new Float64Array(size)
    const last = new Int32Array(size).fill(-1)

    terms.forEach(({ forms, weight, share }, number) => {
      for (const form of forms) {
        most += this.#add(form, gains, (slot) => {
          if (seen[slot] === 0) {
            seen[slot] = 1
            touched[count++] = slot
          }
          if (last[slot] !== number) {
            last[slot] = number
            covered[slot] = 0
            shares[slot]! += share
          }
          // The best of its forms tells how well a word is met.
          const met = Math.min(1, form.weight)
          if (met > covered[slot]!) {
            cover[slot]! += (weight * (met - covered[slot]!)) / weightSum
            covered[slot] = met
          }
        })
      }
    })
    for (const pair of pairs) most += this.#add(pair, gains, () => undefined)

    const places = new Set(understanding.places.flatMap(({ codes }) => codes))
    const found = new Int32Array(count)
    let enough = 0
    for (let at = 0; at < count; at++) {
      const slot = touched[at]!
      const entry = ranked.entryOf(slot)
      if (!entry) continue
      const part = COVERAGE.floor + (1 - COVERAGE.floor) * Math.min(1, cover[slot]!) ** COVERAGE.power
      const elsewhere = places.size > 0 && !isInPlaces(places, entry.province, entry.district) ? ELSEWHERE : 1
      gains[slot] =
        Math.round(1e6 * Math.min(1, (gains[slot]! / (most || 1)) * part * elsewhere * this.#proof(entry))) / 1e6
      if (shares[slot]! >= required) found[enough++] = slot
    }
    this.found = found.subarray(0, enough)
    this.#scores = gains
  }

  scoreOf(slot: number): number {
    return this.#scores[slot] ?? 0
  }

  /** Adds what a form gains each practice; returns the most it can gain. */
  #add({ term, weight }: Form, gains: Float64Array, onMatch: (slot: number) => void): number {
    const { postingsOf, rarityOf, lengths, average } = this.ranked
    const postings = postingsOf(term)
    const worth = weight * rarityOf(term)
    if (!postings) return worth
    const parts = average.length
    for (let at = 0; at < postings.length; at++) {
      const slot = postings.slotAt(at)
      gains[slot]! += worth * frequencyOf(postings.countsAt(at), lengths, slot * parts, average)
      onMatch(slot)
    }
    return worth
  }

  /** Proof near people like the reader: a factor a little above 1. */
  #proof({ province, district, adoptions, evidence, isAlive, confirmedOn }: ProofEntry): number {
    const { near, today } = this.ranked
    let proof = 1 + PROOF.adoptions * Math.min(1, Math.log1p(adoptions) / Math.log1p(MANY_ADOPTIONS))
    proof += (PROOF.evidence * (evidence - 1)) / 4
    if (isAlive && confirmedOn !== null && today - confirmedOn <= A_YEAR) proof += PROOF.alive
    if (near !== null && district === near) proof += PROOF.nearDistrict
    else if (near !== null && province === near.slice(0, 2)) proof += PROOF.nearProvince
    return proof
  }
}

const MANY_ADOPTIONS = 20
/** Between two days written as 20240131. */
const A_YEAR = 10_000
