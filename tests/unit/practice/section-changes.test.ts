import { expect, test } from 'vitest'
import { readable } from '#app/components/practice/diff/section-changes.ts'
import { fieldValue } from '#app/components/practice/field-words.ts'
import { completenessOf, emptyContent } from '#app/domain/practice/sections.ts'
import type { PracticeContent, ResultLine } from '#db/practice-content.ts'

const empty = emptyContent('BIDAN', 'kesehatan')

test('costs and dates are compared as people write them, in the language of the reader', () => {
  const cost = { item: 'Kapal', per: null, setUp: 45_000_000, yearly: null, year: 2024 }
  const content: PracticeContent = { ...empty, startedOn: '2022-12-31', kit: { ...empty.kit, costs: [cost] } }
  expect(readable('id', content, 'kit').get('costs')).toMatch(/Untuk memulai: Rp45\.000\.000 · .*2024$/)
  expect(readable('en', content, 'kit').get('costs')).toMatch(/To start: Rp45,000,000 · .*2024$/)
  expect(readable('id', content, 'identity').get('startedOn')).toBe('31 Des 2022')
})

test.each([
  ['id', 'costs[0].yearly', '1250000', 'Rp1.250.000'],
  ['id', 'results[0].baselineOn', '2022-12-31', '31 Des 2022'],
  ['en', 'results[2].resultOn', '2023-12-31', '31 Dec 2023'],
  ['id', 'results[0].period', '2023-03', 'Mar 2023'],
  ['id', 'results[0].period', 'sejak 2023-03', 'sejak 2023-03'],
  ['id', 'results[0].women', '1200', '1.200'],
  ['id', 'results[0].result', '1200', '1200'],
  ['id', 'startedOn', '2023', '2023'],
] as const)('%s, %s: %s is shown as %s', (lang, name, value, words) => {
  expect(fieldValue(lang, name, value)).toBe(words)
})

test('rows in which nothing is written need not be deleted to finish the section', () => {
  const blank: ResultLine = { indicator: '', unit: null, baseline: null, result: ' ', period: null, method: null }
  const full = { indicator: 'Ibu', unit: 'orang', baseline: '3', result: '9', period: '2024', method: 'Catatan' }
  const state = (results: ResultLine[]) =>
    completenessOf({ ...empty, results }).sections.find(({ section }) => section === 'results')
  expect(state([full, blank])).toMatchObject({ state: 'complete', done: 1, of: 1 })
  expect(state([blank])).toMatchObject({ state: 'empty', of: 0 })
  expect(state([full, { ...blank, indicator: 'Bayi' }])).toMatchObject({ state: 'partial', done: 1, of: 2 })
})
