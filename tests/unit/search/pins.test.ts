import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { practiceQuery } from '#search/engine.ts'
import { pinKeyOf, totalWithPins, withPins } from '#search/pins.ts'

const hits = (text: string) => [...text].map((practiceId) => ({ practiceId }))
const pins = (places: Record<string, number>) =>
  Object.entries(places).map(([practiceId, position]) => ({ practiceId, position }))
const order = (list: readonly { practiceId: string }[]) => list.map(({ practiceId }) => practiceId).join('')

describe('withPins', () => {
  test.each([
    ['nothing is pinned', 'abcdef', {}, 'abcdef'],
    ['one that is found further down', 'abcdef', { e: 1 }, 'eabcdf'],
    ['one that is not found', 'abcdef', { x: 2 }, 'axbcdef'],
    ['one that is where it would be', 'abcdef', { a: 1 }, 'abcdef'],
    ['one that is lower than it would be', 'abcdef', { a: 3 }, 'bcadef'],
    ['three, in any order', 'abcdef', { x: 3, f: 1, y: 2 }, 'fyxabcde'],
    ['two that want the same place', 'abcdef', { x: 1, y: 1 }, 'xyabcdef'],
    ['gaps are filled by what was found', 'abcdef', { x: 1, y: 3 }, 'xaybcdef'],
    ['a result shorter than the place', 'a', { x: 3 }, 'ax'],
    ['a result of nothing', '', { x: 3, y: 2 }, 'yx'],
  ])('%s', (_what, found, places, expected) => {
    expect(order(withPins(hits(found), pins(places)))).toBe(expected)
  })

  test('pages never overlap, nothing is lost, and the total is right, wherever the pinned practices are found', () => {
    const found = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 50 })
    const places = fc.uniqueArray(
      fc.record({ practiceId: fc.integer({ min: 0, max: 60 }).map(String), position: fc.integer({ min: 1, max: 3 }) }),
      { maxLength: 3, selector: ({ practiceId }) => practiceId },
    )
    fc.assert(
      fc.property(found, places, fc.integer({ min: 1, max: 20 }), (ids, pinned, limit) => {
        const all = ids.map((practiceId) => ({ practiceId }))
        const matched = new Set(ids.filter((id) => pinned.some(({ practiceId }) => practiceId === id)))
        const total = totalWithPins(all.length, pinned, matched)
        const shown: string[] = []
        for (let page = 1; shown.length < total; page++) {
          const reach = all.slice(0, page * limit + pinned.length)
          const slice = withPins(reach, pinned).slice((page - 1) * limit, page * limit)
          expect(slice.length).toBe(Math.min(limit, total - shown.length))
          shown.push(...slice.map(({ practiceId }) => practiceId))
        }
        expect(new Set(shown).size).toBe(total)
        expect(new Set(shown)).toEqual(new Set([...ids, ...pinned.map(({ practiceId }) => practiceId)]))
        const rest = shown.filter((id) => !pinned.some(({ practiceId }) => practiceId === id))
        expect(rest).toEqual(ids.filter((id) => !pinned.some(({ practiceId }) => practiceId === id)))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('pinKeyOf', () => {
  const key = (query: Parameters<typeof practiceQuery>[0]) => pinKeyOf(practiceQuery(query))

  test('knows the words in every form and order', () => {
    const of = key({ q: 'pelayanan antrean di puskesmas' })
    expect(of).toBeTruthy()
    expect(key({ q: 'Puskesmas, layanan antrean' })).toBe(of)
    expect(key({ q: 'antrean puskesmas' })).not.toBe(of)
  })

  test('knows the page of one filter value', () => {
    expect(key({ filters: { sector: ['kesehatan'] } })).toBe('sector=kesehatan')
  })

  test.each([
    ['the whole catalogue', {}],
    ['filler words', { q: 'untuk dan' }],
    ['words that were narrowed', { q: 'antrean', filters: { sector: ['kesehatan'] } }],
    ['two values', { filters: { sector: ['kesehatan', 'sosial'] } }],
    ['two filters', { filters: { sector: ['kesehatan'], province: ['35'] } }],
    ['another order', { q: 'antrean', sort: 'newest' as const }],
  ])('%s have no pins', (_what, query) => expect(key(query)).toBeNull())
})
