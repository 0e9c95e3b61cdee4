import { isInPlaces } from '../language/places.ts'
import type { Understanding } from '../language/understand.ts'
import { type Counted, Tally } from './tally.ts'
import { COVERAGE, ELSEWHERE, PROOF } from './weights.ts'

/** What the ranking needs to know of the practices. */
export type Ranked = Counted & {
  /** What is known of a practice beside its words; `null` for a slot that was given up. */
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
  /** Slots of the practices that have enough of the main words, in no order. */
  readonly found: Int32Array
  readonly #scores: Float64Array

  constructor(
    { terms, pairs, places, required }: Understanding,
    private readonly ranked: Ranked,
  ) {
    const tally = new Tally(ranked, terms)
    for (const pair of pairs) tally.add(pair)
    const codes = new Set(places.flatMap((place) => place.codes))
    const { touched, gains, cover, shares } = tally
    const found = new Int32Array(touched.length)
    let enough = 0
    for (const slot of touched) {
      const entry = ranked.entryOf(slot)
      if (!entry) continue
      const share = Math.min(1, gains[slot]! / (tally.most || 1))
      const score = share * coverage(cover[slot]!) * here(codes, entry) * this.#proof(entry)
      gains[slot] = Math.round(1e6 * Math.min(1, score)) / 1e6
      if (shares[slot]! >= required) found[enough++] = slot
    }
    this.found = found.subarray(0, enough)
    this.#scores = gains
  }

  /** 0 to 1, comparable inside one result only. */
  scoreOf(slot: number): number {
    return this.#scores[slot] ?? 0
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

/** What is left of a score when words are missing. */
const coverage = (cover: number) => COVERAGE.floor + (1 - COVERAGE.floor) * Math.min(1, cover) ** COVERAGE.power

/** What is left of the score of a practice elsewhere, when the words name a place. */
const here = (codes: ReadonlySet<string>, { province, district }: ProofEntry) =>
  codes.size === 0 || isInPlaces(codes, province, district) ? 1 : ELSEWHERE
