import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lifeAnswerSchema } from '#app/domain/heartbeat/heartbeat.schema.ts'
import {
  DAYS_BETWEEN_LETTERS,
  isDue,
  isSilent,
  type LifeRound,
  linkExpiry,
  mayAskByHand,
  nextLetter,
  questionState,
  receiverOf,
} from '#app/domain/heartbeat/heartbeat.ts'
import { lifeToken, questionOfToken } from '#app/domain/heartbeat/life-token.server.ts'
import { unsubscribeToken } from '#app/domain/saved-search/unsubscribe-token.server.ts'
import { freshnessBounds, freshnessOn } from '#db/practice-freshness.ts'
import { FRESHNESS } from '#db/vocabulary.ts'
import { ageOf, agesOn, ageValue, dayNumber } from '#search/ages.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-22T03:42:00Z')
const TODAY = '2026-11-22'
const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
const ID = '6f1c2f0a-1a2b-4c3d-8e9f-0123456789ab'

const round = (changes: Partial<LifeRound> = {}): LifeRound => ({
  lifeStatus: 'steady',
  roundOn: '2026-05-21',
  isAnswered: false,
  letters: 0,
  lastLetterAt: null,
  ...changes,
})

describe('when an owner is asked', () => {
  test.each([
    ['half a year is full only today', { roundOn: '2026-05-22' }, null],
    ['half a year is over', {}, 1],
    ['it was never confirmed and is new', { lifeStatus: 'unconfirmed', roundOn: '2026-11-01' }, null],
    ['it stopped', { lifeStatus: 'stopped' }, null],
    ['the owner has answered and the hub has not', { isAnswered: true }, null],
    ['the first letter left yesterday', { letters: 1, lastLetterAt: ago(1) }, null],
    ['the first letter left two weeks ago', { letters: 1, lastLetterAt: ago(DAYS_BETWEEN_LETTERS) }, 2],
    ['the second letter left a month ago', { letters: 2, lastLetterAt: ago(30) }, 3],
    ['all letters were sent', { letters: 3, lastLetterAt: ago(90) }, null],
  ] as const)('%s', (_, changes, letter) => {
    expect(nextLetter(round(changes), TODAY, NOW)).toBe(letter)
  })

  test('is silent two weeks after the third letter, and not while it is not due', () => {
    expect(isSilent(round({ letters: 3, lastLetterAt: ago(13) }), TODAY, NOW)).toBe(false)
    expect(isSilent(round({ letters: 3, lastLetterAt: ago(14) }), TODAY, NOW)).toBe(true)
    expect(isSilent(round({ letters: 3, lastLetterAt: ago(90), isAnswered: true }), TODAY, NOW)).toBe(false)
  })

  test('by hand at any time, but not twice a day and not while an answer waits', () => {
    expect(mayAskByHand(round({ roundOn: '2026-11-20' }), NOW)).toBe(true)
    expect(mayAskByHand(round({ lastLetterAt: ago(0.5) }), NOW)).toBe(false)
    expect(mayAskByHand(round({ lastLetterAt: ago(1) }), NOW)).toBe(true)
    expect(mayAskByHand(round({ isAnswered: true }), NOW)).toBe(false)
  })

  test('at the role mailbox; the last letter, and any that would not arrive, goes to the admins', () => {
    expect([1, 2, 3].map((number) => receiverOf(number, 'ok'))).toEqual(['contact', 'contact', 'admins'])
    for (const state of ['none', 'dead', 'left'] as const) expect(receiverOf(1, state)).toBe('admins')
  })

  test('is due exactly when the colour is not green any more', () => {
    fc.assert(
      fc.property(day, day, (roundOn, today) => {
        fc.pre(roundOn <= today)
        expect(isDue(round({ roundOn }), today)).toBe(freshnessOn(roundOn, today) !== 'fresh')
      }),
    )
  })
})

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('green, amber, grey', () => {
  test.each([
    ['2026-05-22', 'fresh'],
    ['2026-05-21', 'aging'],
    ['2025-11-22', 'aging'],
    ['2025-11-21', 'stale'],
    [null, 'none'],
  ] as const)('a word of %s is %s', (confirmedOn, expected) => {
    expect(freshnessOn(confirmedOn, TODAY)).toBe(expected)
  })

  test('the search counts ages as the pages do, at every end of a month', () => {
    fc.assert(
      fc.property(fc.option(day), day, (confirmedOn, today) => {
        fc.pre(confirmedOn === null || confirmedOn <= today)
        expect(ageOf(ageValue(confirmedOn), agesOn(dayNumber(today)))).toBe(freshnessOn(confirmedOn, today))
      }),
      { numRuns: 2_000 },
    )
  })

  test('the last day of February is more than half a year before the last of August', () => {
    expect(freshnessBounds('2026-08-31')).toEqual({ freshFrom: '2026-03-01', agingFrom: '2025-08-31' })
    expect(FRESHNESS).toEqual(['fresh', 'aging', 'stale', 'none'])
  })
})

describe('the link', () => {
  const secret = 'geheim-geheim-geheim-geheim-geheim-1'
  const token = lifeToken(secret, ID)

  test('names its question, and opens nothing else', () => {
    expect(questionOfToken(secret, token)).toBe(ID)
    expect(questionOfToken('another secret of the same length, so', token)).toBeNull()
    expect(questionOfToken(secret, unsubscribeToken(secret, ID))).toBeNull()
    expect(questionOfToken(secret, token.replace(ID, ID.replace('6f', '6e')))).toBeNull()
  })

  test('has one spelling', () => {
    for (const other of [`${token}=`, `${token}.`, token.toUpperCase(), ` ${token}`, token.slice(0, -1), ''])
      expect(questionOfToken(secret, other)).toBeNull()
  })

  test('cannot be guessed: no random token is taken for one', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.base64String({ minLength: 40, maxLength: 44 }), (id, signature) => {
        expect(questionOfToken(secret, `${id}.${signature}`)).toBeNull()
      }),
      { numRuns: 1_000 },
    )
  })

  const question = { answeredAt: null, expiresAt: linkExpiry(ago(1)), roundOn: '2026-05-21' }
  const practice = { isPublished: true, isAnswered: false, lifeConfirmedOn: '2026-05-21' }
  test.each([
    ['open', {}, {}],
    ['answered', { answeredAt: ago(1) }, { isAnswered: true }],
    ['settled', {}, { isAnswered: true }],
    ['settled', {}, { lifeConfirmedOn: '2026-11-01' }],
    ['expired', { expiresAt: NOW }, {}],
    ['gone', { answeredAt: ago(1) }, { isPublished: false }],
  ] as const)('is %s', (state, q, p) => {
    expect(questionState({ ...question, ...q }, { ...practice, ...p }, NOW)).toBe(state)
  })
})

describe('the answer', () => {
  const errors = (input: Record<string, unknown>) =>
    lifeAnswerSchema.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

  test('is one button; stopping says why', () => {
    expect(lifeAnswerSchema.parse({ status: 'steady' })).toEqual({
      status: 'steady',
      stopReason: null,
      note: null,
      sinceYear: null,
    })
    expect(errors({ status: 'stopped' })).toEqual([['stopReason', 'stopReasonNeeded']])
    expect(lifeAnswerSchema.parse({ status: 'growing', stopReason: 'budget' }).stopReason).toBeNull()
    expect(errors({ status: 'transformed' })).toHaveLength(1)
  })

  test('holds no personal data', () => {
    expect(errors({ status: 'steady', note: 'Hubungi 0812-3456-7890' })).toEqual([['note', 'personalData']])
    expect(errors({ status: 'steady', note: 'Dipakai di 12 kecamatan sejak 2024.' })).toEqual([])
    expect(errors({ status: 'steady', sinceYear: '24' })).toEqual([['sinceYear', 'year']])
  })
})
