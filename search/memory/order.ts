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

const FIRST_SIZE = 64
const KEYS = ['publishedOn', 'startYear', 'confirmedOn', 'adoptions', 'evidence', 'costToStart', 'id'] as const
type Key = (typeof KEYS)[number]

/** What practices are put in order by, by slot, as numbers side by side: an order compares hundreds of thousands. */
export class OrderColumns {
  readonly #columns = {} as Record<Key, Float64Array>
  readonly #entries: (Ordered | undefined)[] = []

  constructor() {
    for (const key of KEYS) this.#columns[key] = new Float64Array(FIRST_SIZE)
  }

  set(slot: number, entry: Ordered): void {
    if (slot >= this.#columns.id.length) this.#grow(slot)
    const columns = this.#columns
    columns.publishedOn[slot] = entry.publishedOn
    columns.startYear[slot] = entry.startYear ?? 0
    columns.confirmedOn[slot] = entry.confirmedOn ?? 0
    columns.adoptions[slot] = entry.adoptions
    columns.evidence[slot] = entry.evidence
    columns.costToStart[slot] = entry.costToStart ?? Number.MAX_SAFE_INTEGER
    columns.id[slot] = placeOfId(entry.publicId)
    this.#entries[slot] = entry
  }

  clear(slot: number): void {
    this.#entries[slot] = undefined
  }

  of(key: Key): Float64Array {
    return this.#columns[key]
  }

  /** How far each practice is from a region. */
  distancesFrom(near: string): Float64Array {
    const ofProvince = new Map<string | null, number>()
    return Float64Array.from(this.#entries, (entry) => {
      if (!entry) return 0
      const { province, district } = entry
      if (near === district) return distanceOf(near, province, district)
      const known = ofProvince.get(province) ?? distanceOf(near, province, null)
      ofProvince.set(province, known)
      return known
    })
  }

  /** The last word between two: their public ids, as text. */
  byId: Compare = (a, b) => {
    const difference = this.#columns.id[a]! - this.#columns.id[b]!
    if (difference !== 0 && !Number.isNaN(difference)) return difference
    const [first = '', second = ''] = [this.#entries[a]?.publicId, this.#entries[b]?.publicId]
    return first < second ? -1 : first > second ? 1 : 0
  }

  #grow(slot: number): void {
    for (const key of KEYS) {
      const grown = new Float64Array(Math.max(this.#columns[key].length * 2, slot + 1))
      grown.set(this.#columns[key])
      this.#columns[key] = grown
    }
  }
}

const DIGITS = 9

/**
 * A number in the order that public ids have as text; NaN for any other text. Digits are read as those of base 11, with
 * none smaller than 0, because `JIPP-35-10000` stands before `JIPP-35-9999`.
 */
function placeOfId(publicId: string): number {
  const [, province, number] = /^JIPP-(\d{2})-(\d{1,9})$/.exec(publicId) ?? []
  if (province === undefined || number === undefined) return Number.NaN
  let place = Number(province)
  for (let at = 0; at < DIGITS; at++) place = place * 11 + (at < number.length ? Number(number[at]) + 1 : 0)
  return place
}

const UP = 1
const DOWN = -1
type By = readonly [Float64Array, typeof UP | typeof DOWN]

/** The order of a list: strict and total (it ends with the public id), so that pages never overlap. */
export function orderOf(
  { sort, near, understanding }: Pick<EngineQuery, 'sort' | 'near' | 'understanding'>,
  columns: OrderColumns,
  ranking: Ranking | null,
): Compare {
  const most = (key: Key): By => [columns.of(key), DOWN]
  const score: By[] = ranking ? [[ranking.scores, DOWN]] : []
  const newest = [most('publishedOn'), most('startYear')]
  const keys = (): By[] => {
    switch (sort === 'relevance' && !understanding ? 'newest' : sort) {
      case 'relevance':
        return [...score, most('evidence'), most('adoptions')]
      case 'adopted':
        return [most('adoptions'), most('evidence')]
      case 'confirmed':
        return [most('confirmedOn'), most('evidence')]
      case 'cheapest':
        return [[columns.of('costToStart'), UP], most('evidence')]
      case 'nearest':
        return near === null ? [...score, ...newest] : [[columns.distancesFrom(near), UP], ...score, most('evidence')]
      default:
        return newest
    }
  }
  return compareBy(keys(), columns.byId)
}

/** The first key that tells two apart, else `last`. */
function compareBy(keys: readonly By[], last: Compare): Compare {
  return (a, b) => {
    for (let at = 0; at < keys.length; at++) {
      const [column, direction] = keys[at]!
      const difference = column[a]! - column[b]!
      if (difference !== 0) return difference * direction
    }
    return last(a, b)
  }
}
