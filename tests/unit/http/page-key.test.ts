import { describe, expect, test } from 'vitest'
import { pageKey } from '#app/http/page-key.ts'

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  pageKey({ method, url, headers: { host: 'jipp.test', ...headers } })

describe('what is never kept', () => {
  test.each([
    ['a signed-in page', '/practices', { cookie: 'jipp_session=abc' }],
    ['a signed-in page over HTTPS', '/', { cookie: '__Host-jipp=abc' }],
    ['a session beside the language', '/', { cookie: 'lang=en; jipp_session=abc' }],
    ['a cookie that nobody knows', '/', { cookie: 'theme=dark' }],
    ['two languages', '/', { cookie: 'lang=en; lang=id' }],
    ['a key for programs', '/api/v1/practices', { authorization: 'Bearer x' }],
    ['a part of a page', '/', { range: 'bytes=0-10' }],
    ['a request with a body', '/', { 'content-length': '3' }],
    ['a choice of language, which sets a cookie', '/practices?lang=en', {}],
    ['the workspace', '/work', {}],
    ['signing in', '/sign-in', {}],
    ['the state of the service', '/status', {}],
    ['health', '/healthz', {}],
    ['an unknown address', '/practices/a/b/c', {}],
    ['a very long address', `/practices?q=${'a'.repeat(1000)}`, {}],
  ])('%s', (_name, url, headers) => {
    expect(ask(url, headers)).toBeUndefined()
  })

  test('a form', () => {
    expect(ask('/practices', {}, 'POST')).toBeUndefined()
  })
})

describe('what an answer depends on', () => {
  const plain = ask('/practices?q=a&sector=sosial')?.key
  test.each([
    ['another order of parameters', '/practices?sector=sosial&q=a', {}],
    ['other escapes', '/practices?q=%61&sector=sosial', {}],
    ['Indonesian by choice', '/practices?q=a&sector=sosial', { cookie: 'lang=id' }],
    ['Indonesian by the browser', '/practices?q=a&sector=sosial', { 'accept-language': 'id-ID,en;q=0.5' }],
  ])('same: %s', (_name, url, headers) => {
    expect(ask(url, headers)?.key).toBe(plain)
  })
  test.each([
    ['English by choice', '/practices?q=a&sector=sosial', { cookie: 'lang=en' }],
    ['English by the browser', '/practices?q=a&sector=sosial', { 'accept-language': 'en' }],
    ['gzip', '/practices?q=a&sector=sosial', { 'accept-encoding': 'gzip, deflate' }],
    ['brotli', '/practices?q=a&sector=sosial', { 'accept-encoding': 'gzip, deflate, br' }],
    ['another host', '/practices?q=a&sector=sosial', { host: 'other.test' }],
    ['a host behind a proxy', '/practices?q=a&sector=sosial', { 'x-forwarded-host': 'other.test' }],
    ['another value', '/practices?q=b&sector=sosial', {}],
    ['one value more', '/practices?q=a&sector=sosial&sector=hukum', {}],
    ['an empty value', '/practices?q=a&sector=sosial&life=', {}],
  ])('other: %s', (_name, url, headers) => {
    const key = ask(url, headers)?.key
    expect(key).toBeDefined()
    expect(key).not.toBe(plain)
  })
})

test('programs choose their language in the address, and it is part of it', () => {
  expect(ask('/api/v1/practices?lang=en')?.key).not.toBe(ask('/api/v1/practices')?.key)
  expect(ask('/api/v1/practices', { 'accept-language': 'en' })?.key).toBe(ask('/api/v1/practices')?.key)
})

test.each(['.pdf', '/cite', '/card.png', '/links'])('files of a practice choose it like programs: %s', (file) => {
  const path = `/practices/JIPP-35-0042${file}`
  expect(ask(path)).toBeDefined()
  expect(ask(`${path}?lang=en`)?.key).not.toBe(ask(path)?.key)
  expect(ask(path, { cookie: 'lang=en' })?.key).toBe(ask(path)?.key)
  expect(ask(path, { cookie: 'jipp_session=abc' })).toBeUndefined()
})

test('a comparison is a page: its language is chosen with a cookie', () => {
  const path = '/practices/JIPP-35-0042/diff?from=1&to=2'
  expect(ask(path, { cookie: 'lang=en' })?.key).not.toBe(ask(path)?.key)
  expect(ask(`${path}&lang=en`)).toBeUndefined()
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['br;q=1.0, gzip;q=0.8', 'identity'],
  ['br;q=0, gzip', 'gzip'],
  ['', 'identity'],
])('encoding of %s: %s, which is sure to be taken', (header, encoding) => {
  expect(ask('/', { 'accept-encoding': header })?.encoding).toBe(encoding)
})
