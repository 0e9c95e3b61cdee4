import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#app/domain/shared/dates.ts'
import { PUBLIC_HOLIDAYS } from '#app/domain/shared/public-holidays.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#app/domain/shared/working-days.ts'

describe('working days', () => {
  test.each([
    ['2026-11-22', 0, '2026-11-22'],
    // Sunday: Monday is the first.
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-30'],
    // Christmas and the joint leave before it.
    ['2026-12-23', 1, '2026-12-28'],
    // Idulfitri 2026: Nyepi, joint leave, feast, joint leave.
    ['2026-03-17', 1, '2026-03-25'],
    // Idulfitri 2025 takes six working days.
    ['2025-03-27', 1, '2025-04-08'],
    // The amended decree of 2025.
    ['2025-08-15', 1, '2025-08-19'],
    // Into a new year.
    ['2026-12-31', 1, '2027-01-04'],
    ['2026-11-23', -1, '2026-11-20'],
    // A year without data: weekends only.
    ['2030-12-24', 1, '2030-12-25'],
  ])('%s and %i more: %s', (date, days, expected) => {
    expect(addWorkingDays(date, days)).toBe(expected)
  })

  const dates = fc.integer({ min: 0, max: 1_400 }).map((day) => addDays('2024-06-01', day))

  test('the way there and the count agree', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const due = addWorkingDays(date, days)
        expect(isWorkingDay(due)).toBe(true)
        expect(workingDaysBetween(date, due)).toBe(days)
        expect(workingDaysBetween(due, date)).toBeLessThanOrEqual(0)
        expect(addWorkingDays(addWorkingDays(date, 1), days - 1)).toBe(due)
      }),
    )
  })
})

describe('the list of closed days', () => {
  test.each(Object.entries(PUBLIC_HOLIDAYS))(
    '%s: every date is of the year, joint leave is on a weekday',
    (year, data) => {
      const dates = [...Object.keys(data.holidays), ...data.jointLeave]
      expect(new Set(dates).size).toBe(dates.length)
      for (const date of dates) {
        expect(date.startsWith(year)).toBe(true)
        expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      }
      for (const date of data.jointLeave) expect([1, 2, 3, 4, 5]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay())
      expect(data.provisional ? data.jointLeave.length : data.jointLeave.length > 0).toBe(data.provisional ? 0 : true)
    },
  )

  test('as many as the decrees say: 17 and 11 (amended) in 2025, 17 and 8 in 2026', () => {
    const counts = [2025, 2026].map((year) => {
      const data = PUBLIC_HOLIDAYS[year]!
      return [Object.keys(data.holidays).length, data.jointLeave.length]
    })
    expect(counts).toEqual([
      [17, 11],
      [17, 8],
    ])
  })
})
