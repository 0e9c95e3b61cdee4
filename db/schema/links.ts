import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { LINK_STATES, type LinkState } from '../vocabulary.ts'
import { moment, oneOf } from './columns.ts'

/** What addresses outside the site answered when they were last asked, whoever names them. */
export const outsideLinks = pgTable(
  'outside_links',
  {
    url: text().primaryKey(),
    state: text().$type<LinkState>().notNull(),
    /** `404`, `timeout`, `no-host`, … */
    answer: text().notNull(),
    checkedAt: moment().notNull(),
    /** Since when it fails without a break. */
    failingSince: moment(),
    failures: integer().notNull().default(0),
    /** When it is asked again. */
    dueAt: moment().notNull(),
  },
  (t) => [
    oneOf('outside_links_state', t.state, LINK_STATES),
    check('outside_links_failing', sql`(${t.state} = 'fine') = (${t.failingSince} is null)`),
    index('outside_links_due').on(t.dueAt),
  ],
)
