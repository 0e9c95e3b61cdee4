import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '#app/domain/link/ask-link.server.ts'
import { answerOf, type CheckedLink, checkedLink, isOwnSilence } from '#app/domain/link/link.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))

test.each([
  [200, 'fine'],
  [204, 'fine'],
  [401, 'fine'],
  [403, 'fine'],
  [429, 'fine'],
  [404, 'gone'],
  [410, 'gone'],
  [500, 'silent'],
  [503, 'silent'],
])('status %i reads as %s', (status, kind) => {
  expect(answerOf(status).kind).toBe(kind)
})

describe('an address is called dead', () => {
  const told = (answers: ('gone' | 'silent' | 'fine')[]) =>
    answers.reduce<CheckedLink | undefined>(
      (known, kind, index) => checkedLink(known, { kind, answer: kind }, at(index + 1)),
      undefined,
    )!

  test.each([
    [['gone'], 'failing', 1],
    [['gone', 'gone'], 'dead', 1],
    [['silent', 'silent', 'silent'], 'failing', 1],
    [['silent', 'silent', 'silent', 'silent'], 'dead', 1],
    [['silent', 'gone'], 'dead', 1],
  ] as const)('after %j: %s', (answers, state, since) => {
    expect(told([...answers])).toMatchObject({ state, failingSince: at(since), failures: answers.length })
  })

  test('and is alive again with one good answer', () => {
    expect(told(['gone', 'gone', 'fine'])).toMatchObject({
      state: 'fine',
      failures: 0,
      failingSince: null,
      dueAt: at(33),
    })
  })
})

test('when nobody answers at all, it is our own connection', () => {
  const silent = { kind: 'silent', answer: 'timeout' } as const
  expect(isOwnSilence(Array(5).fill(silent))).toBe(true)
  expect(isOwnSilence([...Array(5).fill(silent), { kind: 'gone', answer: '404' }])).toBe(false)
  expect(isOwnSilence([silent])).toBe(false)
})

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fe80::1', false],
  ['fd12:3456::1', false],
  ['ff02::1', false],
  ['not an address', false],
  ['8.8.8.8', true],
  ['103.10.20.30', true],
  ['2404:6800:4003::1', true],
])('%s is of the open web: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
