import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'
import { users } from './people.ts'
import { practiceRevisions, practices } from './practices.ts'

/** What was taken for a part of the text: the survivor's words, the other's, or the entries of both lists. */
export type MergePick = 'survivor' | 'other' | 'both'

/** Rows that named the one practice and name the survivor since the merge, by table; undoing it turns them back. */
export type MovedRows = Partial<Record<string, string[]>>

/**
 * Two records of one practice made one. While the merge stands, the addresses of `from` lead to `into`; the row is never
 * deleted, an undone one says so.
 */
export const practiceMerges = pgTable(
  'practice_merges',
  {
    id: id(),
    fromId: uuid()
      .notNull()
      .references(() => practices.id),
    intoId: uuid()
      .notNull()
      .references(() => practices.id),
    /** The published texts that were merged, and the one that was made of them. */
    fromRevisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    formerRevisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    picks: jsonb().$type<Record<string, MergePick>>().notNull(),
    moved: jsonb().$type<MovedRows>().notNull(),
    /** What the survivor named as its source, where that was the other one or came from it. */
    formerSourceId: uuid().references(() => practices.id),
    mergedBy: uuid()
      .notNull()
      .references(() => users.id),
    mergedAt: moment().notNull(),
    undoUntil: moment().notNull(),
    undoneBy: uuid().references(() => users.id),
    undoneAt: moment(),
    /** The text that gave the survivor its former words back; null where it had been changed meanwhile. */
    restoredRevisionId: uuid().references(() => practiceRevisions.id),
  },
  (t) => [
    uniqueIndex('practice_merges_one_standing').on(t.fromId).where(sql`${t.undoneAt} is null`),
    index('practice_merges_into').on(t.intoId),
    check('practice_merges_two', sql`${t.fromId} <> ${t.intoId}`),
    check('practice_merges_undone', sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
    check('practice_merges_restored', sql`${t.restoredRevisionId} is null or ${t.undoneAt} is not null`),
  ],
)
