import { sql } from 'drizzle-orm'
import { bigint, customType, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment, oneOf } from './columns.ts'
import { practices } from './practices.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Public projection of published practices: what a page of hits shows, and what the PostgreSQL engine searches.
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
    /** Stems of both languages, weighted by field; made by search/, not by a configuration of the server. */
    vector: tsvector().notNull(),
    /** Words as written (folded), for the lexicon. */
    words: text().array().notNull(),
    /** Brand and titles in lower case, for trigram matches. */
    names: text().notNull(),
    province: text(),
    district: text(),
    sector: text().notNull(),
    form: text(),
    year: integer(),
    awards: text().array().notNull().default(sql`'{}'`),
    life: text().notNull(),
    adoptions: integer().notNull(),
    evidence: integer().notNull(),
    confirmedOn: date({ mode: 'string' }),
    publishedOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    index('practice_documents_vector').using('gin', t.vector),
    index('practice_documents_names').using('gin', sql`${t.names} gin_trgm_ops`),
    index('practice_documents_province').on(t.province, t.district),
    index('practice_documents_sector').on(t.sector),
  ],
)

/** In how many documents a word or a stem occurs: for weighing words and for mending typing errors. */
export const practiceLexicon = pgTable(
  'practice_lexicon',
  {
    kind: text().$type<'word' | 'stem'>().notNull(),
    term: text().notNull(),
    documents: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.term] }),
    oneOf('practice_lexicon_kind', t.kind, ['word', 'stem']),
    index('practice_lexicon_words').using('gin', sql`${t.term} gin_trgm_ops`).where(sql`${t.kind} = 'word'`),
  ],
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
