import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type JobHelpers,
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type WorkerEvents,
} from 'graphile-worker'
import { Pool } from 'pg'
import { HopelessJob, JOB_ATTEMPTS, type JobTask, LANES, type Lane, laneOf, type RunningJob } from './jobs.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: Record<string, unknown>, message: string) => void>

/** A line of the schedule: when a task is ordered by itself. */
export type ScheduledTask = {
  task: JobTask
  /** Minute, hour, day, month, weekday, in UTC. */
  cron: string
  /** What was missed while nothing ran, up to so long ago, is done at the next start. */
  catchUpMs?: number
}

type Task = (payload: unknown, job: RunningJob) => Promise<void>

type RunnerOptions = {
  url: string
  /** What this process can do; other jobs are left to others. */
  tasks: Partial<Record<JobTask, Task>>
  schedule: readonly ScheduledTask[]
  log: Log
  /** A job whose process has not been heard of for so long is done by another. */
  leaseMs?: number
}

const LEASE_MS = 120_000
const RESTART_MS = 5_000
/** Longer than this a process that stops does not wait for what it does: another one does it anew. */
const PATIENCE_MS = 10_000
/** Every lane listens on a connection of its own; the others are shared and given back after each question. */
const POOL_SIZE = 10

/** Brings the tables of the queue to the state that this version of the program knows. */
export async function migrateJobs(url: string): Promise<void> {
  const pool = openPool(url, 1)
  try {
    await runMigrations({ pgPool: pool, logger: silent() })
  } finally {
    await pool.end()
  }
}

/**
 * Does jobs until it is stopped, and orders what the schedule says. Any number of processes may run at the same time:
 * each job is taken by one of them. A job is done at least once; it is done again only when its process died over it.
 */
export function startJobRunner(options: RunnerOptions): { stop: () => Promise<void> } {
  const { url, log, leaseMs = LEASE_MS } = options
  const pool = openPool(url, POOL_SIZE)
  const stopping = new AbortController()
  /** The names under which this process takes jobs. */
  const ownIds = new Set<string>()
  const runners = new Set<Runner>()
  const events = loggedEvents(log)
  events.on('pool:create', ({ workerPool }) => ownIds.add(workerPool.id))
  events.on('pool:release', ({ workerPool }) => ownIds.delete(workerPool.id))
  let isFailing = false

  async function keepRunning(lane: Lane) {
    while (!stopping.signal.aborted) {
      let runner: Runner | undefined
      try {
        runner = await run(runOptions(options, lane, pool, events))
        runners.add(runner)
        isFailing = false
        if (stopping.signal.aborted) void runner.stop().catch(() => undefined)
        await runner.promise
      } catch (error) {
        if (!isFailing && !stopping.signal.aborted)
          log.warn({ error: reasonOf(error) }, 'jobs wait: the database does not answer')
        isFailing = true
      }
      if (runner) runners.delete(runner)
      await delay(RESTART_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }
  const running = Promise.all((Object.keys(LANES) as Lane[]).map(keepRunning))

  const renewing = setInterval(() => renewLease(pool, [...ownIds], leaseMs).catch(() => undefined), leaseMs / 6)
  renewing.unref()

  async function stop() {
    stopping.abort()
    clearInterval(renewing)
    const stops = [...runners].map((runner) => runner.stop().catch(() => undefined))
    const ended = Promise.all([running, ...stops])
    const isDone = await Promise.race([ended.then(() => true), delay(PATIENCE_MS, false, { ref: false })])
    if (!isDone) await Promise.all([...runners].map((runner) => runner.kill().catch(() => undefined)))
    await pool.end()
  }
  let stopped: Promise<void> | undefined
  return {
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}

function runOptions({ tasks, schedule, log }: RunnerOptions, lane: Lane, pool: Pool, events: WorkerEvents) {
  const own = Object.entries(tasks).filter(([task]) => laneOf(task as JobTask) === lane)
  return {
    pgPool: pool,
    taskList: Object.fromEntries(own.map(([name, task]) => [name, runnable(task, log, pool)])),
    parsedCronItems: parseCronItems(schedule.filter(({ task }) => laneOf(task) === lane).map(cronItem)),
    concurrency: LANES[lane].slots,
    pollInterval: LANES[lane].lookMs,
    noHandleSignals: true,
    // Notes on what was done are waited for when the process stops, and survive a short absence of the database.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: silent(),
    events,
  }
}

function loggedEvents(log: Log): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('job:error', ({ job, error }) => {
    const fields = { job: job.id, task: job.task_identifier, attempt: job.attempts, error: reasonOf(error) }
    if (job.attempts >= job.max_attempts) log.error(fields, 'a job was given up')
    else log.warn(fields, 'a job failed, it will be tried again')
  })
  return events
}

/** Says that this process lives, and frees the jobs of processes that have not said so for the length of a lease. */
async function renewLease(pool: Pool, ownIds: string[], leaseMs: number): Promise<void> {
  await pool.query('update graphile_worker._private_jobs set locked_at = now() where locked_by = any($1)', [ownIds])
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
     where locked_at < now() - $1 * interval '1 millisecond' having count(*) > 0`,
    [leaseMs],
  )
}

function runnable(task: Task, log: Log, pool: Pool) {
  return async (payload: unknown, { job, abortSignal }: JobHelpers) => {
    const { id, attempts, max_attempts, created_at } = job
    const isLast = attempts >= max_attempts
    const isScheduled = typeof payload === 'object' && payload !== null && '_cron' in payload
    try {
      await task(payload, { id, attempt: attempts, isLast, orderedAt: created_at, signal: abortSignal! })
    } catch (error) {
      // The statement that failed and what it was told are nobody's business: only the reason is kept.
      const reason = reasonOf(error)
      if (isScheduled && (await existsEarlier(pool, job))) {
        log.warn({ job: id, task: job.task_identifier, error: reason }, 'a scheduled job failed again')
        return
      }
      if (error instanceof HopelessJob) {
        await pool.query('update graphile_worker._private_jobs set max_attempts = attempts where id = $1', [id])
        job.max_attempts = attempts
      }
      throw new Error(reason)
    }
    if (isScheduled) await deleteEarlier(pool, job)
  }
}

type ScheduledJob = Pick<JobHelpers['job'], 'id' | 'task_id'>

const EARLIER = `from graphile_worker._private_jobs
  where task_id = $1 and id < $2 and locked_at is null and payload::jsonb ? '_cron'`

/** Of a scheduled task that fails again and again one job stays, the first: it is tried again, and given up in the end. */
async function existsEarlier(pool: Pool, { id, task_id }: ScheduledJob): Promise<boolean> {
  const { rowCount } = await pool.query(`select 1 ${EARLIER} limit 1`, [task_id, id])
  return rowCount !== 0
}

/** What a schedule orders is made good by the next time that it succeeds. */
async function deleteEarlier(pool: Pool, { id, task_id }: ScheduledJob): Promise<void> {
  await pool.query(`delete ${EARLIER}`, [task_id, id])
}

const cronItem = ({ task, cron, catchUpMs = 0 }: ScheduledTask) => ({
  task,
  match: cron,
  identifier: task,
  options: { maxAttempts: JOB_ATTEMPTS, backfillPeriod: catchUpMs },
})

function openPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: withPlainSsl(url), max, application_name: 'jipp-jobs' })
  // A lost connection is told by whatever is asked next; without these two it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** `sslmode` means to this driver what it means to all others. */
function withPlainSsl(url: string): string {
  const address = new URL(url)
  if (address.searchParams.has('sslmode')) address.searchParams.set('uselibpqcompat', 'true')
  return address.href
}

/** What the library says of each job is said by `job:error`; its own lines would carry whole payloads. */
const silent = () => new Logger(() => () => undefined)

function reasonOf(error: unknown): string {
  let root = error
  while (root instanceof Error && root.cause instanceof Error) root = root.cause
  return String(root instanceof Error ? root.message : root).slice(0, 500)
}
