import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnTo } from '#app/http/return-to.ts'

test.each([
  ['/work', '/work'],
  ['/practices?q=ibu%20hamil&page=2#hasil', '/practices?q=ibu%20hamil&page=2#hasil'],
  ['/work/../hubs', '/hubs'],
])('%s leads on', (value, path) => {
  expect(returnTo(value)).toBe(path)
})

test.each([
  null,
  undefined,
  '',
  'work',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/work\\..\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/%2e//elsewhere.example',
  'javascript:alert(1)',
  `/${'x'.repeat(2001)}`,
])('%j leads nowhere', (value) => {
  expect(returnTo(value)).toBeUndefined()
})

test('no text at all leads to another site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((s) => `/${s}`),
        fc.webUrl(),
      ),
      (value) => {
        const path = returnTo(value)
        if (path !== undefined) expect(new URL(path, 'http://here.example').origin).toBe('http://here.example')
      },
    ),
  )
})
