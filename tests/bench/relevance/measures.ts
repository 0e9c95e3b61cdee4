import type { JudgedQuery } from './judged.ts'

/** Hits that are looked at. */
export const DEPTH = 10

/** Figures between 0 and 1. */
export type Figures = { ndcg: number; recall: number; success: number }

/**
 * How good a list of public ids is for a query: nDCG@10 with the grades as gains (Järvelin and Kekäläinen, 2002), the
 * share of the relevant ones among the first ten (of at most ten), and whether the first hit is relevant.
 */
export function figuresOf({ relevant }: Pick<JudgedQuery, 'relevant'>, ids: readonly string[]): Figures {
  const hits = ids.slice(0, DEPTH)
  const ideal = Object.values(relevant).sort((a, b) => b - a)
  const found = hits.filter((id) => relevant[id] !== undefined).length
  return {
    ndcg: gain(hits.map((id) => relevant[id] ?? 0)) / gain(ideal),
    recall: found / Math.min(DEPTH, ideal.length),
    success: hits[0] !== undefined && relevant[hits[0]] !== undefined ? 1 : 0,
  }
}

const gain = (grades: readonly number[]) =>
  grades.slice(0, DEPTH).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0)

/** The mean of each figure. */
export function meanOf(all: readonly Figures[]): Figures {
  const mean = (figure: keyof Figures) => all.reduce((sum, one) => sum + one[figure], 0) / Math.max(1, all.length)
  return { ndcg: mean('ndcg'), recall: mean('recall'), success: mean('success') }
}
