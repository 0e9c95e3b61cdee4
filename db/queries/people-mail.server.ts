import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { jobs } from '../schema/index.ts'

export type MailJob = typeof jobs.$inferSelect

/**
 * Takes mail that is due and keeps it for `leaseUntil`: other processes skip it, and when this one dies it is due again.
 * The attempt counts from now.
 */
export async function claimDueMail(
  db: Executor,
  { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number },
): Promise<MailJob[]> {
  const due = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail'), isNull(jobs.doneAt), isNull(jobs.deadAt), lte(jobs.dueAt, now)))
    .orderBy(asc(jobs.dueAt))
    .limit(limit)
    .for('update', { skipLocked: true })
  return db
    .update(jobs)
    .set({ dueAt: leaseUntil, attempts: sql`${jobs.attempts} + 1` })
    .where(inArray(jobs.id, due))
    .returning()
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
