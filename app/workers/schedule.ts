import type { ScheduledTask } from '#db/job-runner.server.ts'

/* Times are written in UTC; where a person's hour matters, in Jakarta time by the function below. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const JAKARTA_HOURS = 7

/** Every day at a time of day in Jakarta (`03:30`). */
export function dailyInJakarta(time: `${number}:${number}`): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${minute} ${(hour - JAKARTA_HOURS + 24) % 24} * * *`
}

/** What is done by itself. A task stands here once. */
export const SCHEDULE: readonly ScheduledTask[] = [
  { task: 'check_links', cron: '23 * * * *' },
  { task: 'order_waiting_files', cron: '*/15 * * * *' },
  { task: 'publish_overdue', cron: '* * * * *', catchUpMs: MINUTE_MS },
  { task: 'tell_publications', cron: '* * * * *' },
  { task: 'purge_demand', cron: '7 * * * *', catchUpMs: HOUR_MS },
  { task: 'purge_jobs', cron: dailyInJakarta('03:30'), catchUpMs: DAY_MS },
  { task: 'roll_up_counts', cron: dailyInJakarta('03:50'), catchUpMs: DAY_MS },
  { task: 'sweep_files', cron: dailyInJakarta('02:10'), catchUpMs: DAY_MS },
  // Before the working day of the reviewers begins in earnest.
  { task: 'escalate_reviews', cron: dailyInJakarta('08:10'), catchUpMs: 12 * HOUR_MS },
  { task: 'ask_life', cron: dailyInJakarta('08:00'), catchUpMs: DAY_MS },
  { task: 'tell_silent_questions', cron: dailyInJakarta('08:10'), catchUpMs: DAY_MS },
]
