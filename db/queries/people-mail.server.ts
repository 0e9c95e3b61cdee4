import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { jobs } from '../schema/index.ts'

export type MailJob = typeof jobs.$inferSelect

/**
 * Takes the oldest mail that is due and keeps it until `leaseUntil`: other processes skip it, and when this one dies it
 * is due again. The attempt counts from now.
 */
export async function claimDueMail(
  db: Executor,
  { now, leaseUntil }: { now: Date; leaseUntil: Date },
): Promise<MailJob | undefined> {
  const due = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail'), isNull(jobs.doneAt), isNull(jobs.deadAt), lte(jobs.dueAt, now)))
    .orderBy(asc(jobs.dueAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [mail] = await db
    .update(jobs)
    .set({ dueAt: leaseUntil, attempts: sql`${jobs.attempts} + 1` })
    .where(eq(jobs.id, due))
    .returning()
  return mail
}

/** A job is over, sent or given up: what it said is forgotten, because it may hold a link that opens an account. */
export async function updateMailOver(
  db: Executor,
  id: string,
  over: { doneAt: Date } | { deadAt: Date; lastError: string },
): Promise<void> {
  await db
    .update(jobs)
    .set({ ...over, payload: sql`${jobs.payload} - 'params'` })
    .where(eq(jobs.id, id))
}

/** A job is tried again later. */
export async function updateMailRetry(db: Executor, id: string, dueAt: Date, lastError: string): Promise<void> {
  await db.update(jobs).set({ dueAt, lastError }).where(eq(jobs.id, id))
}
