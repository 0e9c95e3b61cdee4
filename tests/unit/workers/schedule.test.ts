import { parseCronItems } from 'graphile-worker'
import { expect, test } from 'vitest'
import { dailyInJakarta, SCHEDULE } from '#app/workers/schedule.ts'

test.each([
  ['07:00', '0 0 * * *'],
  ['03:30', '30 20 * * *'],
  ['23:59', '59 16 * * *'],
] as const)('%s in Jakarta is %s in UTC', (time, cron) => {
  expect(dailyInJakarta(time)).toBe(cron)
})

test('every line of the schedule is one that the queue understands, and no task stands there twice', () => {
  const items = SCHEDULE.map(({ task, cron }) => ({ task, match: cron, identifier: task }))
  expect(parseCronItems(items)).toHaveLength(SCHEDULE.length)
  expect(new Set(SCHEDULE.map(({ task }) => task)).size).toBe(SCHEDULE.length)
})
