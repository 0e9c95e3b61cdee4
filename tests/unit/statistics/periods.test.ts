import { expect, test } from 'vitest'
import { topOf } from '#app/components/ui/bar-chart.tsx'
import { firstOfMonth, spanOf } from '#app/domain/statistics/periods.ts'
import { statisticsFilterSchema } from '#app/domain/statistics/statistics.schema.ts'

const dates = { today: '2026-03-15', since: '2025-11-20' }

test('thirty days end today', () => {
  const { step, from, to, steps } = spanOf('30d', dates)
  expect({ step, from, to, days: steps.length, last: steps.at(-1) }).toEqual({
    ...{ step: 'day', from: '2026-02-14', to: '2026-03-15' },
    ...{ days: 30, last: '2026-03-15' },
  })
})

test('twelve months end with this one', () => {
  const { step, from, steps } = spanOf('12m', dates)
  expect({ step, from, months: steps.length, last: steps.at(-1) }).toEqual({
    ...{ step: 'month', from: '2025-04-01', months: 12, last: '2026-03-01' },
  })
})

test('everything begins with the month in which counting began', () => {
  expect(spanOf('all', dates).steps).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'])
  // A clock that was set back.
  expect(spanOf('all', { today: '2026-03-15', since: '2026-04-01' }).steps).toHaveLength(12)
})

test.each([
  ['2026-01-31', -1, '2025-12-01'],
  ['2026-01-31', 1, '2026-02-01'],
  ['2024-02-29', -24, '2022-02-01'],
  ['2026-05-05', 0, '2026-05-01'],
])('%s and %i months later is %s', (date, later, first) => {
  expect(firstOfMonth(date, later)).toBe(first)
})

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [5, 5],
  [6, 10],
  [10, 10],
  [11, 20],
  [487, 500],
  [1_001, 2_000],
])('a chart of %i reaches to %i', (highest, top) => {
  expect(topOf(highest)).toBe(top)
})

test.each([
  [{}, { period: '30d', sort: 'views', hub: null, page: 1 }],
  [
    { period: '12m', sort: 'title', hub: 'jatim', page: '3' },
    { period: '12m', sort: 'title', hub: 'jatim', page: 3 },
  ],
  [
    { period: '1y', sort: 'agencyId', hub: 'x'.repeat(101), page: '-1' },
    { period: '30d', sort: 'views', hub: null, page: 1 },
  ],
])('the address %j is read as %j', (query, filter) => {
  expect(statisticsFilterSchema.parse(query)).toEqual(filter)
})
