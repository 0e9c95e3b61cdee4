import { countIn } from './document-terms.ts'
import { PART_WEIGHTS, SATURATION, TEXT_PARTS } from './weights.ts'

/** Average length of each part over the catalogue, in words; never 0. */
export type AverageLengths = readonly number[]

const WEIGHTS = TEXT_PARTS.map((part) => PART_WEIGHTS[part].weight)
const PENALTIES = TEXT_PARTS.map((part) => PART_WEIGHTS[part].lengthPenalty)

/**
 * How much a practice says of a term, 0 to 1: occurrences weighed by part and part length, saturating.
 * BM25F as in Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), section 3.5.
 */
export function frequencyOf(
  counts: number,
  lengths: ArrayLike<number>,
  offset: number,
  average: AverageLengths,
): number {
  let weighted = 0
  for (let part = 0; part < WEIGHTS.length; part++) {
    const count = countIn(counts, part)
    if (count === 0) continue
    const penalty = PENALTIES[part]!
    weighted += (WEIGHTS[part]! * count) / (1 - penalty + (penalty * lengths[offset + part]!) / average[part]!)
  }
  return weighted / (SATURATION + weighted)
}
