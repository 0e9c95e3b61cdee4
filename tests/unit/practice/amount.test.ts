import { expect, test } from 'vitest'
import { readAmount } from '#app/domain/practice/amount.ts'
import { sectionSchemas } from '#app/domain/practice/practice.schema.ts'
import { sameEntries } from '#app/domain/practice/section-form.ts'

test.each([
  ['0', 0],
  ['45000000', 45_000_000],
  ['45.000.000', 45_000_000],
  ['45 000 000', 45_000_000],
  ['Rp45.000.000', 45_000_000],
  ['Rp 45.000.000,-', 45_000_000],
  ['Rp. 45.000.000,–', 45_000_000],
  ['rp 45.000.000,00', 45_000_000],
  ['IDR 45,000,000', 45_000_000],
  ['45.000.000 rupiah', 45_000_000],
  ['412 juta', 412_000_000],
  ['45 jt', 45_000_000],
  ['Rp45jt', 45_000_000],
  ['1,5 miliar', 1_500_000_000],
  ['2 M', 2_000_000_000],
  ['1.5 juta', 1_500_000],
  ['1.500 juta', 1_500_000_000],
  ['750 ribu', 750_000],
  ['750rb', 750_000],
  ['2,25 juta', 2_250_000],
])('%s is the amount %d', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount)
})

test.each([
  '',
  'Rp',
  'juta',
  '1.5',
  '1,5',
  '45,000',
  '1,500 juta',
  '45.00.000',
  '-5',
  'sekitar 3 juta',
  '3-4 juta',
  '45 juta per tahun',
  '0,001 ribu',
  '99999999999999999999',
  '999.999.999 triliun',
])('%j may be read in two ways or is no amount', (typed) => {
  expect(readAmount(typed)).toBeUndefined()
})

test('costs take amounts as they are typed, and name the fault of one that cannot be read', () => {
  const kit = (setUp: string) => sectionSchemas.kit.safeParse({ costs: [{ item: 'Timbangan', setUp }] })
  expect(kit('Rp 45.000.000,-').data?.kit?.costs[0]?.setUp).toBe(45_000_000)
  expect(kit('45 jutaan').error?.issues).toMatchObject([{ path: ['costs', 0, 'setUp'], message: 'rupiah' }])
})

test('an amount in words and its figure are the same text; a result that only looks like one is not', () => {
  expect(sameEntries([['costs[0].setUp', '45 juta']], [['costs[0].setUp', '45000000']])).toBe(true)
  expect(sameEntries([['results[0].result', '1.000']], [['results[0].result', '1000']])).toBe(false)
})
