import type { ScheduledTask } from '#db/job-runner.server.ts'

/* Times are written in UTC; where a person's hour matters, in Jakarta time by the functions below. */

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** What is done by itself. A task stands here once. */
export const SCHEDULE: readonly ScheduledTask[] = [
  { task: 'purge_demand', cron: '7 * * * *', catchUpMs: HOUR_MS },
  { task: 'publish_overdue', cron: '* * * * *', catchUpMs: MINUTE_MS },
]
