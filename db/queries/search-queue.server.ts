import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '../client.server.ts'
import { outbox, searchQueue } from '../schema/index.ts'
import { uuids } from './search-documents.server.ts'

/** The clock is that of the database: processes on several machines need not agree on the time. */
const later = (waitMs: number) => sql`now() + ${waitMs} * interval '1 millisecond'`

/** Moments are kept in whole milliseconds, rounded: what was put down as due now may stand half a millisecond ahead. */
const dueNow = sql`now() + interval '1 millisecond'`

/** Takes up to `limit` due changes of practices for this transaction only; others skip them. */
export async function listDueOutbox(tx: Transaction, limit: number) {
  return tx
    .select({ id: outbox.id, practiceId: outbox.entityId, attempts: outbox.attempts })
    .from(outbox)
    .where(and(eq(outbox.topic, 'practice'), isNull(outbox.processedAt), lte(outbox.dueAt, dueNow)))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** Changes of practices that have not been followed yet. */
export async function listPendingOutbox(db: Executor): Promise<number[]> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.topic, 'practice'), isNull(outbox.processedAt)))
  return rows.map(({ id }) => id)
}

export async function updateOutboxDone(tx: Executor, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(outbox)
    .set({ processedAt: sql`now()`, lastError: null })
    .where(sql`${outbox.id} = any(${`{${ids.join(',')}}`}::bigint[])`)
}

/** Puts a change off after a failure. */
export async function updateOutboxFailed(db: Executor, id: number, error: string, waitMs: number): Promise<void> {
  await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, lastError: error, dueAt: later(waitMs) })
    .where(eq(outbox.id, id))
}

/** Notes that Meilisearch has to take over the documents of some practices as they are from now on. */
export async function upsertSearchQueue(db: Executor, practiceIds: readonly string[]): Promise<void> {
  if (practiceIds.length === 0) return
  await db.execute(sql`
    insert into search_queue (practice_id)
    select distinct id from unnest(${uuids(practiceIds)}) id
    order by id
    on conflict (practice_id) do update set change = gen_random_uuid(), due_at = now(), attempts = 0`)
}

export async function listDueSearchQueue(db: Executor, limit: number) {
  return db
    .select({ practiceId: searchQueue.practiceId, change: searchQueue.change, attempts: searchQueue.attempts })
    .from(searchQueue)
    .where(lte(searchQueue.dueAt, dueNow))
    .orderBy(asc(searchQueue.dueAt), asc(searchQueue.practiceId))
    .limit(limit)
}

/** Takes off what was sent, unless it has changed again meanwhile. */
export async function deleteSearchQueue(db: Executor, changes: readonly string[]): Promise<void> {
  if (changes.length === 0) return
  await db.delete(searchQueue).where(inArray(searchQueue.change, [...changes]))
}

/** Puts changes off after a failure. */
export async function updateSearchQueueFailed(
  db: Executor,
  changes: readonly string[],
  error: string,
  waitMs: number,
): Promise<void> {
  if (changes.length === 0) return
  await db
    .update(searchQueue)
    .set({ attempts: sql`${searchQueue.attempts} + 1`, lastError: error, dueAt: later(waitMs) })
    .where(inArray(searchQueue.change, [...changes]))
}

/** Makes everything that was put off due at once: the engine is back. */
export async function updateSearchQueueDue(db: Executor): Promise<void> {
  await db.update(searchQueue).set({ dueAt: sql`now()` }).where(sql`${searchQueue.dueAt} > now()`)
}

/** Older ones are not on their way but stuck: waiting for them would mean waiting for ever. */
const STUCK_AFTER = sql`interval '1 minute'`

/** True while Meilisearch has yet to take over a change that is more than a second old, or any withdrawal. */
export async function existsLaggingChange(db: Executor): Promise<boolean> {
  const [row] = await db.execute<{ lagging: boolean }>(sql`
    select exists (
      select from search_queue where created_at < now() - interval '1 second' and created_at > now() - ${STUCK_AFTER}
    ) or exists (
      select from search_queue q where not exists (
        select from practice_documents d where d.practice_id = q.practice_id)
    ) as lagging`)
  return row?.lagging === true
}

/** Changes that the documents or Meilisearch have not followed yet, and the age of the oldest in seconds. */
export async function findSearchBacklog(db: Executor, withQueue: boolean) {
  const [row] = await db.execute<{ waiting: number; oldest: number }>(sql`
    select count(*)::int as waiting, coalesce(extract(epoch from now() - min(created_at)), 0)::int as oldest
    from (
      select created_at from outbox where topic = 'practice' and processed_at is null
      union all
      select created_at from search_queue where ${withQueue}
    ) waiting`)
  return { waiting: row?.waiting ?? 0, oldestSeconds: Math.max(0, row?.oldest ?? 0) }
}
