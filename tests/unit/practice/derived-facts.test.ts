import { describe, expect, test } from 'vitest'
import { evidenceLevelOf, freshnessOf } from '#app/domain/practice/practice.ts'
import { completenessOf, countWords, emptyContent, SECTIONS } from '#app/domain/practice/sections.ts'
import type { ResultLine } from '#db/practice-content.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const at = (date: string) => new Date(`${date}T05:00:00Z`)

test.each([
  [null, '2026-11-22', 'none'],
  ['2026-11-22', '2026-11-22', 'fresh'],
  ['2026-05-22', '2026-11-22', 'fresh'],
  ['2026-05-21', '2026-11-22', 'aging'],
  ['2025-11-22', '2026-11-22', 'aging'],
  ['2025-11-21', '2026-11-22', 'stale'],
  ['2026-08-31', '2027-02-28', 'fresh'],
  ['2026-08-31', '2027-03-01', 'aging'],
  ['2028-02-29', '2029-02-28', 'aging'],
  ['2028-02-29', '2029-03-01', 'stale'],
] as const)('confirmed on %s, today %s: %s', (confirmed, date, expected) => {
  expect(freshnessOf(confirmed, at(date))).toBe(expected)
})

test('the day changes at midnight in Jakarta', () => {
  expect(freshnessOf('2026-05-22', new Date('2026-11-22T16:59:59Z'))).toBe('fresh')
  expect(freshnessOf('2026-05-22', new Date('2026-11-22T17:00:00Z'))).toBe('aging')
})

const line = (baseline: string | null, result: string | null): ResultLine => ({
  indicator: 'Kunjungan',
  unit: null,
  baseline,
  result,
  period: null,
  method: null,
})

test.each([
  [[], false, false, 1],
  [[], true, false, 1],
  [[line(null, 'meningkat')], false, false, 1],
  [[line(null, '475 KK')], true, false, 2],
  [[line('belum ada', '475 KK')], false, false, 2],
  [[line('52 (2017)', '8 (2019)')], false, false, 3],
  [[line('52 (2017)', '8 (2019)')], true, false, 4],
  [[line('52', null), line(null, '8')], true, false, 2],
  [[], false, true, 5],
] as const)('%j, checked %s, repeated %s: level %s', (results, checkedByHub, repeatedElsewhere, level) => {
  expect(evidenceLevelOf({ results: [...results] }, { checkedByHub, repeatedElsewhere })).toBe(level)
})

test.each([
  ['', 0],
  [null, 0],
  ['  satu\n dua\ttiga ', 3],
  ['ibu-ibu dan anak-anak', 3],
  ['angka 22/2018 – 15,5%', 3],
  ['日本 e-KTP é', 3],
  ['— … !', 0],
] as const)('%j has %d words', (text, expected) => {
  expect(countWords(text)).toBe(expected)
})

describe('completeness', () => {
  const stateOf = (content: ReturnType<typeof emptyContent>, section: string) =>
    completenessOf(content).sections.find((s) => s.section === section)?.state

  test('a new practice has every section and none complete', () => {
    const completeness = completenessOf(emptyContent('PELITA', 'sosial'))
    expect(completeness.sections.map((s) => s.section)).toEqual(SECTIONS)
    expect(completeness).toMatchObject({ complete: 0, percent: 0, total: 14 })
  })

  test.each([
    [0, 'empty'],
    [49, 'partial'],
    [50, 'complete'],
    [200, 'complete'],
    [201, 'partial'],
  ])('a summary of %d words is %s', (words, state) => {
    const content = emptyContent('PELITA', 'sosial')
    content.story.summary.id = 'kata '.repeat(words)
    expect(stateOf(content, 'summary')).toBe(state)
  })

  test('figures are complete when each says before, after, period and method', () => {
    const content = emptyContent('PELITA', 'sosial')
    content.results = [line('52', '8')]
    expect(stateOf(content, 'results')).toBe('partial')
    content.results = [{ ...line('52', '8'), period: '2017–2019', method: 'Buku kohort' }]
    expect(stateOf(content, 'results')).toBe('complete')
    content.results = []
    content.noResultsReason = 'Baru berjalan dua bulan.'
    expect(stateOf(content, 'results')).toBe('partial')
  })

  test('the classification asks for subject terms in both languages', () => {
    const content = { ...practiceContent(), subjects: { id: ['lampu jalan'], en: ['street lighting'] } }
    expect(stateOf(content, 'classification')).toBe('complete')
    for (const lang of ['id', 'en'] as const) {
      const subjects = { ...content.subjects, [lang]: [] }
      expect(stateOf({ ...content, subjects }, 'classification')).toBe('partial')
    }
  })

  test('percent counts sections', () => {
    const content = emptyContent('PELITA', 'sosial')
    content.story.summary.id = 'kata '.repeat(60)
    content.sources = ['https://contoh.go.id/pelita']
    expect(completenessOf(content).percent).toBe(14)
  })
})
