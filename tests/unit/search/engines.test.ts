import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agesOn } from '#search/ages.ts'
import { CircuitBreaker } from '#search/circuit-breaker.ts'
import { FACETS, MAX_PAGE_SIZE, MAX_REACH, practiceQuery } from '#search/engine.ts'
import { facetValues, noCounts } from '#search/facets.ts'
import { AWARD_GROUPS, awardGroup } from '#search/indexes/awards.ts'
import type { Term } from '#search/language/understand.ts'
import { facetFilters, isOfAge, isOneOf, textFilter } from '#search/meilisearch/filter.ts'

const { filters: none } = practiceQuery()

describe('a query', () => {
  test('comes into bounds, whatever it holds', () => {
    const number = fc.oneof(fc.integer(), fc.double(), fc.constant(Number.NaN))
    fc.assert(
      fc.property(number, number, (page, limit) => {
        const query = practiceQuery({ page, limit })
        expect(Number.isInteger(query.page) && query.page >= 1 && query.page <= MAX_REACH).toBe(true)
        expect(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= MAX_PAGE_SIZE).toBe(true)
      }),
    )
  })

  test('has every facet, each value once', () => {
    const query = practiceQuery({ filters: { province: ['35', '35', '33'] } })
    expect(Object.keys(query.filters)).toEqual([...FACETS])
    expect(query.filters.province).toEqual(['35', '33'])
  })
})

describe('facet values', () => {
  test('are sorted by count, and a chosen value stays although nothing is left of it', () => {
    const counts = {
      ...noCounts(),
      province: new Map([
        ['33', 2],
        ['35', 7],
      ]),
    }
    expect(facetValues(counts, { ...none, province: ['91'] }).province).toEqual([
      { value: '35', count: 7 },
      { value: '33', count: 2 },
      { value: '91', count: 0 },
    ])
  })
})

describe('filters for Meilisearch', () => {
  const ages = agesOn(20261122)

  test('count ages from the days on which their classes begin', () => {
    expect(isOfAge(['fresh', 'none'], ages)).toBe('(confirmedOn >= 20260522) OR (confirmedOn IS NULL)')
    expect(isOfAge(['aging'], ages)).toBe('(confirmedOn >= 20251122 AND confirmedOn < 20260522)')
    expect(isOfAge(['stale'], ages)).toBe('(confirmedOn < 20251122)')
    expect(isOfAge(['1=1'], ages)).toBe('id IN []')
  })

  const term = (word: string, share: number): Term => ({
    word,
    forms: [{ term: word, weight: 1 }],
    weight: share,
    share,
  })
  const asked = (terms: Term[], required = 330) => ({ terms, required })

  test('take any of the values inside a facet, all facets together, and leave one out where asked', () => {
    const filters = { ...none, province: ['35', '33'], life: ['steady'] }
    expect(facetFilters(filters, ages)).toEqual(['province IN ["35", "33"]', 'life IN ["steady"]'])
    expect(facetFilters(filters, ages, 'province')).toEqual(['life IN ["steady"]'])
    expect(facetFilters({ ...filters, age: ['fresh'] }, ages, 'province')).toHaveLength(2)
  })

  test('never let a value break out', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (values) => {
        expect(isOneOf('province', values)).toMatch(/^province IN \[(?:"[A-Za-z0-9._-]+"(?:, )?)*\]$/)
      }),
    )
  })

  test('ask for one word where each tells enough', () => {
    expect(textFilter(asked([term('guru', 500), term('pulau', 500)]))).toContain('all IN ["guru", "pulau"]')
  })

  test('ask for words together where one alone tells too little', () => {
    const filter = textFilter(asked([term('satu', 250), term('dua', 250), term('tiga', 250), term('empat', 250)]))
    expect(filter).toContain('AND')
    expect(filter).not.toMatch(/^\(\(all IN \["satu", "dua"/)
  })

  test('stay short for the longest query', () => {
    const terms = Array.from({ length: 12 }, (_, index) => term(`kata${index}`, index < 6 ? 167 : 0))
    expect(textFilter(asked(terms)).split(' AND ').length).toBeLessThan(20)
  })
})

test.each([
  ['Top 99 KIPP', 'kipp-top-99'],
  ['Top 45 KIPP', 'kipp-top-45'],
  ['Top 40 KIPP', 'kipp-top-40'],
  ['Top 40 KIPP Jawa Tengah', 'provinsi'],
  ['Top 21 Inovasi Penanganan COVID-19', 'kipp-covid-19'],
  ['UNPSA (kategori pendekatan terintegrasi)', 'unpsa'],
  ['Finalis United Nations Public Service Award', 'unpsa'],
  ['IGA Kemendagri (Kabupaten Terinovatif)', 'iga'],
  ['Finalis IndoHCF Innovation Awards', 'indohcf'],
  ['Inotek Award Jawa Timur', 'provinsi'],
  ['Nomine KOIN YANLIK BERDASI NTT', 'provinsi'],
  ['Juara 1 Bantul Innovation Award', 'daerah'],
  ['Peserta KIPP', 'kipp-lain'],
  ['Upakarya Wanua Nugraha Kemendagri', 'lain'],
])('the award %s is in the group %s', (name, group) => {
  expect(awardGroup(name)).toBe(group)
  expect(AWARD_GROUPS).toContain(group)
})

describe('the circuit breaker', () => {
  test('opens after failures in a row, lets one probe pass a pause, and closes when one succeeds', () => {
    let now = 0
    const breaker = new CircuitBreaker({ failures: 2, pauseMs: 100 }, () => now)
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    expect(breaker.isOpen).toBe(false)
    breaker.failed()
    expect(breaker.isOpen).toBe(true)
    expect(breaker.takeProbe()).toBe(false)
    now = 101
    expect(breaker.takeProbe()).toBe(true)
    expect(breaker.takeProbe()).toBe(false)
    breaker.failed()
    now = 150
    expect(breaker.takeProbe()).toBe(false)
    now = 202
    expect(breaker.takeProbe()).toBe(true)
    breaker.succeeded()
    expect(breaker.isOpen).toBe(false)
    expect(breaker.takeProbe()).toBe(false)
  })
})
