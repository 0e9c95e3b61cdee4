import type { EngineQuery } from '../engine.ts'
import { distanceOf } from '../ranking/nearness.ts'
import type { Ranking } from '../ranking/ranking.ts'

/** What the orders look at. */
export type Ordered = {
  publicId: string
  province: string | null
  district: string | null
  startYear: number | null
  /** Days as numbers, 20240131. */
  publishedOn: number
  confirmedOn: number | null
  adoptions: number
  evidence: number
  costToStart: number | null
}

type Compare = (a: number, b: number) => number

/** The order of a list: strict and total (it ends with the public id), so that pages never overlap. */
export function orderOf(
  { sort, near, understanding }: Pick<EngineQuery, 'sort' | 'near' | 'understanding'>,
  entryOf: (slot: number) => Ordered,
  ranking: Ranking | null,
): Compare {
  const by =
    (key: (entry: Ordered) => number): Compare =>
    (a, b) =>
      key(entryOf(a)) - key(entryOf(b))
  const most =
    (key: (entry: Ordered) => number): Compare =>
    (a, b) =>
      key(entryOf(b)) - key(entryOf(a))
  const score: Compare = (a, b) => (ranking ? ranking.scoreOf(b) - ranking.scoreOf(a) : 0)
  const publicId: Compare = (a, b) => {
    const [first, second] = [entryOf(a).publicId, entryOf(b).publicId]
    return first < second ? -1 : first > second ? 1 : 0
  }
  const newest = [most((entry) => entry.publishedOn), most((entry) => entry.startYear ?? 0), publicId]
  const evidence = most((entry) => entry.evidence)
  switch (sort === 'relevance' && !understanding ? 'newest' : sort) {
    case 'relevance':
      return first(
        score,
        evidence,
        most((entry) => entry.adoptions),
        publicId,
      )
    case 'adopted':
      return first(
        most((entry) => entry.adoptions),
        evidence,
        publicId,
      )
    case 'confirmed':
      return first(
        most((entry) => entry.confirmedOn ?? 0),
        evidence,
        publicId,
      )
    case 'cheapest':
      return first(
        by((entry) => entry.costToStart ?? Number.MAX_SAFE_INTEGER),
        evidence,
        publicId,
      )
    case 'nearest': {
      if (near === null) return ranking ? first(score, ...newest) : first(...newest)
      return first(
        by((entry) => distanceOf(near, entry.province, entry.district)),
        score,
        evidence,
        publicId,
      )
    }
    default:
      return first(...newest)
  }
}

/** The first order that tells two apart. */
const first =
  (...orders: readonly Compare[]): Compare =>
  (a, b) => {
    for (const order of orders) {
      const difference = order(a, b)
      if (difference !== 0) return difference
    }
    return 0
  }
