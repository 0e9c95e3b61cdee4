/*
 * Every number that decides about the order of hits stands here. They were chosen by `npm run relevance` on the tuning
 * half of the judged queries; change one only with that table in hand.
 */

/** Parts of a practice that are weighed apart, in the order in which counts are packed. At most eight. */
export const TEXT_PARTS = ['name', 'title', 'subjects', 'terms', 'summary', 'story', 'topics', 'context'] as const
export type TextPart = (typeof TEXT_PARTS)[number]

/** What one occurrence counts, and how far a long part is held against it (BM25F; Robertson and Zaragoza, 2009). */
export const PART_WEIGHTS: Record<TextPart, { weight: number; lengthPenalty: number }> = {
  name: { weight: 3, lengthPenalty: 0.3 },
  title: { weight: 3.5, lengthPenalty: 0.4 },
  subjects: { weight: 3, lengthPenalty: 0.3 },
  terms: { weight: 2, lengthPenalty: 0.3 },
  summary: { weight: 1.2, lengthPenalty: 0.5 },
  story: { weight: 0.6, lengthPenalty: 0.6 },
  topics: { weight: 0.8, lengthPenalty: 0.2 },
  context: { weight: 0.5, lengthPenalty: 0.5 },
}

/** How soon a further occurrence says nothing new. */
export const SATURATION = 2.5

/** What a word of the glossary counts beside the word itself. */
export const CONCEPT_WEIGHT = { same: 0.9, near: 0.14 } as const
/** A practice that has only the concept, not the word. */
export const PAIR_WEIGHT = 0.5
/** A word put in the place of one that occurs nowhere. */
export const GUESS_WEIGHT = 0.75

/** A word that nearly every practice could have, beside other words. */
export const COMMON_WEIGHT = 0.4

/** Share of the score that a practice keeps when nearly all words are missing; and how steeply it grows with them. */
export const COVERAGE = { floor: 0.5, power: 1.2 } as const

/** A practice of another place than the one named in the words. */
export const ELSEWHERE = 0.12

/** Words of a long statement that are searched: the most telling ones. */
export const MAX_WORDS = 14
/** The main words: a practice is found when it has enough of them. */
export const MAIN_WORDS = 9
/** Thousandths of what the main words tell that a practice has to have: one of up to four that tell the same. */
export const REQUIRED_SHARE = 180

/** What proof adds to a score at most, each as a share of it: it orders equals and never lifts what fits badly. */
export const PROOF = { adoptions: 0.02, evidence: 0.015, alive: 0.02, nearProvince: 0.015, nearDistrict: 0.03 } as const
