import { describe, expect, test } from 'vitest'
import {
  actionFilters,
  itemMoveSchema,
  planSchema,
  sessionFilters,
  sessionMoveSchema,
  sessionSchema,
} from '#app/domain/coaching/coaching.schema.ts'

const agency = '0b7e6a52-6c1d-4a63-9d0e-0e6a3a1c1f11'
const adoption = 'f3f2a7f0-93b8-4b61-8a57-5a5e3b0c2d22'
const form = {
  id: '5f0c7c1e-7a39-4c3e-8b61-9c1f6a2b3c4d',
  partner: agency,
  mode: 'peer_learning',
  channel: 'online',
  date: '2026-11-20',
  time: '09:00',
  duration: '90',
  topics: [],
  women: 7,
  men: 4,
  withDisability: 1,
  findings: 'Loket hanya dibuka pukul 08.00.',
  items: [],
  obstacles: [],
}

const problems = (changes: Record<string, unknown>) => {
  const parsed = sessionSchema.safeParse({ ...form, ...changes })
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('the log of a session', () => {
  test('splits partner and adoption, and takes the free minutes before the quick choice', () => {
    expect(sessionSchema.parse(form)).toMatchObject({ agencyId: agency, adoptionId: null, durationMinutes: 90 })
    const parsed = sessionSchema.parse({ ...form, partner: `${agency}/${adoption}`, durationOther: 45 })
    expect(parsed).toMatchObject({ agencyId: agency, adoptionId: adoption, durationMinutes: 45 })
  })

  test.each([
    ['09:30', '09:30'],
    ['09.30', '09:30'],
    ['23:59:00', '23:59'],
  ])('reads the time %s as %s', (time, expected) => {
    expect(sessionSchema.parse({ ...form, time }).time).toBe(expected)
  })

  test.each([
    ['nobody was there', { women: 0, men: 0, withDisability: 0 }, 'women: nobody'],
    ['more with a disability than there were', { withDisability: 12 }, 'withDisability: disabilityAmongAll'],
    ['no duration', { duration: undefined }, 'duration: durationMissing'],
    ['a lesson without advice', { visibility: 'public_lesson' }, 'advice: lessonNeedsAdvice'],
    ['a next date before the session', { nextOn: '2026-11-20' }, 'nextOn: nextAfterSession'],
    ['an identity number', { findings: 'NIK 3510120101900001' }, 'findings: idNumber'],
    ['an identity number in an item', { items: [{ what: '3510120101900001' }] }, 'items.0.what: idNumber'],
    ['no such time', { time: '24:10' }, 'time: time'],
    ['a partner of another form', { partner: 'x' }, 'partner: choice'],
    ['half an item', { items: [{ what: 'a', dueOn: '2026-12-01' }] }, 'items.0.who: itemWho'],
    [
      'an item due before the session',
      { items: [{ what: 'a', who: 'b', dueOn: '2026-11-19' }] },
      'items.0.dueOn: dueBeforeSession',
    ],
  ])('refuses %s', (_name, changes, problem) => {
    expect(problems(changes)).toContain(problem)
  })

  test('counts people with a disability among women and men', () => {
    expect(problems({ withDisability: 11 })).toEqual([])
  })

  test('takes ten items, not eleven, and ignores blank rows', () => {
    const item = { what: 'a', who: 'b', dueOn: '2026-12-01' }
    expect(problems({ items: Array(10).fill(item) })).toEqual([])
    expect(problems({ items: Array(11).fill(item) })).toHaveLength(1)
    expect(sessionSchema.parse({ ...form, items: [{}, item, {}] }).items).toHaveLength(1)
  })

  test('a public lesson is reusable advice', () => {
    const parsed = sessionSchema.parse({ ...form, advice: 'Bagi jam layanan.', visibility: 'public_lesson' })
    expect(parsed.adviceReusable).toBe(true)
    expect(sessionSchema.parse({ ...form, advice: '  ' }).advice).toBeNull()
  })
})

test('a plan asks for no participants and no findings', () => {
  const { women: _w, men: _m, withDisability: _d, findings: _f, items: _i, obstacles: _o, ...plan } = form
  expect(planSchema.safeParse(plan).success).toBe(true)
})

test('a dispute needs a note, a finished item too', () => {
  expect(sessionMoveSchema.safeParse({ intent: 'dispute', version: 1, note: ' ' }).success).toBe(false)
  expect(sessionMoveSchema.safeParse({ intent: 'confirm', version: 1 }).success).toBe(true)
  expect(itemMoveSchema.safeParse({ intent: 'finish', version: 1, itemId: agency }).success).toBe(false)
  expect(itemMoveSchema.safeParse({ intent: 'verify', version: 1, itemId: agency }).success).toBe(true)
})

test('filters that are not understood are left out', () => {
  expect(sessionFilters.parse({ state: 'x', region: '97', page: '-1' })).toEqual({
    state: undefined,
    region: undefined,
    page: 1,
  })
  expect(actionFilters.parse({ show: 'overdue', region: '97.01', page: '3' })).toEqual({
    show: 'overdue',
    region: '97.01',
    page: 3,
  })
  expect(actionFilters.parse({ show: '', page: 'abc' })).toMatchObject({ show: 'unfinished', page: 1 })
})
