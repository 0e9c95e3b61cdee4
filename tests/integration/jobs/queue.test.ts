import { sql as query } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { type ScheduledTask, startJobRunner } from '#db/job-runner.server.ts'
import { HopelessJob, JOB_TASKS, type JobTask, type RunningJob } from '#db/jobs.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db, url } = await testDatabase()
const lines: { level: string; message: string; fields: Record<string, unknown> }[] = []
const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
  void lines.push({ level, fields, message })
const log = { info: write('info'), warn: write('warn'), error: write('error') }
const runners: { stop: () => Promise<void> }[] = []

type Work = (payload: unknown, job: RunningJob) => Promise<void>

function start(work: Work, options: { leaseMs?: number; schedule?: ScheduledTask[] } = {}) {
  const tasks = Object.fromEntries(JOB_TASKS.map((task) => [task, work])) as Record<JobTask, Work>
  const runner = startJobRunner({ url, tasks, schedule: [], log, ...options })
  runners.push(runner)
  return runner
}

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  await db.execute(query`delete from graphile_worker._private_jobs`)
  lines.length = 0
})

const order = (more: { key?: string; runAt?: Date } = {}) =>
  orderJob(db, { task: 'purge_demand', payload: {}, ...more })
const jobs = async () => [
  ...(await db.execute<{
    id: string
    attempts: number
    max_attempts: number
    last_error: string | null
    locked_by: string | null
    wait: number
  }>(query`select id, attempts, max_attempts, last_error, locked_by, extract(epoch from run_at - now())::float as wait
    from graphile_worker.jobs order by id`)),
]
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 8000, interval: 20 })

test('a job is done when its transaction is committed, and never when it is not', async () => {
  const work = vi.fn<Work>(async () => {})
  start(work)
  await db
    .transaction(async (tx) => {
      await orderJob(tx, { task: 'purge_demand', payload: {} })
      throw new Error('rolled back')
    })
    .catch(() => undefined)
  await order()
  await until(() => expect(work).toHaveBeenCalledTimes(1))
  await until(async () => expect(await jobs()).toEqual([]))
  expect(work).toHaveBeenCalledTimes(1)
  expect(work.mock.calls[0]?.[0]).toEqual({})
  expect(work.mock.calls[0]?.[1]).toMatchObject({ attempt: 1, isLast: false })
})

test('several processes do each job once', async () => {
  const work = vi.fn<Work>(async () => {})
  for (let n = 0; n < 3; n++) start(work)
  for (let n = 0; n < 30; n++) await order()
  await until(async () => expect(await jobs()).toEqual([]))
  expect(new Set(work.mock.calls.map(([, job]) => job.id)).size).toBe(30)
  expect(work).toHaveBeenCalledTimes(30)
})

test('a job that fails is tried again after a while, and its error is kept and logged', async () => {
  let isBroken = true
  start(async () => {
    if (isBroken) throw new Error('statement with secrets', { cause: new Error('the disk is full') })
  })
  await order()
  await until(async () => expect((await jobs())[0]?.last_error).toBe('the disk is full'))
  const [waiting] = await jobs()
  expect(waiting).toMatchObject({ attempts: 1, max_attempts: 11 })
  expect(waiting?.wait).toBeGreaterThan(1)
  expect(waiting?.wait).toBeLessThan(3)
  expect(lines).toMatchObject([{ level: 'warn', fields: { attempt: 1, error: 'the disk is full' } }])
  isBroken = false
  await until(async () => expect(await jobs()).toEqual([]))
})

test('a job that nothing will help is given up at once; the last attempt is the last', async () => {
  start(async () => {
    throw new HopelessJob('nobody has this address')
  })
  await order()
  await until(async () =>
    expect(await jobs()).toMatchObject([{ attempts: 1, max_attempts: 1, last_error: 'nobody has this address' }]),
  )
  expect(lines).toMatchObject([{ level: 'error', message: 'a job was given up' }])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await jobs()).toMatchObject([{ attempts: 1 }])
})

test('a later order with the same key takes the place of the earlier', async () => {
  const later = new Date(Date.now() + 3_600_000)
  await order({ key: 'one', runAt: later })
  await order({ key: 'one', runAt: new Date(later.getTime() + 3_600_000) })
  const [only, ...others] = await jobs()
  expect(others).toEqual([])
  expect(only?.wait).toBeGreaterThan(7000)
})

test('a job with a moment is done within a second of it, by a process that nobody wakes', async () => {
  const done: number[] = []
  start(async () => void done.push(Date.now()))
  await new Promise((resolve) => setTimeout(resolve, 300))
  const due = new Date(Date.now() + 1500)
  await orderJob(db, { task: 'publish_overdue', payload: {}, runAt: due })
  await until(() => expect(done).toHaveLength(1))
  expect(done[0]! - due.getTime()).toBeGreaterThanOrEqual(0)
  expect(done[0]! - due.getTime()).toBeLessThan(1000)
})

test('the job of a process that died is done by another one; that of one that lives is left to it', async () => {
  const done: number[] = []
  let finish = () => {}
  const hung = new Promise<void>((resolve) => {
    finish = resolve
  })
  const work: Work = async (_payload, { attempt }) => {
    done.push(attempt)
    if (attempt === 1) await hung
  }
  start(work, { leaseMs: 600 })
  await order()
  await until(() => expect(done).toEqual([1]))
  start(work, { leaseMs: 600 })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(done).toEqual([1])
  // As after a SIGKILL: the name it took the job by is nobody's any more.
  await db.execute(query`update graphile_worker._private_jobs set locked_by = 'gone'`)
  await until(() => expect(done).toEqual([1, 2]))
  finish()
})

test('who stops waits for what it does', async () => {
  let isDone = false
  const runner = start(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    isDone = true
  })
  await order()
  await until(async () => expect((await jobs())[0]?.locked_by).toBeTruthy())
  await runner.stop()
  expect(isDone).toBe(true)
  expect(await jobs()).toEqual([])
})

test('a database that throws everybody out is asked again, and nothing is lost', async () => {
  const work = vi.fn<Work>(async () => {})
  start(work)
  await order()
  await until(() => expect(work).toHaveBeenCalledTimes(1))
  await db.execute(query`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'jipp-jobs' and datname = current_database()`)
  await order()
  await until(() => expect(work).toHaveBeenCalledTimes(2))
  await until(async () => expect(await jobs()).toEqual([]))
})

test('a scheduled task that fails again and again leaves one job, and none once it succeeds', async () => {
  let isBroken = true
  start(async () => {
    if (isBroken) throw new Error('not now')
  })
  const scheduled = () =>
    db.execute(query`select graphile_worker.add_job('purge_demand', '{"_cron":{"ts":"2026-01-01"}}'::json,
      max_attempts => 11)`)
  await scheduled()
  await until(async () => expect(await jobs()).toMatchObject([{ last_error: 'not now' }]))
  await scheduled()
  await scheduled()
  await until(() => expect(lines.filter(({ message }) => message.includes('failed again'))).toHaveLength(2))
  await until(async () => expect(await jobs()).toHaveLength(1))
  isBroken = false
  await scheduled()
  await until(async () => expect(await jobs()).toEqual([]))
})

test('what the schedule missed while nothing ran is done at the next start', async () => {
  const schedule: ScheduledTask[] = [{ task: 'purge_demand', cron: '* * * * *', catchUpMs: 120_000 }]
  const work = vi.fn<Work>(async () => {})
  await db.execute(query`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('purge_demand', now() - interval '1 hour', now() - interval '1 hour')`)
  start(work, { schedule })
  await until(() => expect(work).toHaveBeenCalled())
})
