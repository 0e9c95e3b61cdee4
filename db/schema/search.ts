import { sql } from 'drizzle-orm'
import { bigint, customType, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { practices } from './practices.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Public projection of published practices, as the PostgreSQL engine searches it.
 * Disposable: search/ rebuilds it from the practices at any time.
 */
export const practiceDocuments = pgTable(
  'practice_documents',
  {
    practiceId: uuid()
      .primaryKey()
      .references(() => practices.id, { onDelete: 'cascade' }),
    version: bigint({ mode: 'number' }).notNull(),
    document: jsonb().$type<Record<string, unknown>>().notNull(),
    vector: tsvector().notNull(),
    /** Brand and titles in lower case, for trigram matches. */
    names: text().notNull(),
    province: text(),
    district: text(),
    sector: text().notNull(),
    form: text(),
    year: integer(),
    awards: text().array().notNull().default(sql`'{}'`),
    lifeStatus: text().notNull(),
    targetGroups: text().array().notNull().default(sql`'{}'`),
    sdgs: integer().array().notNull().default(sql`'{}'`),
    adoptions: integer().notNull().default(0),
    evidence: integer().notNull().default(1),
    confirmedOn: timestamp({ withTimezone: true, mode: 'date' }),
    publishedAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [
    index('practice_documents_vector').using('gin', t.vector),
    index('practice_documents_names').using('gin', sql`${t.names} gin_trgm_ops`),
    index('practice_documents_province').on(t.province, t.district),
    index('practice_documents_sector').on(t.sector),
  ],
)
