import type { Socket } from 'node:net'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { noteView, visitLog } from '#app/http/visits.server.ts'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const PAGE = '/practices/JIPP-35-0001'
const FILE = '0198c1de-0000-7000-8000-000000000001'

const visited = vi.spyOn(visitLog, 'visited').mockImplementation(() => {})
beforeEach(() => visited.mockClear())

type More = { method?: string; status?: number; headers?: Record<string, string>; organisationId?: string }

function send(url: string, { method = 'GET', status = 200, headers = {}, organisationId }: More = {}) {
  const request = { method, url, headers: { 'user-agent': BROWSER, ...headers } }
  noteView({ ...request, socket: { remoteAddress: '10.0.0.1' } as Socket }, status, organisationId)
  return visited.mock.calls.map(([{ kind, item }]) => `${kind} ${Object.values(item)[0]}`)
}

test.each([
  [PAGE, ['views JIPP-35-0001']],
  [`${PAGE}?lang=en`, ['views JIPP-35-0001']],
  [`${PAGE}/v2`, ['views JIPP-35-0001']],
  [`${PAGE}.pdf?v=2`, ['downloads JIPP-35-0001']],
  [`${PAGE}/cite?format=ris`, ['citations JIPP-35-0001']],
  [`/api/v1${PAGE}`, ['apiReads JIPP-35-0001']],
  [`/files/${FILE}/Peraturan%20bupati.pdf`, [`downloads ${FILE}`]],
  ['/compare?id=JIPP-35-0001&id=JIPP-16-0002&different=1', ['comparisons JIPP-35-0001', 'comparisons JIPP-16-0002']],
  // Parts of a page, other pages, and what is nobody's.
  [`/files/${FILE}/960.webp`, []],
  [`/files/${FILE}/480.avif`, []],
  ['/files/nonsense/x.pdf', []],
  ['/compare?id=JIPP-35-0001', []],
  ['/compare?id=JIPP-35-0001&id=JIPP-35-0001', []],
  ['/compare', []],
  [`${PAGE}/card.png`, []],
  [`${PAGE}/links`, []],
  [`${PAGE}/diff?from=1&to=2`, []],
  [`${PAGE}/questions`, []],
  [`${PAGE}.data`, []],
  [`/api/v1${PAGE}/v1`, []],
  [`/work${PAGE}`, []],
  ['/practices', []],
  ['/practices/JIPP-35-0001%00', []],
  ['/practices/drop-table', []],
])('%s is counted as %j', (url, counted) => {
  expect(send(url)).toEqual(counted)
})

test.each([
  [200, true],
  // The reader has opened it again; nothing in it had changed.
  [304, true],
  [301, false],
  [404, false],
  [410, false],
  [500, false],
  [503, false],
])('an answer of %i counts: %s', (status, isCounted) => {
  expect(send(PAGE, { status })).toHaveLength(isCounted ? 1 : 0)
})

test.each(['HEAD', 'POST', 'OPTIONS'])('%s is not counted', (method) => {
  expect(send(PAGE, { method })).toEqual([])
})

describe('nobody has opened', () => {
  test.each<Record<string, string>>([
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-moz': 'prefetch' },
    { 'user-agent': '' },
    { 'user-agent': 'curl/8.5.0' },
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    { 'user-agent': 'WhatsApp/2.23' },
  ])('what comes with %j', (headers) => {
    expect(send(PAGE, { headers })).toEqual([])
    expect(send(`${PAGE}.pdf`, { headers })).toEqual([])
  })
})

test('programs read records: they may say what they are', () => {
  expect(send(`/api/v1${PAGE}`, { headers: { 'user-agent': 'python-requests/2.31' } })).toHaveLength(1)
})

test('a reader is told by address, browser and, signed in, the organisation', () => {
  send(PAGE, { organisationId: FILE, headers: { 'x-forwarded-for': '203.0.113.9' } })
  // No proxy is believed here: what a client says of its address is its own affair.
  expect(visited.mock.calls[0]?.[0].reader).toEqual({ address: '10.0.0.1', userAgent: BROWSER, organisationId: FILE })
})
