import { PART_WEIGHTS, SATURATION, TEXT_PARTS } from './weights.ts'

const PARTS = TEXT_PARTS.length
const WEIGHTS = TEXT_PARTS.map((part) => PART_WEIGHTS[part].weight)
const PENALTIES = TEXT_PARTS.map((part) => PART_WEIGHTS[part].lengthPenalty)

/** What one occurrence counts in a part of so many words, when the part has `average` words over the catalogue. */
export const unitOf = (part: number, length: number, average: number) =>
  WEIGHTS[part]! / (1 - PENALTIES[part]! + (PENALTIES[part]! * length) / average)

/**
 * How much a practice says of a term, 0 to 1: occurrences weighed by part and part length, saturating.
 * BM25F as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), section 3.5.
 * `units` holds what an occurrence counts in each part, for the practice from `offset` on.
 */
export function frequencyOf(counts: number, units: Float32Array, offset: number): number {
  let weighted = 0
  let rest = counts
  for (let part = 0; part < PARTS && rest !== 0; part++) {
    weighted += (rest & 15) * units[offset + part]!
    rest >>>= 4
  }
  return weighted / (SATURATION + weighted)
}
