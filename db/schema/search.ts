import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment } from './columns.ts'
import { practices } from './practices.ts'

/**
 * Public projection of published practices: what a page of hits shows, and what the search reads into memory.
 * Disposable: search/ rebuilds it from the practices at any time.
 */
export const practiceDocuments = pgTable(
  'practice_documents',
  {
    practiceId: uuid()
      .primaryKey()
      .references(() => practices.id, { onDelete: 'cascade' }),
    publicId: text().notNull(),
    /** `practices.search_version` that it was made from. */
    version: bigint({ mode: 'number' }).notNull(),
    /** Of the document; tells a stale copy from a true one. */
    checksum: text().notNull(),
    document: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What is filtered, sorted and suggested by, as search/memory reads it. */
    entry: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Terms with their counts, packed by search/ranking. */
    terms: text().notNull(),
    /** Words as written (folded): for mending typing errors. */
    words: text().array().notNull(),
    /** Of the write, given by a trigger: readers ask for what is newer than what they know. */
    generation: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [index('practice_documents_generation').on(t.generation)],
)

/** The number of the last write to the documents, raised by a trigger; the epoch changes with every database. */
export const searchGeneration = pgTable('search_generation', {
  epoch: uuid().primaryKey().defaultRandom(),
  generation: bigint({ mode: 'number' }).notNull().default(0),
})

/** Documents that were taken away, and in which write; written by a trigger. */
export const practiceDocumentsRemoved = pgTable(
  'practice_documents_removed',
  {
    practiceId: uuid().primaryKey(),
    generation: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [index('practice_documents_removed_generation').on(t.generation)],
)

/** Practices whose document Meilisearch has yet to take over; a later change replaces an earlier one. */
export const searchQueue = pgTable(
  'search_queue',
  {
    practiceId: uuid().primaryKey(),
    /** New with every change: a row is done only when it is still the change that was sent. */
    change: uuid().notNull().defaultRandom(),
    createdAt: createdAt(),
    attempts: integer().notNull().default(0),
    dueAt: moment().notNull().defaultNow(),
    lastError: text(),
  },
  (t) => [index('search_queue_due').on(t.dueAt)],
)
