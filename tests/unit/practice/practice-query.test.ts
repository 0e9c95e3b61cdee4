import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  chosenOf,
  countFilters,
  FILTERS,
  nextPage,
  pageOf,
  readSearch,
  savedParams,
  searchParams,
  toPracticeQuery,
  withConsistentPlaces,
  withDistrict,
  withoutFilters,
  withoutValue,
} from '#app/domain/practice/practice-query.ts'
import { FACETS, MAX_PAGE_SIZE, MAX_REACH, SORTS } from '#search/engine.ts'

const read = (query: string) => readSearch(new URLSearchParams(query))

test('knows every filter and every order of the search', () => {
  expect([...FILTERS].sort()).toEqual([...FACETS].sort())
  expect(read(`sort=${SORTS[1]}`).state.sort).toBe(SORTS[1])
})

test('reads words, filters, order and page', () => {
  const { state, problems } = read('q=antrean+puskesmas&province=35&province=73&sector=kesehatan&sort=newest&page=3')
  expect(problems).toEqual([])
  expect(state).toMatchObject({ q: 'antrean puskesmas', sort: 'newest', page: 3, limit: 20 })
  expect(state.filters.province).toEqual(['35', '73'])
  expect(state.filters.sector).toEqual(['kesehatan'])
})

test.each([
  ['limit=-1', 'limit', 'out_of_range', { limit: 20 }],
  ['limit=0', 'limit', 'out_of_range', { limit: 20 }],
  ['limit=101', 'limit', 'out_of_range', { limit: MAX_PAGE_SIZE }],
  ['limit=1e3', 'limit', 'not_a_number', {}],
  ['page=abc', 'page', 'not_a_number', { page: 1 }],
  ['page=99999999999999999999', 'page', 'not_a_number', { page: MAX_REACH }],
  ['q=%00antre', 'q', 'unreadable', { q: 'antre' }],
  ['q=%E0%A4%A', 'q', 'unreadable', {}],
  [`q=${'a'.repeat(8000)}`, 'q', 'too_long', { q: 'a'.repeat(500) }],
  ['q=satu&q=dua', 'q', 'repeated', { q: 'satu' }],
  ['sort=terbaru', 'sort', 'unknown_value', { sort: 'relevance' }],
])('%s is named as a problem and brought into bounds', (query, parameter, code, state) => {
  const result = read(query)
  expect(result.problems).toContainEqual({ parameter, code })
  expect(result.state).toMatchObject(state)
})

test.each([
  ['sector', 'sihir'],
  ['life', 'alive'],
  ['form', '1'],
  ['province', '3'],
  ['province', '35.10'],
  ['district', '35'],
  ['year', '1066'],
  ['year', '2001-2002'],
  ['award', '<b>'],
])('%s=%s is not a value of that filter', (facet, value) => {
  const { state, problems } = read(new URLSearchParams({ [facet]: value }).toString())
  expect(problems).toEqual([{ parameter: facet, code: 'unknown_value' }])
  expect(countFilters(state)).toBe(0)
})

test('takes no more than fifty values of a filter', () => {
  const many = Array.from({ length: 90 }, (_, i) => `district=35.${10 + i}`).join('&')
  const { state, problems } = read(many)
  expect(problems).toEqual([{ parameter: 'district', code: 'too_many' }])
  expect(state.filters.district).toHaveLength(50)
})

test('asks the engine for the years of a group', () => {
  const { state } = read('year=2016-2020&year=2012')
  expect(toPracticeQuery(state, 'id').filters.year).toEqual(['2016', '2017', '2018', '2019', '2020', '2012'])
})

test('forgets districts outside the chosen provinces, and those that go with a province', () => {
  const { state } = read('province=35&province=73&district=35.10&district=33.01')
  const consistent = withConsistentPlaces(state)
  expect(consistent.filters.district).toEqual(['35.10'])
  const without = withoutValue(consistent, 'province', '35')
  expect(without.filters).toMatchObject({ province: ['73'], district: [] })
})

test('an address and its state are the same thing', () => {
  const facet = fc.constantFrom('kesehatan', 'pendidikan', 'sosial')
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      fc.uniqueArray(facet),
      fc.integer({ min: 1, max: 500 }),
      (q, sector, page) => {
        const { state } = readSearch(
          new URLSearchParams([['q', q], ...sector.map((one) => ['sector', one]), ['page', String(page)]]),
        )
        expect(readSearch(searchParams(state))).toEqual({ state, problems: [] })
      },
    ),
  )
})

test('turning the page remembers what was seen, as short as can be, and no more than sixty', () => {
  const hits = Array.from({ length: 20 }, (_, no) => ({ publicId: `JIPP-35-${String(no + 1).padStart(4, '0')}` }))
  let { state } = read('q=sampah')
  for (let page = 1; page <= 7; page++) {
    state = nextPage(state, hits)
    const again = readSearch(searchParams(state))
    expect(again).toEqual({ state, problems: [] })
    expect(state.seen).toHaveLength(Math.min(60, 20 * page))
  }
  expect(searchParams(state).toString().length).toBeLessThan(400)
  expect(searchParams(pageOf(state, 3)).toString()).toBe('q=sampah&page=3')
  expect(searchParams(withoutFilters(state)).has('seen')).toBe(false)
})

test.each(['x', '35', '35-1', `${'351.'.repeat(61)}`, '3501 or 1=1'])('seen=%s is not what a page wrote', (seen) => {
  const { state, problems } = read(new URLSearchParams({ seen, page: '2' }).toString())
  expect(problems).toEqual([{ parameter: 'seen', code: 'unknown_value' }])
  expect(state.seen).toEqual([])
})

test('keeps up to four chosen practices beside the search, and never in what is saved', () => {
  const ids = [
    'jipp-35-0001',
    'JIPP-35-0001',
    'nonsense',
    'JIPP-16-0002',
    'JIPP-16-0003',
    'JIPP-16-0004',
    'JIPP-16-0005',
  ]
  expect(chosenOf(ids)).toEqual(['JIPP-35-0001', 'JIPP-16-0002', 'JIPP-16-0003', 'JIPP-16-0004'])
  const params = new URLSearchParams('q=sampah&compare=JIPP-35-0001&page=2&seen=351')
  expect(searchParams(readSearch(params).state).getAll('compare')).toEqual(['JIPP-35-0001'])
  expect(savedParams(params)).toBe('q=sampah')
})

test('a district joins with its province where provinces are chosen', () => {
  expect(withDistrict(read('').state, '73.71').filters).toMatchObject({ province: [], district: ['73.71'] })
  expect(withDistrict(read('province=35').state, '73.71').filters).toMatchObject({
    province: ['35', '73'],
    district: ['73.71'],
  })
})

test('removing all filters keeps the words', () => {
  const { state } = read('q=malaria&province=91&life=steady&page=4')
  expect(searchParams(withoutFilters(state)).toString()).toBe('q=malaria')
})
