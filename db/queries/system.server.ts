import { eq, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { auditLog, installation, outbox } from '../schema/index.ts'

export async function insertAudit(db: Executor, row: typeof auditLog.$inferInsert): Promise<void> {
  await db.insert(auditLog).values(row)
}

export async function insertOutbox(
  db: Executor,
  row: Pick<typeof outbox.$inferInsert, 'topic' | 'entityId' | 'version'>,
): Promise<void> {
  await db.insert(outbox).values(row)
}

export async function findInstallationValue(db: Executor, key: string): Promise<string | undefined> {
  const [row] = await db.select({ value: installation.value }).from(installation).where(eq(installation.key, key))
  return row?.value
}

export async function upsertInstallationValue(db: Executor, key: string, value: string): Promise<void> {
  await db
    .insert(installation)
    .values({ key, value })
    .onConflictDoUpdate({ target: installation.key, set: { value, updatedAt: sql`now()` } })
}

/**
 * True for one caller at most in each `everyMs`, in all processes together: who gets it does what `key` names. What was
 * asked for since (`updateInstallationDue`) is due at once.
 */
export async function takeInstallationTurn(db: Executor, key: string, everyMs: number): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into installation (key, value) values (${key}, 'taken')
    on conflict (key) do update set value = 'taken', updated_at = now()
    where installation.value = 'due' or installation.updated_at <= now() - ${everyMs} * interval '1 millisecond'
    returning key`)
  return rows.length > 0
}

/** Asks for what `key` names, and wakes the workers. */
export async function updateInstallationDue(db: Executor, key: string): Promise<void> {
  await upsertInstallationValue(db, key, 'due')
  await db.execute(sql`select pg_notify('jipp_outbox', ${key})`)
}

/** Answers when the database does. */
export async function pingDatabase(db: Executor): Promise<void> {
  await db.execute(sql`select 1`)
}
