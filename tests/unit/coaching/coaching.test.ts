import { describe, expect, test } from 'vitest'
import {
  actionLifecycle,
  contactOf,
  covers,
  daysOverdue,
  publicCount,
  receiptFrom,
  saysTheSame,
  semesterOf,
  sessionLifecycle,
} from '#app/domain/coaching/coaching.ts'
import { ACTION_STATES, SESSION_STATES } from '#db/vocabulary.ts'

const SESSION_MOVES: Record<string, string> = {
  'planned replan': 'planned',
  'planned record': 'held',
  'held confirm': 'confirmed',
  'held dispute': 'disputed',
  'held correct': 'held',
  'disputed confirm': 'confirmed',
  'disputed correct': 'held',
  'confirmed lock': 'locked',
}
const ACTION_MOVES: Record<string, string> = {
  'open start': 'in_progress',
  'open finish': 'done',
  'in_progress finish': 'done',
  'done verify': 'verified',
}

describe('the life of a session', () => {
  const events = ['replan', 'record', 'confirm', 'dispute', 'correct', 'lock'] as const
  test.each(SESSION_STATES.flatMap((state) => events.map((event) => ({ state, event }))))(
    '$state, $event',
    ({ state, event }) => {
      const to = SESSION_MOVES[`${state} ${event}`]
      expect(sessionLifecycle.allows(state, event)).toBe(to !== undefined)
      if (to) expect(sessionLifecycle.next(state, event)).toBe(to)
      else expect(() => sessionLifecycle.next(state, event)).toThrow('not possible')
    },
  )
})

describe('the life of an action item', () => {
  const events = ['start', 'finish', 'verify'] as const
  test.each(ACTION_STATES.flatMap((state) => events.map((event) => ({ state, event }))))(
    '$state, $event',
    ({ state, event }) => {
      const to = ACTION_MOVES[`${state} ${event}`]
      expect(actionLifecycle.allows(state, event)).toBe(to !== undefined)
      if (to) expect(actionLifecycle.next(state, event)).toBe(to)
      else expect(() => actionLifecycle.next(state, event)).toThrow('not possible')
    },
  )
})

test.each([
  ['open', '2026-11-12', 10],
  ['in_progress', '2026-11-21', 1],
  ['open', '2026-11-22', 0],
  ['open', '2026-11-23', 0],
  ['done', '2026-11-12', 0],
  ['verified', '2026-11-12', 0],
] as const)('an item that is %s and due on %s is %i days overdue on 22 November', (state, dueOn, days) => {
  expect(daysOverdue({ state, dueOn }, '2026-11-22')).toBe(days)
})

test.each([
  [0, 'plan'],
  [45, 'plan'],
  [46, 'soon'],
  [60, 'soon'],
  [61, 'late'],
  [null, 'late'],
] as const)('%s days since the last session: %s', (days, contact) => {
  expect(contactOf(days)).toBe(contact)
})

test.each([
  ['2026-01-01', null, '2025-12-31', false],
  ['2026-01-01', null, '2026-01-01', true],
  ['2026-01-01', '2026-07-01', '2026-06-30', true],
  ['2026-01-01', '2026-07-01', '2026-07-01', false],
  ['2026-01-01', '2026-01-01', '2026-01-01', false],
])('an assignment from %s to %s covers %s: %s', (startsOn, endsOn, date, expected) => {
  expect(covers({ startsOn, endsOn }, date)).toBe(expected)
})

test('a receipt has eight letters and digits that cannot be confused', () => {
  expect(receiptFrom(new Uint8Array(8))).toBe('S-2222-2222')
  expect(receiptFrom(Uint8Array.from([0, 1, 2, 3, 26, 27, 28, 29]))).toBe('S-2345-WXYZ')
  expect(receiptFrom(Uint8Array.from({ length: 256 }, (_, n) => n))).not.toMatch(/[01OILU]/)
})

test('bytes that would favour some letters are not used', () => {
  expect(receiptFrom(Uint8Array.from([255, 254, 240, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe('S-2222-2222')
  expect(receiptFrom(Uint8Array.from([255, 254, 240, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined()
})

test.each([
  ['2026-01-01', '2026-01-01', '2026-06-30'],
  ['2026-06-30', '2026-01-01', '2026-06-30'],
  ['2026-07-01', '2026-07-01', '2026-12-31'],
  ['2026-12-31', '2026-07-01', '2026-12-31'],
])('the semester of %s runs from %s to %s', (date, from, to) => {
  expect(semesterOf(date)).toEqual({ from, to })
})

test.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
  [12, 12],
])('a count of %i is told to others as %s', (count, told) => {
  expect(publicCount(count)).toBe(told)
})

describe('the same form', () => {
  const content = {
    agencyId: 'a',
    adoptionId: null,
    mode: 'peer_learning',
    channel: 'online',
    startsAt: new Date('2026-11-22T00:00:00Z'),
    durationMinutes: 60,
    travelMinutes: null,
    unit: null,
    purpose: null,
    topics: ['budget', 'technology'],
    women: 1,
    men: 2,
    withDisability: 0,
    findings: 'x',
    advice: null,
    adviceReusable: false,
    obstacles: [],
    obstacleNote: null,
    nextOn: null,
    visibility: 'pair',
  }
  const item = { what: 'a', who: 'b', dueOn: '2026-12-01' }

  test('says the same, in whatever order the boxes were ticked', () => {
    expect(saysTheSame(content, { ...content, topics: ['technology', 'budget'] }, [item], [{ ...item }])).toBe(true)
  })

  test.each(Object.keys(content) as (keyof typeof content)[])('says something else when %s differs', (key) => {
    const other = {
      ...content,
      [key]: key === 'startsAt' ? new Date(0) : key === 'topics' || key === 'obstacles' ? ['data'] : 'zz',
    }
    expect(saysTheSame(content, other as typeof content)).toBe(false)
  })

  test('says something else when an action item differs', () => {
    expect(saysTheSame(content, content, [item], [])).toBe(false)
    expect(saysTheSame(content, content, [item], [{ ...item, dueOn: '2026-12-02' }])).toBe(false)
  })
})
