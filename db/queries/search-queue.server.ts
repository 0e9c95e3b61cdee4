import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '../client.server.ts'
import { outbox, searchQueue } from '../schema/index.ts'
import { uuids } from './search-documents.server.ts'

/** The clock is that of the database: processes on several machines need not agree on the time. */
const later = (waitMs: number) => sql`now() + ${waitMs} * interval '1 millisecond'`

/** Moments are kept in whole milliseconds, rounded: what was put down as due now may stand half a millisecond ahead. */
const dueNow = sql`now() + interval '1 millisecond'`

/** A change that has failed so often is set aside with its reason: it waits for a new change, a person or the full check. */
export const SET_ASIDE_AFTER = 5

const ofPractices = and(eq(outbox.topic, 'practice'), isNull(outbox.processedAt))

/** Takes up to `limit` due changes of practices for this transaction only; others skip them. */
export async function listDueOutbox(tx: Transaction, limit: number) {
  return tx
    .select({ id: outbox.id, practiceId: outbox.entityId, attempts: outbox.attempts })
    .from(outbox)
    .where(and(ofPractices, lte(outbox.dueAt, dueNow), lt(outbox.attempts, SET_ASIDE_AFTER)))
    .orderBy(asc(outbox.id))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** Changes of practices that have not been followed yet. */
export async function listPendingOutbox(db: Executor) {
  return db.select({ id: outbox.id, practiceId: outbox.entityId }).from(outbox).where(ofPractices)
}

/** Marks changes as followed, and with them older ones of the same practices that had been set aside. */
export async function updateOutboxDone(tx: Executor, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const done = sql`${`{${ids.join(',')}}`}::bigint[]`
  await tx
    .update(outbox)
    .set({ processedAt: sql`now()`, lastError: null })
    .where(
      and(
        ofPractices,
        or(
          sql`${outbox.id} = any(${done})`,
          and(
            sql`${outbox.attempts} >= ${SET_ASIDE_AFTER}`,
            sql`${outbox.entityId} in (select entity_id from outbox where id = any(${done}))`,
          ),
        ),
      ),
    )
}

/** Puts a change off after a failure. */
export async function updateOutboxFailed(db: Executor, id: number, error: string, waitMs: number): Promise<void> {
  await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, lastError: error, dueAt: later(waitMs) })
    .where(eq(outbox.id, id))
}

/** Notes why the document of a practice could not be made: at its change in the outbox, or at a new one. */
export async function upsertOutboxFailed(db: Executor, practiceId: string, error: string, waitMs: number) {
  const noted = await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, lastError: error, dueAt: later(waitMs) })
    .where(and(ofPractices, eq(outbox.entityId, practiceId)))
    .returning({ id: outbox.id })
  if (noted.length > 0) return
  await db.execute(sql`
    insert into outbox (topic, entity_id, version, attempts, last_error, due_at)
    select 'practice', id, search_version, 1, ${error}, ${later(waitMs)} from practices where id = ${practiceId}`)
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
    .where(and(lte(searchQueue.dueAt, dueNow), lt(searchQueue.attempts, SET_ASIDE_AFTER)))
    .orderBy(asc(searchQueue.dueAt), asc(searchQueue.practiceId))
    .limit(limit)
}

/** Every change in the queue for Meilisearch, also those that have to wait. */
export async function listSearchQueue(db: Executor) {
  return db
    .select({ practiceId: searchQueue.practiceId, change: searchQueue.change, attempts: searchQueue.attempts })
    .from(searchQueue)
}

/** Takes off what was sent, unless it has changed again meanwhile. */
export async function deleteSearchQueue(db: Executor, changes: readonly string[]): Promise<void> {
  if (changes.length === 0) return
  await db.delete(searchQueue).where(inArray(searchQueue.change, [...changes]))
}

/** Puts off a document that Meilisearch has refused: the change that was sent, or a new one. */
export async function upsertSearchQueueFailed(
  db: Executor,
  refused: { practiceId: string; change: string | undefined; error: string; waitMs: number },
): Promise<void> {
  const { practiceId, change, error, waitMs } = refused
  // A change that arrived meanwhile is another document: it gets its own chance.
  const same = change === undefined ? sql`true` : sql`search_queue.change = ${change}`
  await db.execute(sql`
    insert into search_queue (practice_id, attempts, last_error, due_at)
    values (${practiceId}, 1, ${error}, ${later(waitMs)})
    on conflict (practice_id) do update set
      attempts = search_queue.attempts + 1, last_error = excluded.last_error, due_at = excluded.due_at
    where ${same}`)
}

/** Makes everything that was put off due at once: the engine is back. What was set aside stays aside. */
export async function updateSearchQueueDue(db: Executor): Promise<void> {
  await db
    .update(searchQueue)
    .set({ dueAt: sql`now()` })
    .where(and(gt(searchQueue.dueAt, sql`now()`), lt(searchQueue.attempts, SET_ASIDE_AFTER)))
}

/** Gives what was set aside one more chance: all of it, or one practice. */
export async function updateSetAsideDue(db: Executor, practiceId?: string): Promise<void> {
  const again = { attempts: SET_ASIDE_AFTER - 1, dueAt: sql`now()` }
  await db
    .update(outbox)
    .set(again)
    .where(
      and(ofPractices, gte(outbox.attempts, SET_ASIDE_AFTER), practiceId ? eq(outbox.entityId, practiceId) : undefined),
    )
  await db
    .update(searchQueue)
    .set(again)
    .where(
      and(gte(searchQueue.attempts, SET_ASIDE_AFTER), practiceId ? eq(searchQueue.practiceId, practiceId) : undefined),
    )
}

type SetAside = { practiceId: string; publicId: string | null; step: 'document' | 'index'; reason: string; since: Date }

/** Practices that are set aside: at which step, since when and why. */
export async function listSetAside(db: Executor, withQueue: boolean, limit: number): Promise<SetAside[]> {
  const rows = await db.execute<Omit<SetAside, 'since'> & { since: string }>(sql`
    select a.practice_id as "practiceId", p.public_id as "publicId", a.step, a.reason, a.since
    from (
      select distinct on (entity_id) entity_id as practice_id, 'document' as step, coalesce(last_error, '') as reason,
        created_at as since
      from outbox where topic = 'practice' and processed_at is null and attempts >= ${SET_ASIDE_AFTER}
      union all
      select practice_id, 'index', coalesce(last_error, ''), created_at
      from search_queue where ${withQueue} and attempts >= ${SET_ASIDE_AFTER}
    ) a left join practices p on p.id = a.practice_id
    order by a.since, p.public_id limit ${limit}`)
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}

/** Why the last attempt to follow a change of some practices failed. */
export async function listReasons(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db.execute<{ practiceId: string; reason: string }>(sql`
    select entity_id as "practiceId", last_error as reason from outbox
    where topic = 'practice' and processed_at is null and last_error is not null and entity_id = any(${uuids(ids)})
    union
    select practice_id, last_error from search_queue
    where last_error is not null and practice_id = any(${uuids(ids)})`)
}

/** Practices among some whose change is new and on its way: they differ, and nothing is wrong. */
export async function listOnTheirWay(db: Executor, ids: readonly string[], withQueue: boolean): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.execute<{ id: string }>(sql`
    select entity_id as id from outbox
    where topic = 'practice' and processed_at is null and attempts = 0 and created_at > now() - ${STUCK_AFTER}
      and entity_id = any(${uuids(ids)})
    union
    select practice_id from search_queue
    where ${withQueue} and attempts = 0 and created_at > now() - ${STUCK_AFTER} and practice_id = any(${uuids(ids)})`)
  return rows.map(({ id }) => id)
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
