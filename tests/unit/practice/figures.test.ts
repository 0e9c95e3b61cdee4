import { expect, test } from 'vitest'
import { barPair, datedFigure, parseFigure } from '#app/domain/practice/figures.ts'

test.each([
  ['15,5%', { value: 15.5, unit: '%' }],
  ['9,2% (2006)', { value: 9.2, unit: '%' }],
  ['2.984', { value: 2984, unit: '' }],
  ['sekitar 50 orang', { value: 50, unit: 'orang' }],
  ['paling banyak 15 orang', { value: 15, unit: 'orang' }],
  ['12 kasus', { value: 12, unit: 'kasus' }],
  ['Rp5.000 per kg (harga pasar)', { value: 5000, unit: 'rp per kg' }],
  ['Rp175 ribu', { value: 175_000, unit: 'rp' }],
  ['1 juta kemasan', { value: 1_000_000, unit: 'kemasan' }],
])('reads the number and the unit of %s', (text, figure) => {
  expect(parseFigure(text)).toEqual(figure)
})

test.each([
  '8 dari 11 kecamatan (2015)',
  '12 kasus (tahun pertama), 6 kasus (tahun kedua)',
  'tinggi',
  'kali ke-11 (Maret 2022)',
  '1.743 (rata-rata 145 per bulan, 2017), 180',
  '12.5.3',
  '',
])('reads no single number in "%s"', (text) => {
  expect(parseFigure(text)).toBeUndefined()
})

test('reads English records with their own separators', () => {
  expect(parseFigure('402,442 (2006)', true)).toEqual({ value: 402_442, unit: '' })
  expect(parseFigure('45.9% (2006)', true)).toEqual({ value: 45.9, unit: '%' })
})

test('draws before and after as shares of the larger one', () => {
  expect(barPair({ baseline: '1 (2017)', result: '14 (2018)' })).toEqual({ before: 7, after: 100 })
  expect(barPair({ baseline: '12 kasus', result: '0' })).toEqual({ before: 100, after: 0 })
})

test.each([
  [{ baseline: '5 orang', result: '2 unit' }],
  [{ baseline: '385 (2021)', result: '358 (2022), 177 ditolak' }],
  [{ baseline: null, result: '475 KK' }],
  [{ baseline: '0', result: '0' }],
])('draws nothing where the source compares nothing: %j', (line) => {
  expect(barPair(line)).toBeUndefined()
})

test.each([
  ['4', '2022', { figure: '4', on: '2022' }],
  ['4 (2022)', '2022', { figure: '4', on: '2022' }],
  ['4 (2022) ', '2022-12-31', { figure: '4', on: '2022-12-31' }],
  ['4 (Desember 2022)', '2022', { figure: '4 (Desember 2022)', on: undefined }],
  ['4 (2021)', '2022', { figure: '4 (2021)', on: '2022' }],
  ['4 (2022)', undefined, { figure: '4 (2022)', on: undefined }],
  [null, '2022', { figure: null, on: '2022' }],
])('prints the year of "%s" with the date %s once', (figure, on, shown) => {
  expect(datedFigure(figure, on)).toEqual(shown)
})
