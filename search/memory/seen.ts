import type { PracticeQuery } from '../engine.ts'

/**
 * What is left of a list for somebody who turns the page: what was seen is taken out, wherever it stands by now. When the
 * pages before were more than are remembered, so is what stands before the middle of the remembered: half of them may
 * have moved far up or down, or have come to the top meanwhile, and still nothing is shown twice. `passed` counts what
 * the reader has left behind of the pages before.
 */
export function withoutSeen(
  matched: Int32Array,
  { seen, page, limit }: Pick<PracticeQuery, 'seen' | 'page' | 'limit'>,
  publicIdOf: (slot: number) => string,
  compare: (a: number, b: number) => number,
): { unseen: Int32Array; passed: number } {
  if (seen.length === 0 || page === 1) return { unseen: matched, passed: 0 }
  const before = (page - 1) * limit
  const ids = new Set(seen)
  const remembered = [...matched.filter((slot) => ids.has(publicIdOf(slot)))].sort(compare)
  const middle = remembered[remembered.length >> 1]
  // Nothing of it is left: the number of the page has to do.
  if (middle === undefined) return { unseen: matched, passed: 0 }
  const isAll = seen.length >= before
  const unseen = matched.filter((slot) => !ids.has(publicIdOf(slot)) && (isAll || compare(slot, middle) > 0))
  return { unseen, passed: before }
}
