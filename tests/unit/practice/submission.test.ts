import { expect, test } from 'vitest'
import { emptyContent } from '#app/domain/practice/sections.ts'
import { submissionGaps } from '#app/domain/practice/submission.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const gapsOf = (content: PracticeContent) =>
  submissionGaps(content).map(({ section, rule, args }) => `${section}: ${[rule, ...args].join(' ')}`)

test('an empty text names everything that is missing', () => {
  expect(gapsOf(emptyContent('PELITA', 'sosial'))).toEqual([
    'identity: titleNeeded',
    'identity: taglineNeeded',
    'background: backgroundNeeded',
    'implementation: implementationNeeded',
    'results: resultsNeeded',
  ])
})

test('a complete text names nothing', () => {
  expect(gapsOf(practiceContent())).toEqual([])
})

test('without figures, a word why is enough; a blank one is not', () => {
  expect(gapsOf(practiceContent({ results: [], noResultsReason: 'Baru berjalan dua bulan.' }))).toEqual([])
  expect(gapsOf(practiceContent({ results: [], noResultsReason: '  ' }))).toEqual(['results: resultsNeeded'])
})

test('a figure needs its name, a cost its item', () => {
  const [line] = practiceContent().results
  expect(gapsOf(practiceContent({ results: [line!, { ...line!, indicator: '' }] }))).toEqual([
    'results: indicatorNeeded 2',
  ])
  const { kit } = practiceContent()
  const costs = [{ item: '', per: null, setUp: 1, yearly: null, year: null }]
  expect(gapsOf(practiceContent({ kit: { ...kit, costs } }))).toEqual(['kit: costItemNeeded 1'])
})

test('each story section keeps to its cap; English may be longer', () => {
  const { story } = practiceContent()
  const long = 'kata '.repeat(301)
  expect(gapsOf(practiceContent({ story: { ...story, background: { id: long, en: null } } }))).toEqual([
    'background: wordsAtMost 300 301',
  ])
  const english = { ...story, background: { ...story.background, en: 'word '.repeat(400) } }
  expect(gapsOf(practiceContent({ story: english }))).toEqual([])
})

test('something like an identity number blocks, also in English and in a row; links and sums do not', () => {
  const [line] = practiceContent().results
  const { story, kit } = practiceContent()
  const leaky = practiceContent({
    story: { ...story, novelty: { id: null, en: 'Mrs A, 3201014507890001' } },
    results: [{ ...line!, method: 'NIK 3201-0145-0789-0001' }],
    sources: ['https://contoh.go.id/2024/3201014507890001'],
    kit: { ...kit, costs: [{ item: 'Lampu', per: null, setUp: 320_101_450_789_000, yearly: null, year: null }] },
  })
  expect(gapsOf(leaky)).toEqual(['novelty: idNumber', 'results: idNumber'])
})
