import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { NEED_STATES, type NeedState } from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { agencies } from './organisations.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'
import { regions } from './regions.ts'

/** A problem that a district wants solved (kebutuhan daerah). */
export const needs = pgTable(
  'needs',
  {
    id: id(),
    /** `K-<region code without dot>-<number>`, e.g. K-3510-0003. */
    publicId: text().notNull(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.organisationId),
    regionCode: text()
      .notNull()
      .references(() => regions.code),
    problem: text().notNull(),
    affectedGroup: text(),
    baseline: text(),
    /** Target of the RPJMD or RKPD that it serves. */
    planReference: text(),
    laporTopic: text(),
    laporCount: integer(),
    state: text().$type<NeedState>().notNull().default('open'),
    closedReason: text(),
    version: integer().notNull().default(1),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
    closedAt: moment(),
  },
  (t) => [
    uniqueIndex('needs_public_id').on(t.publicId),
    filled('needs_problem', t.problem),
    oneOf('needs_state', t.state, NEED_STATES),
    check('needs_lapor_count', sql`${t.laporCount} is null or ${t.laporCount} >= 0`),
    check('needs_closed', sql`(${t.state} in ('met', 'closed')) = (${t.closedAt} is not null)`),
    index('needs_agency').on(t.agencyId),
    index('needs_state_created').on(t.state, t.createdAt),
    index('needs_region').on(t.regionCode),
  ],
)

/** A practice that the district or its hub thinks may answer the need. */
export const needMatches = pgTable(
  'need_matches',
  {
    needId: uuid()
      .notNull()
      .references(() => needs.id, { onDelete: 'cascade' }),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    addedBy: uuid()
      .notNull()
      .references(() => users.id),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.needId, t.practiceId] })],
)
