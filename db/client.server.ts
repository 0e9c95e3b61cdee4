import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index.ts'

export type Database = PostgresJsDatabase<typeof schema>
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>
/** The database or an open transaction: what every query takes. */
export type Executor = Database | Transaction

export type DbClient = { db: Database; sql: postgres.Sql; close: () => Promise<void> }

export type DbOptions = {
  /** Connections at most. */
  max?: number
  /** Milliseconds after which a statement is cut. */
  statementTimeout?: number
  applicationName?: string
}

/** Opens a pool on a PostgreSQL URL. Connections are made on first use; `close` waits up to 5 s for running queries. */
export function createDb(url: string, options: DbOptions = {}): DbClient {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? 'jipp',
      statement_timeout: options.statementTimeout ?? 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  })
  const db = drizzle(sql, { schema, casing: 'snake_case' })
  return { db, sql, close: () => sql.end({ timeout: 5 }) }
}
