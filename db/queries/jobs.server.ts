import { sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { JOB_ATTEMPTS, type JobPayload, type JobTask } from '../jobs.ts'

/* The queue is that of graphile-worker, in its own schema: it is asked through its functions and its view. */

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

/** Takes back an order that nobody has begun; one that was begun is not tried again. */
export async function deleteJob(tx: Executor, key: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.remove_job(${key})`)
}
