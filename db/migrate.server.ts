import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { migrateJobs } from './job-runner.server.ts'
import { watchPublicTables } from './watch-tables.server.ts'

/** Any number will do, as long as nothing else in the database uses it. */
const MIGRATION_LOCK = 4_815_162_342

/**
 * Brings the database at `url` to the newest schema. Two processes that start together take turns (advisory lock);
 * each migration file runs in a transaction of its own batch, so a failure leaves the old schema.
 */
export async function migrateDatabase(url: string, folder = 'db/migrations'): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    // First: migrations may order jobs.
    await migrateJobs(url)
    await migrate(drizzle(sql), { migrationsFolder: folder })
    await watchPublicTables(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
