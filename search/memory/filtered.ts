import type { Facet } from '../engine.ts'
import type { FacetColumn } from './facet-column.ts'

/** A facet with a choice: one flag for each of its values. */
export type Chosen = { facet: Facet; column: FacetColumn; flags: Uint8Array }

/** What fits every filter, and by facet what fits every filter but that one. */
export function filtered(found: Int32Array, chosen: readonly Chosen[]) {
  const missed = chosen.map((): number[] => [])
  const missedOne = new Map(chosen.map(({ facet }, number) => [facet, missed[number]!]))
  if (chosen.length === 0) return { matched: found, missedOne }
  const matched = new Int32Array(found.length)
  let count = 0
  for (const slot of found) {
    let misses = 0
    let last = 0
    for (let number = 0; number < chosen.length && misses < 2; number++) {
      const { column, flags } = chosen[number]!
      if (column.isChosen(slot, flags)) continue
      misses += 1
      last = number
    }
    if (misses === 0) matched[count++] = slot
    else if (misses === 1) missed[last]!.push(slot)
  }
  return { matched: matched.subarray(0, count), missedOne }
}
