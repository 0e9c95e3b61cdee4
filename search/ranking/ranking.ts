import type { Understanding } from '../language/understand.ts'
import { type Counted, Tally } from './tally.ts'
import { placeNumber, type Traits } from './traits.ts'
import { COVERAGE, ELSEWHERE } from './weights.ts'

/** What the ranking needs to know of the practices. */
export type Ranked = Counted & {
  traits: Traits
  /** Region of the reader. */
  near: string | null
  /** 20241231 */
  today: number
}

/** The scores of one query over all practices, good until the next one: the one scoring code of both engines. */
export class Ranking {
  /** Slots of the practices that have enough of the main words, in no order. */
  readonly found: Int32Array
  /** By slot, 0 to 1, comparable inside one result only. */
  readonly scores: Float64Array

  constructor({ terms, pairs, places, required }: Understanding, ranked: Ranked) {
    const { traits, today } = ranked
    const tally = new Tally(ranked, terms)
    for (const pair of pairs) tally.addPair(pair)
    const named = new Set(places.flatMap(({ codes }) => codes.map(placeNumber)))
    const near = placeNumber(ranked.near)
    const { touched, gains, cover, shares } = tally
    const most = tally.most || 1
    const found = new Int32Array(touched.length)
    let enough = 0
    for (const slot of touched) {
      if (!traits.isTaken(slot)) continue
      const here = named.size === 0 || traits.isIn(slot, named) ? 1 : ELSEWHERE
      const score = Math.min(1, gains[slot]! / most) * coverage(cover[slot]!) * here * traits.proofOf(slot, today, near)
      gains[slot] = Math.round(1e6 * Math.min(1, score)) / 1e6
      if (shares[slot]! >= required) found[enough++] = slot
    }
    this.found = found.subarray(0, enough)
    this.scores = gains
  }

  scoreOf(slot: number): number {
    return this.scores[slot] ?? 0
  }
}

/** What is left of a score when words are missing. */
const coverage = (cover: number) => COVERAGE.floor + (1 - COVERAGE.floor) * Math.min(1, cover) ** COVERAGE.power
