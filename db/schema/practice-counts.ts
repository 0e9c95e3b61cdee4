import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { practices } from './practices.ts'

/* How often a practice was read and used. Counts only: no person, no address, no session, no browser. */

const counts = () => ({
  /** Pages of the practice and of its versions that were opened. */
  views: integer().notNull().default(0),
  /** How many of these were the first of their reader on a day. */
  visitors: integer().notNull().default(0),
  /** The printed sheet, and documents. */
  downloads: integer().notNull().default(0),
  citations: integer().notNull().default(0),
  comparisons: integer().notNull().default(0),
  /** Records that programs read. */
  apiReads: integer().notNull().default(0),
})

const practiceId = () =>
  uuid()
    .notNull()
    .references(() => practices.id, { onDelete: 'cascade' })

/** Of a day in Jakarta. */
export const practiceCounts = pgTable(
  'practice_counts',
  { practiceId: practiceId(), day: date({ mode: 'string' }).notNull(), ...counts() },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.day] }),
    index('practice_counts_day').on(t.day),
    check('practice_counts_visitors', sql`${t.visitors} between 0 and ${t.views}`),
  ],
)

/** Of a month, once its days are old: `day` is its first. */
export const practiceCountsOfMonths = pgTable(
  'practice_counts_of_months',
  { practiceId: practiceId(), day: date({ mode: 'string' }).notNull(), ...counts() },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.day] }),
    check('practice_counts_of_months_first', sql`extract(day from ${t.day}) = 1`),
  ],
)
