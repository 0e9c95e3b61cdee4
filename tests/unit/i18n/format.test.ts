import { describe, expect, test } from 'vitest'
import {
  ageInWords,
  formatBytes,
  formatDate,
  formatDateShort,
  formatDateTime,
  formatDayDate,
  formatDuration,
  formatList,
  formatNumber,
  formatPercent,
  formatRange,
  formatRupiah,
  formatRupiahShort,
  formatTime,
  lowerFirst,
  machineDate,
} from '#app/i18n/format.ts'

// 23.30 on 21 November in UTC: already the 22nd in all three zones.
const lateEvening = new Date('2026-11-21T23:30:00Z')

describe('dates', () => {
  test('a moment is written in the zone of the office', () => {
    expect(formatDate('id', lateEvening)).toBe('22 November 2026')
    expect(formatDateShort('id', new Date('2026-11-22T15:30:00Z'), 'WIB')).toBe('22 Nov 2026')
    expect(formatDateShort('id', new Date('2026-11-22T15:30:00Z'), 'WIT')).toBe('23 Nov 2026')
  })

  test('a calendar date is never shifted, a partial date stays partial', () => {
    expect(formatDate('id', '2026-08-01')).toBe('1 Agustus 2026')
    expect(formatDate('en', '2026-08-01')).toBe('1 August 2026')
    expect(formatDate('id', '2018-04')).toBe('April 2018')
    expect(formatDate('id', '2018')).toBe('2018')
  })

  test.each([
    ['id', '2026-05-02', '2 Mei 2026'],
    ['id', '2026-08-02', '2 Agu 2026'],
    ['id', '2026-10-02', '2 Okt 2026'],
    ['id', '2026-12-02', '2 Des 2026'],
    ['en', '2026-05-02', '2 May 2026'],
    ['en', '2026-12-02', '2 Dec 2026'],
  ] as const)('short month in %s: %s', (lang, date, text) => {
    expect(formatDateShort(lang, date)).toBe(text)
  })

  test('weekday', () => {
    expect(formatDayDate('id', '2026-11-22')).toBe('Minggu, 22 November 2026')
    expect(formatDayDate('en', lateEvening)).toBe('Sunday, 22 November 2026')
  })

  test('time has a dot, a zone and two digits', () => {
    expect(formatTime('id', new Date('2026-11-22T03:42:00Z'))).toBe('10.42 WIB')
    expect(formatTime('id', new Date('2026-11-22T03:42:00Z'), 'WITA')).toBe('11.42 WITA')
    expect(formatTime('id', new Date('2026-11-22T15:05:00Z'), 'WIT')).toBe('00.05 WIT')
    expect(formatTime('en', new Date('2026-11-22T03:42:00Z'))).toBe('10:42 WIB')
    expect(formatDateTime('id', new Date('2026-11-22T03:12:00Z'))).toBe('22 Nov 2026, 10.12 WIB')
  })

  test('machine-readable value', () => {
    expect(machineDate('2026-11-22')).toBe('2026-11-22')
    expect(machineDate(new Date('2026-11-22T03:12:00.123Z'))).toBe('2026-11-22T03:12:00Z')
  })

  test('something that is no date is refused, not printed', () => {
    expect(() => formatDate('id', 'soon')).toThrow(RangeError)
  })
})

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [7, '7', '7'],
    [999, '999', '999'],
    [4444, '4.444', '4,444'],
    [1234567.89, '1.234.567,9', '1,234,567.9'],
    [15.5, '15,5', '15.5'],
    [-1200, '−1.200', '−1,200'],
    [-0.04, '0', '0'],
    [0.96, '1', '1'],
  ])('%d', (value, id, en) => {
    expect(formatNumber('id', value)).toBe(id)
    expect(formatNumber('en', value)).toBe(en)
  })

  test('percent, range, list', () => {
    expect(formatPercent('id', 15.5)).toBe('15,5%')
    expect(formatRange(2017, 2018)).toBe('2017–2018')
    expect(formatRange(2017, 2017)).toBe('2017')
    expect(formatList('id', [])).toBe('')
    expect(formatList('id', ['Banten'])).toBe('Banten')
    expect(formatList('id', ['Banten', 'Bali'])).toBe('Banten dan Bali')
    expect(formatList('id', ['Banten', 'Bali', 'Riau'])).toBe('Banten, Bali, dan Riau')
    expect(formatList('en', ['Banten', 'Bali', 'Riau'])).toBe('Banten, Bali and Riau')
  })

  test.each([
    [0, 'Rp0', 'Rp0'],
    [1_250_000, 'Rp1.250.000', 'Rp1,3 juta'],
    [750_000, 'Rp750.000', 'Rp750.000'],
    [9_500_000, 'Rp9.500.000', 'Rp9,5 juta'],
    [51_000_000, 'Rp51.000.000', 'Rp51 juta'],
    [999_999, 'Rp999.999', 'Rp999.999'],
    [950_000_000, 'Rp950.000.000', 'Rp950 juta'],
    [999_960_000, 'Rp999.960.000', 'Rp1 miliar'],
    [1_200_000_000, 'Rp1.200.000.000', 'Rp1,2 miliar'],
    [-2_000_000, '−Rp2.000.000', '−Rp2 juta'],
  ])('money %d', (value, full, short) => {
    expect(formatRupiah('id', value)).toBe(full)
    expect(formatRupiahShort('id', value)).toBe(short)
  })

  test('money in English', () => {
    expect(formatRupiah('en', 1_250_000)).toBe('Rp1,250,000')
    expect(formatRupiahShort('en', 9_500_000)).toBe('Rp9.5 million')
  })

  test('a label inside a sentence', () => {
    expect(lowerFirst('Pengelola hub')).toBe('pengelola hub')
    expect(lowerFirst('SK tim pelaksana')).toBe('SK tim pelaksana')
  })

  test('duration and size', () => {
    expect(formatDuration('id', 90)).toBe('90 menit')
    expect(formatDuration('id', 120)).toBe('2 jam')
    expect(formatDuration('en', 150)).toBe('2 h 30 min')
    expect(formatBytes('id', 400)).toBe('1 KB')
    expect(formatBytes('id', 38_200)).toBe('38 KB')
    expect(formatBytes('id', 2_400_000)).toBe('2,4 MB')
  })
})

describe('age in words', () => {
  const now = new Date('2026-11-22T03:00:00Z')
  test.each([
    ['2026-11-22', 'hari ini', 'today'],
    ['2026-11-21', 'kemarin', 'yesterday'],
    ['2026-11-20', '2 hari lalu', '2 days ago'],
    ['2026-10-23', '30 hari lalu', '30 days ago'],
    ['2026-10-22', '1 bulan lalu', '1 month ago'],
    ['2026-09-22', '2 bulan lalu', '2 months ago'],
    ['2026-09-23', '1 bulan lalu', '1 month ago'],
    ['2025-09-20', '14 bulan lalu', '14 months ago'],
    ['2024-11-23', '23 bulan lalu', '23 months ago'],
    ['2024-11-22', '2 tahun lalu', '2 years ago'],
    ['2026-11-23', 'besok', 'tomorrow'],
    ['2026-11-29', 'dalam 7 hari', 'in 7 days'],
    ['2027-01-22', 'dalam 2 bulan', 'in 2 months'],
  ])('%s', (from, id, en) => {
    expect(ageInWords('id', from, now)).toBe(id)
    expect(ageInWords('en', from, now)).toBe(en)
  })

  test('days are those of the zone: 20.00 yesterday is yesterday, not "today"', () => {
    expect(ageInWords('id', new Date('2026-11-21T13:00:00Z'), now)).toBe('kemarin')
    expect(ageInWords('id', new Date('2026-11-21T17:30:00Z'), now)).toBe('hari ini')
  })
})
