import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROVINCE_TILES, tintOf, WEST_COLUMNS } from '#app/domain/network/tiles.ts'

test('the tiles stand where the style sheet puts them', () => {
  const css = readFileSync('app/styles/ui.css', 'utf8')
  const placed = [...css.matchAll(/\.p(\d\d) \{ grid-area: (\d+) \/ (\d+); \}/g)]
  expect(placed).toHaveLength(38)
  for (const [, code = '', row, column] of placed) {
    const tile = PROVINCE_TILES[code]
    const columnInHalf = tile && (tile[0] > WEST_COLUMNS ? tile[0] - WEST_COLUMNS : tile[0])
    expect([code, tile?.[1], columnInHalf]).toEqual([code, Number(row), Number(column)])
  }
})

test.each([
  [0, 0],
  [1, 1],
  [7, 1],
  [8, 2],
  [39, 3],
  [40, 4],
  [66, 4],
])('%i practices have tint %i', (practices, tint) => {
  expect(tintOf(practices)).toBe(tint)
})
