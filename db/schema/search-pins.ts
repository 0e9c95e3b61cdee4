import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { LANGUAGES, type Language, PIN_KINDS, type PinKind } from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { hubs } from './organisations.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'

/** A practice that a hub puts on top of the results for some words, or of the page of one filter value, for a time. */
export const searchPins = pgTable(
  'search_pins',
  {
    id: id(),
    /** Null for the national office. */
    hubId: uuid().references(() => hubs.organisationId),
    kind: text().$type<PinKind>().notNull(),
    /** What a search is compared with: the stems of the words in order of the alphabet, or `sector=kesehatan`. */
    key: text().notNull(),
    /** The words as they were typed, or the parameters of the page. */
    target: text().notNull(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Null for readers of both languages. */
    language: text().$type<Language>(),
    /** Shown to readers. */
    reason: text().notNull(),
    /** The last day on which it is shown. */
    expiresOn: date({ mode: 'string' }).notNull(),
    /** Compare-and-set: grows with every change. */
    version: integer().notNull().default(1),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
    removedAt: moment(),
    removedBy: uuid().references(() => users.id),
  },
  (t) => [
    oneOf('search_pins_kind', t.kind, PIN_KINDS),
    oneOf('search_pins_language', t.language, LANGUAGES),
    filled('search_pins_key_filled', t.key),
    filled('search_pins_reason', t.reason),
    check('search_pins_position', sql`${t.position} between 1 and 3`),
    index('search_pins_key').on(t.key).where(sql`${t.removedAt} is null`),
    uniqueIndex('search_pins_once')
      .on(sql`coalesce(${t.hubId}::text, '')`, t.key, t.practiceId, sql`coalesce(${t.language}, '')`)
      .where(sql`${t.removedAt} is null`),
  ],
)
