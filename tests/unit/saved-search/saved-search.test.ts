import { describe, expect, test } from 'vitest'
import { savedParams } from '#app/domain/practice/practice-query.ts'
import { lastDue } from '#app/domain/saved-search/saved-search.ts'
import { personOfToken, unsubscribeToken } from '#app/domain/saved-search/unsubscribe-token.server.ts'

describe('lastDue', () => {
  // 22 November 2026 is a Sunday.
  test.each([
    ['daily', 'WIB', '2026-11-22T03:42:00Z', '2026-11-22T00:00:00Z'],
    ['daily', 'WIB', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['daily', 'WIB', '2026-11-21T23:59:59Z', '2026-11-21T00:00:00Z'],
    ['daily', 'WIT', '2026-11-21T22:00:00Z', '2026-11-21T22:00:00Z'],
    ['daily', 'WITA', '2026-11-21T22:00:00Z', '2026-11-20T23:00:00Z'],
    ['weekly', 'WIB', '2026-11-22T03:42:00Z', '2026-11-16T00:00:00Z'],
    ['weekly', 'WIB', '2026-11-22T23:59:00Z', '2026-11-16T00:00:00Z'],
    ['weekly', 'WIB', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['weekly', 'WIT', '2026-11-22T22:00:00Z', '2026-11-22T22:00:00Z'],
    ['weekly', 'WIT', '2026-11-24T03:00:00Z', '2026-11-22T22:00:00Z'],
  ] as const)('%s mail in %s at %s was due at %s', (alert, zone, now, due) => {
    expect(lastDue(alert, zone, new Date(now)).toISOString()).toBe(new Date(due).toISOString())
  })
})

describe('the link that stops mail', () => {
  const [rani, budi] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
  const secret = 'a secret of at least 32 characters'
  const token = unsubscribeToken(secret, rani)

  test('is for the person it was written for', () => {
    expect(personOfToken(secret, token)).toBe(rani)
  })

  test.each([
    ['no text', ''],
    ['a person without a signature', rani],
    ["another person's name under this signature", token.replace(rani, budi)],
    ['another secret', unsubscribeToken('another secret of 32 characters.', rani)],
    ['a changed letter', token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.at(-1)],
    ['a shorter signature', token.slice(0, -1)],
    ['more behind it', `${token}.x`],
    ['another spelling of the same bytes', `${token}=`],
    ['nonsense', 'a.b'],
  ])('is refused: %s', (_what, forged) => {
    expect(personOfToken(secret, forged)).toBeNull()
  })
})

test('a saved search has one form, whatever the address looked like', () => {
  const params = (query: string) => savedParams(new URLSearchParams(query))
  expect(params('page=3&sector=kesehatan&q=antrean&utm=x')).toBe('q=antrean&sector=kesehatan')
  expect(params('q=antrean&sector=kesehatan&sort=relevance&lang=en')).toBe('q=antrean&sector=kesehatan')
  expect(params('province=11&district=21.01')).toBe('province=11')
  expect(params('sector=nonsense')).toBe('')
})
