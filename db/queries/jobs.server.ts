import { lt, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { FORGOTTEN, JOB_ATTEMPTS, type JobPayload, type JobTask } from '../jobs.ts'
import { onceKeys } from '../schema/index.ts'

/* The queue is that of graphile-worker, in its own schema: it is asked through its functions and its view. */

/** Nobody tries again by themselves. */
const isOver = sql`attempts >= max_attempts and locked_at is null`

export type JobOrder<T extends JobTask> = {
  task: T
  payload: JobPayload<T>
  /** Of jobs with the same key one waits at most: a later order takes the place of the earlier. */
  key?: string
  /** Not before this moment, by the clock of the database; at once when absent. */
  runAt?: Date
}

/** Orders work to be done in the background, at least once, when and if this transaction is committed. */
export async function orderJob<T extends JobTask>(tx: Executor, order: JobOrder<T>): Promise<void> {
  const { task, payload, key = null, runAt } = order
  await tx.execute(sql`select graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, run_at => ${runAt?.toISOString() ?? null}::timestamptz,
    max_attempts => ${JOB_ATTEMPTS}::int, job_key => ${key}::text)`)
}

/** True for the first who asks with this key. */
export async function insertOnceKey(tx: Executor, key: string): Promise<boolean> {
  const rows = await tx.insert(onceKeys).values({ key }).onConflictDoNothing().returning({ key: onceKeys.key })
  return rows.length > 0
}

/** Forgets what a job was told; it cannot be tried again. */
export async function updateJobForgotten(db: Executor, id: string, payload: Record<string, unknown>): Promise<void> {
  await db.execute(sql`update graphile_worker._private_jobs
    set payload = ${JSON.stringify(payload)}::json, flags = jsonb_build_object(${FORGOTTEN}::text, true)
    where id = ${id}::bigint`)
}

/** Forgets jobs that were given up before a moment, and keys of things done before another. */
export async function deleteOldJobs(db: Executor, before: { dead: Date; keys: Date }): Promise<void> {
  await db.execute(sql`select graphile_worker.complete_jobs(array(
    select id from graphile_worker.jobs where (${isOver}) and run_at < ${before.dead.toISOString()}::timestamptz))`)
  await db.delete(onceKeys).where(lt(onceKeys.createdAt, before.keys))
}

/** Takes back an order that nobody has begun; one that was begun is not tried again. */
export async function deleteJob(tx: Executor, key: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.remove_job(${key})`)
}

// ---- what went wrong ----------------------------------------------------------------------------------------------

export type TroubledJob = {
  id: string
  task: string
  attempts: number
  /** Nobody tries again by themselves. */
  isOver: boolean
  isForgotten: boolean
  /** What the last attempt said; null when its process ended over it. */
  lastError: string | null
  orderedAt: Date
  nextAt: Date
}

type TroubledRow = Omit<TroubledJob, 'orderedAt' | 'nextAt'> & { orderedMs: number; nextMs: number }

/** Jobs that were given up, the oldest first, and after them those that failed and will be tried again. */
export async function listTroubledJobs(db: Executor, limit: number): Promise<TroubledJob[]> {
  const rows = await db.execute<TroubledRow>(sql`
    select id::text, task_identifier as task, attempts::int, (${isOver}) as "isOver",
      coalesce(flags ? ${FORGOTTEN}, false) as "isForgotten", last_error as "lastError",
      extract(epoch from created_at)::float8 * 1000 as "orderedMs", extract(epoch from run_at)::float8 * 1000 as "nextMs"
    from graphile_worker.jobs
    where last_error is not null or (${isOver})
    order by (${isOver}) desc, created_at, id
    limit ${limit}`)
  return rows.map(({ orderedMs, nextMs, ...row }) => ({
    ...row,
    orderedAt: new Date(orderedMs),
    nextAt: new Date(nextMs),
  }))
}

/** How many jobs of a task, or of all, were given up; and since when the oldest. */
export async function countDeadJobs(db: Executor, task?: JobTask): Promise<{ dead: number; since: Date | null }> {
  const [row] = await db.execute<{ dead: number; sinceMs: number | null }>(sql`
    select count(*)::int as dead, extract(epoch from min(created_at))::float8 * 1000 as "sinceMs"
    from graphile_worker.jobs
    where (${isOver}) and (${task ?? null}::text is null or task_identifier = ${task ?? null})`)
  return { dead: row?.dead ?? 0, since: row?.sinceMs ? new Date(row.sinceMs) : null }
}

/** Holds a given-up job until the transaction ends; `undefined` when it is not given up (any more). */
export async function findDeadJob(
  tx: Executor,
  id: string,
): Promise<{ task: string; attempts: number; isForgotten: boolean } | undefined> {
  const [row] = await tx.execute<{ task: string; attempts: number; isForgotten: boolean }>(sql`
    select t.identifier as task, j.attempts::int, coalesce(j.flags ? ${FORGOTTEN}, false) as "isForgotten"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.id = ${id}::bigint and j.attempts >= j.max_attempts and j.locked_at is null
    for update of j`)
  return row
}

/** Gives a job all its attempts anew, beginning now. */
export async function updateJobDue(tx: Executor, id: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.reschedule_jobs(
    array[${id}::bigint], run_at => now(), attempts => 0, max_attempts => ${JOB_ATTEMPTS}::int)`)
}

/** Puts a given-up job aside for good: it is forgotten. */
export async function deleteDeadJob(tx: Executor, id: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.complete_jobs(array[${id}::bigint])`)
}

/** When each line of the schedule was last ordered. */
export async function listScheduleRuns(db: Executor): Promise<Map<string, Date>> {
  const rows = await db.execute<{ task: string; lastMs: number }>(sql`
    select identifier as task, extract(epoch from last_execution)::float8 * 1000 as "lastMs"
    from graphile_worker._private_known_crontabs where last_execution is not null`)
  return new Map(rows.map(({ task, lastMs }) => [task, new Date(lastMs)]))
}
