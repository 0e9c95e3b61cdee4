import type { Database } from '#db/client.server.ts'
import { rollUpPracticeCounts } from '#db/queries/practice-counts.server.ts'
import { today } from '../shared/dates.ts'
import { firstOfMonth } from './periods.ts'

/** Days are kept for so many whole months, months for ever. */
const KEEP_MONTHS = 24

/** Puts counts of days that are older than two years together by month. */
export async function rollUpCounts(db: Database, now: Date): Promise<void> {
  await rollUpPracticeCounts(db, firstOfMonth(today(now), -KEEP_MONTHS))
}
