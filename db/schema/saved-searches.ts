import { sql } from 'drizzle-orm'
import { bigint, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ALERTS, type Alert } from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'

/** A search that a person keeps, with or without mail about new practices. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The parameters of its address, in the order in which the site writes them; empty for the whole catalogue. */
    params: text().notNull(),
    alert: text().$type<Alert>().notNull().default('off'),
    /** Since when mail is wanted: what was published before is never mailed. */
    alertSince: moment(),
    /** The last look at its results. */
    seenAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('saved_searches_params').on(t.userId, t.params),
    filled('saved_searches_name', t.name),
    oneOf('saved_searches_alert', t.alert, ALERTS),
  ],
)

/** Each publication of a text of a practice, written with it in one transaction; saved searches are held against it. */
export const publications = pgTable(
  'publications',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id, { onDelete: 'cascade' }),
    /** `practices.search_version` that it made: its document must be that new before searches are held against it. */
    version: bigint({ mode: 'number' }).notNull(),
    publishedAt: moment().notNull(),
    /** All saved searches have been held against it. */
    matchedAt: moment(),
  },
  (t) => [index('publications_pending').on(t.id).where(sql`${t.matchedAt} is null`)],
)

/** One mail about new practices: at most one a person and day. */
export const searchDigests = pgTable(
  'search_digests',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** In the zone of the person. */
    day: date({ mode: 'string' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('search_digests_day').on(t.userId, t.day)],
)

/** What a saved search found among the publications, and the mail that told of it. */
export const savedSearchMatches = pgTable(
  'saved_search_matches',
  {
    savedSearchId: uuid()
      .notNull()
      .references(() => savedSearches.id, { onDelete: 'cascade' }),
    publicationId: bigint({ mode: 'number' })
      .notNull()
      .references(() => publications.id, { onDelete: 'cascade' }),
    digestId: uuid().references(() => searchDigests.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.savedSearchId, t.publicationId] }),
    index('saved_search_matches_digest').on(t.digestId),
    index('saved_search_matches_publication').on(t.publicationId),
  ],
)
