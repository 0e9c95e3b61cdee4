import { describe, expect, test } from 'vitest'
import { demandFilterSchema } from '#app/domain/search-demand/demand.schema.ts'
import { countedWords } from '#app/domain/search-demand/search-log.server.ts'
import { isCrawler } from '#app/http/crawler.ts'

test.each([
  ['Antrean  di PUSKESMAS', 'antrean puskesmas'],
  ['cara mengurus KTP-el untuk lansia', 'mengurus ktp el lansia'],
  ['untuk yang dan', null],
  ['   ', null],
  ['!!!', null],
  ['berkas rani@dinas.go.id', null],
  ['081234567890', null],
  ['hp 0812-3456-7890 puskesmas', null],
  ['3571012345678901 KTP hilang', null],
  ['nip 198501012010011001', null],
  ['stunting 2019-2023', 'stunting 2019 2023'],
  ['Perda 12 tahun 2020', 'perda 12 tahun 2020'],
])('%j is counted as %j', (q, words) => {
  expect(countedWords(q)).toBe(words)
})

test('a long statement is cut', () => {
  const words = countedWords(Array.from({ length: 60 }, (_, n) => `kata${n}`).join(' '))
  expect(words?.split(' ')).toHaveLength(12)
})

describe('programs that read by themselves', () => {
  test.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36',
    'Mozilla/5.0 (compatible; AhrefsBot/7.0)',
    'curl/8.5.0',
    'python-requests/2.31',
    '',
  ])('%j', (userAgent) => expect(isCrawler(userAgent)).toBe(true))

  test.each([
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Mobile Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; id) Presto/2.8.119 Version/11.10',
  ])('not %j', (userAgent) => expect(isCrawler(userAgent)).toBe(false))

  test('who says nothing is none of ours', () => expect(isCrawler(null)).toBe(true))
})

test.each([
  [{}, { days: 30, province: null }],
  [
    { days: '90', province: '35' },
    { days: 90, province: '35' },
  ],
  [
    { days: '365', province: 'x' },
    { days: 30, province: null },
  ],
])('the filter %j is read as %j', (query, filter) => {
  expect(demandFilterSchema.parse(query)).toEqual(filter)
})
