import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { OUTBOX_TOPICS, type OutboxTopic } from '../vocabulary.ts'
import { createdAt, moment, oneOf } from './columns.ts'
import { organisations } from './organisations.ts'
import { users } from './people.ts'

export type AuditData = Record<string, unknown>

/** Who did what to which record, in which hat. Append-only: a trigger refuses changes. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: createdAt(),
    actorId: uuid().references(() => users.id),
    /** `visitor`, `system:<name>` or the role in whose name it was done. */
    actedAs: text().notNull(),
    organisationId: uuid().references(() => organisations.id),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    reason: text(),
    data: jsonb().$type<AuditData>().notNull().default(sql`'{}'::jsonb`),
  },
  (t) => [index('audit_log_entity').on(t.entity, t.entityId, t.id), index('audit_log_actor').on(t.actorId, t.id)],
)

/** Changes that the search index must follow, written in the transaction that made them. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    topic: text().$type<OutboxTopic>().notNull(),
    entityId: uuid().notNull(),
    /** Version of the record when the row was written. */
    version: bigint({ mode: 'number' }).notNull(),
    createdAt: createdAt(),
    processedAt: moment(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    /** Not before this moment (back-off). */
    dueAt: moment().notNull().defaultNow(),
  },
  (t) => [
    oneOf('outbox_topic', t.topic, OUTBOX_TOPICS),
    index('outbox_pending').on(t.topic, t.id).where(sql`${t.processedAt} is null`),
  ],
)

/** What is done once, however often it is ordered: letters by their keys. */
export const onceKeys = pgTable('once_keys', { key: text().primaryKey(), createdAt: createdAt() })

/** Counters of the sign-in limits; the columns are those of rate-limiter-flexible. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: 'number' }),
})

/** Facts of this installation: language of the text search, loaded data versions. */
export const installation = pgTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
  updatedAt: createdAt(),
})

/**
 * One row: a number that grows with every change of what visitors can see. Triggers on the tables of
 * db/public-content.ts raise it as the last act of a transaction; kept pages are worth something as long as it stands.
 */
export const publicContent = pgTable(
  'public_content',
  {
    only: boolean().primaryKey().default(true),
    version: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [check('public_content_only', sql`${t.only}`)],
)
