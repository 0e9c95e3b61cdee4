import { describe, expect, test } from 'vitest'
import {
  invitationExpiry,
  invitationState,
  normalEmail,
  passwordProblem,
  resetExpiry,
} from '#app/domain/people/people.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)

describe('passwordProblem', () => {
  test.each([
    ['pendek', 'tooShort|10'],
    ['123456789', 'tooShort|10'],
    ['kuda 3 liar', null],
    ['empat kata yang lucu', null],
    ['1234567890', 'passwordCommon'],
    ['aaaaaaaaaaaa', 'passwordCommon'],
    ['Indonesia2024!', 'passwordCommon'],
    ['!!Password123', 'passwordCommon'],
    ['bismillah2026', 'passwordCommon'],
    ['pelayananpublik', 'passwordCommon'],
    ['qwertyuiop', 'passwordCommon'],
    ['indonesia kaya rempah', null],
    ['wulan.contoh@agency.go.id', 'passwordIsEmail'],
    ['WULAN.CONTOH', 'passwordIsEmail'],
    ['x1'.repeat(101), 'tooLong|200'],
  ])('%j → %s', (password, problem) => {
    expect(passwordProblem(password, 'Wulan.Contoh@agency.go.id')).toBe(problem)
  })

  test('counts what a person sees as a letter, and reads wide letters as plain ones', () => {
    expect(passwordProblem('🐟🐟🐟🐟🐟🐟🐟🐟🐟', 'a@b.id')).toBe('tooShort|10')
    expect(passwordProblem('ｐａｓｓｗｏｒｄ１２３４', 'a@b.id')).toBe('passwordCommon')
  })
})

test.each([
  [{ acceptedAt: null, revokedAt: null, expiresAt: later(1) }, 'open'],
  [{ acceptedAt: null, revokedAt: null, expiresAt: NOW }, 'expired'],
  [{ acceptedAt: NOW, revokedAt: null, expiresAt: later(-1) }, 'accepted'],
  [{ acceptedAt: null, revokedAt: NOW, expiresAt: later(-1) }, 'revoked'],
] as const)('invitation %j is %s', (times, state) => {
  expect(invitationState(times, NOW)).toBe(state)
})

test('an invitation lasts seven days, a reset link one hour', () => {
  expect(invitationExpiry(NOW).toISOString()).toBe('2026-11-29T03:00:00.000Z')
  expect(resetExpiry(NOW).toISOString()).toBe('2026-11-22T04:00:00.000Z')
})

test('addresses are compared without case and blanks', () => {
  expect(normalEmail('  Rani@Agency.GO.id ')).toBe('rani@agency.go.id')
})
