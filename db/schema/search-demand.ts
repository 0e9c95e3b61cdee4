import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { LANGUAGES, type Language } from '../vocabulary.ts'
import { filled, oneOf } from './columns.ts'
import { regions } from './regions.ts'

/** How often words were searched on a day. Counts only: no person, no address, no session. */
export const searchDemand = pgTable(
  'search_demand',
  {
    day: date({ mode: 'string' }).notNull(),
    /** Where the asker works; null for everybody who is not signed in. */
    province: text().references(() => regions.code),
    language: text().$type<Language>().notNull(),
    /** Lower case, without filler words. */
    words: text().notNull(),
    searches: integer().notNull(),
    /** Of these, how many found nothing in the whole catalogue. */
    withoutHit: integer().notNull(),
    /** Of these, after how many a practice was opened. */
    opened: integer().notNull(),
  },
  (t) => [
    unique('search_demand_row').on(t.day, t.province, t.language, t.words).nullsNotDistinct(),
    oneOf('search_demand_language', t.language, LANGUAGES),
    filled('search_demand_words_filled', t.words),
    check('search_demand_counts', sql`${t.searches} >= 0 and ${t.withoutHit} >= 0 and ${t.opened} >= 0`),
    index('search_demand_words').on(t.words, t.day),
  ],
)
