import { desc, eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { listWork } from '#app/domain/people/work-list.server.ts'
import { readJobHealth, settleJob } from '#app/domain/report/job-health.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden } from '#app/domain/shared/errors.ts'
import { auditLog } from '#db/schema/index.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { type Cast, castOf } from '../practice/cast.ts'

const { db } = await testDatabase()
let cast: Cast
const ctx = (actor: Actor = cast.national) => contextAs(db, actor)

beforeAll(async () => {
  cast = await castOf(db)
})
beforeEach(() => db.execute(sql`delete from graphile_worker._private_jobs`))

/** A job as the queue leaves it behind. */
async function job(state: {
  attempts: number
  max?: number
  error?: string | null
  flags?: string[]
}): Promise<string> {
  const [row] = await db.execute<{ id: string }>(sql`
    select id::text from graphile_worker.add_job('publish_overdue', '{}'::json)`)
  const flags = state.flags ? JSON.stringify(Object.fromEntries(state.flags.map((flag) => [flag, true]))) : null
  await db.execute(sql`update graphile_worker._private_jobs
    set attempts = ${state.attempts}, max_attempts = ${state.max ?? 11}, last_error = ${state.error ?? null},
      flags = ${flags}::jsonb where id = ${row!.id}::bigint`)
  return row!.id
}

const stored = async (id: string) => {
  const [row] = await db.execute<{ attempts: number; max_attempts: number; due: boolean }>(sql`
    select attempts, max_attempts, run_at <= now() as due from graphile_worker.jobs where id = ${id}::bigint`)
  return row
}
const jobItems = async (actor: Actor) => (await listWork(ctx(actor))).filter(({ kind }) => kind === 'jobs_given_up')

test('what was given up and what is tried again are told apart; what is fine is not told', async () => {
  await job({ attempts: 0 })
  const over = await job({ attempts: 11, error: 'connect ECONNREFUSED 127.0.0.1:25' })
  const killed = await job({ attempts: 11 })
  const again = await job({ attempts: 2, error: 'ENOSPC: no space left on device' })
  const { dead, waiting } = await readJobHealth(ctx())
  expect(dead).toMatchObject([
    { id: over, task: 'publish_overdue', attempts: 11, error: 'unreachable', isForgotten: false },
    { id: killed, error: 'stopped', lastError: null },
  ])
  expect(waiting).toMatchObject([{ id: again, error: 'disk', attempts: 2 }])
  expect(dead[0]?.orderedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

test('the national admin is told of it among what waits, and nobody else', async () => {
  expect(await jobItems(cast.national)).toEqual([])
  await job({ attempts: 11 })
  await job({ attempts: 11 })
  expect(await jobItems(cast.national)).toMatchObject([{ params: { more: 1 }, href: '/work/jobs', urgent: true }])
  expect(await jobItems(cast.manager)).toEqual([])
})

test('tried again, a job has all its attempts anew; done twice, the second is told', async () => {
  const id = await job({ attempts: 1, max: 1, error: 'x' })
  const outcomes = await Promise.allSettled([1, 2].map(() => settleJob(ctx(), { jobId: id, intent: 'retry' })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await stored(id)).toEqual({ attempts: 0, max_attempts: 11, due: true })
  const [row] = await db.select().from(auditLog).where(eq(auditLog.entity, 'job')).orderBy(desc(auditLog.id))
  expect(row).toMatchObject({
    action: 'job.retry',
    entityId: id,
    actorId: cast.national.userId,
    data: { task: 'publish_overdue', attempts: 1 },
  })
})

test('set aside, a job is gone, and the audit trail says who did it', async () => {
  const id = await job({ attempts: 11 })
  await settleJob(ctx(), { jobId: id, intent: 'set_aside' })
  expect(await stored(id)).toBeUndefined()
  await expect(settleJob(ctx(), { jobId: id, intent: 'set_aside' })).rejects.toThrow(Conflict)
  const [row] = await db.select().from(auditLog).where(eq(auditLog.entityId, id))
  expect(row).toMatchObject({ action: 'job.set_aside' })
})

test('a job that was not given up is left alone, and a forgotten one cannot be tried again', async () => {
  const waiting = await job({ attempts: 3, error: 'x' })
  await expect(settleJob(ctx(), { jobId: waiting, intent: 'set_aside' })).rejects.toThrow(Conflict)
  const forgotten = await job({ attempts: 1, max: 1, flags: ['forgotten'] })
  await expect(settleJob(ctx(), { jobId: forgotten, intent: 'retry' })).rejects.toThrow(Conflict)
  await settleJob(ctx(), { jobId: forgotten, intent: 'set_aside' })
})

test('nobody but the national admin', async () => {
  const id = await job({ attempts: 11 })
  for (const actor of [cast.manager, cast.admin, cast.observer, { kind: 'visitor' } as const]) {
    await expect(readJobHealth(ctx(actor))).rejects.toThrow(Forbidden)
    await expect(settleJob(ctx(actor), { jobId: id, intent: 'retry' })).rejects.toThrow(Forbidden)
  }
})
