import { expect, test } from 'vitest'
import { readSearch, searchParams } from '#app/domain/practice/practice-query.ts'
import { withOnlyPlaces, withoutPart, withPart } from '#app/domain/practice/understood-moves.ts'

const state = (query: string) => readSearch(new URLSearchParams(query)).state

test.each([
  ['pendidikan di Maluku', 'maluku', ['81'], 'q=pendidikan&province=81'],
  ['Maluku, pendidikan', 'maluku', ['81'], 'q=pendidikan&province=81'],
  ['air bersih dari Nusa-Tenggara Timur', 'nusa tenggara timur', ['53'], 'q=air+bersih&province=53'],
  ['antrean kota malang', 'kota malang', ['35.73'], 'q=antrean&district=35.73'],
  ['dimaluku sampah maluku', 'maluku', ['81'], 'q=dimaluku+sampah&province=81'],
  ['sampah kalimantan', 'kalimantan', ['61', '62'], 'q=sampah&province=61&province=62'],
])('%s: only from there takes the place out of the words', (q, typed, codes, wanted) => {
  const found = withOnlyPlaces(state(new URLSearchParams({ q, page: '3' }).toString()), [{ typed, codes, name: 'x' }])
  expect(searchParams(found).toString()).toBe(wanted)
})

test('what was understood is taken back once and put back', () => {
  const without = withoutPart(withoutPart(state('q=puskesms&page=2'), 'spelling'), 'spelling')
  expect(searchParams(without).toString()).toBe('q=puskesms&without=spelling')
  expect(searchParams(withPart(without, 'spelling')).toString()).toBe('q=puskesms')
})
