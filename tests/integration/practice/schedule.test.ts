import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { orderPublication } from '#app/domain/practice/publication-job.server.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { publishOverdue, publishWhenDue } from '#app/domain/practice/publish-scheduled.server.ts'
import { listReviewQueue } from '#app/domain/practice/read-queue.server.ts'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { queueFilterSchema } from '#app/domain/practice/review.schema.ts'
import { schedulePractice } from '#app/domain/practice/schedule-practice.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { unschedulePractice } from '#app/domain/practice/unschedule-practice.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { addDays, dateIn, momentIn, timeIn } from '#app/domain/shared/dates.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition } from '#app/domain/shared/errors.ts'
import { startJobRunner } from '#db/job-runner.server.ts'
import { practiceEvents, practiceRevisions, publications, reviewComments, revisionAuthors } from '#db/schema/index.ts'
import { contextAs } from '#tests/support/context.ts'
import { silentLog, tasksFor } from '#tests/support/tasks.ts'
import { practiceStage } from './stage.ts'

const { db, url, cast, stage } = await practiceStage()

/** A program that does jobs, to be killed. */
async function startProcess() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/job-process.ts', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const said = (word: string) =>
    new Promise<void>((resolve) => void lines.on('line', (line) => line === word && resolve()))
  const kill = (signal: NodeJS.Signals) => void child.kill(signal)
  const taken = said('TAKEN').then(() => ({ kill }))
  await said('READY')
  return { kill, taken }
}

const runners: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  await db.execute(sql`delete from graphile_worker._private_jobs`)
})

const PROGRAM: Actor = { kind: 'system', name: 'publish_revision' }
/** The program with a clock of its own, which may go wrong. */
const program = (now = new Date()) => contextAs(db, PROGRAM, now)
const at = (moment: Date) => ({ publishDate: dateIn('WIB', moment), publishTime: timeIn('WIB', moment) })
const inHours = (hours: number) => at(new Date(Date.now() + hours * 3_600_000))

async function schedule(practiceId: string, when = inHours(5), curator: Actor = cast.curator) {
  const version = await stage.versionOf(practiceId)
  return schedulePractice(stage.as(curator, new Date()), { practiceId, version, ...when })
}

const scheduled = async () => {
  const practiceId = await stage.verified()
  await schedule(practiceId)
  return practiceId
}

/** Moves the moment to some seconds from now, by the clock of the database, as if it had been chosen so. */
async function dueIn(practiceId: string, seconds: number) {
  const { id } = await stage.open(practiceId)
  await db
    .update(practiceRevisions)
    .set({ publishAt: sql`now() + ${seconds} * interval '1 second'` })
    .where(eq(practiceRevisions.id, id))
  return id
}

const jobs = async (task = 'publish_revision') => [
  ...(await db.execute<{ key: string; wait: number }>(sql`
    select key, extract(epoch from run_at - now())::float as wait from graphile_worker.jobs
    where task_identifier = ${task} and key not like 'publish-again:%'`)),
]
const revision = async (id: string) => {
  const [row] = await db.select().from(practiceRevisions).where(eq(practiceRevisions.id, id))
  return row!
}
const countEvents = async (revisionId: string, event: string) =>
  db.$count(practiceEvents, and(eq(practiceEvents.revisionId, revisionId), eq(practiceEvents.event, event)))

describe('choosing the moment', () => {
  test('the text is approved, not public, not writable, and a job waits for it', async () => {
    const practiceId = await stage.verified()
    const publishAt = momentIn('WIB', inHours(30).publishDate, inHours(30).publishTime)
    const { id, authorIds } = await stage.open(practiceId)
    await schedule(practiceId, inHours(30))
    const row = await stage.practice(practiceId)
    expect(row).toMatchObject({ state: 'unpublished', live: null })
    expect(row.open).toMatchObject({ state: 'scheduled', publishAt, scheduledBy: cast.curator.userId, authorIds })
    const [job, ...others] = await jobs()
    expect(others).toEqual([])
    expect(job?.key).toBe(`publish:${id}`)
    expect(Math.abs(job!.wait - (publishAt.getTime() - Date.now()) / 1000 + 3)).toBeLessThan(2)
    await expect(stage.save(cast.author, practiceId, 'identity', { tagline: { id: 'X', en: null } })).rejects.toThrow(
      InvalidTransition,
    )
    const version = await stage.versionOf(practiceId)
    for (const curator of [cast.curator, cast.secondCurator]) {
      await expect(publishPractice(stage.as(curator), { practiceId, version })).rejects.toThrow(InvalidTransition)
    }
  })

  test('the moment is told in the zone of the agency, and the queue and the review show it', async () => {
    const practiceId = await stage.verified()
    const { publishAt } = await schedule(practiceId, {
      publishDate: addDays(dateIn('WIB', new Date()), 3),
      publishTime: '08:00',
    })
    expect(timeIn('WIB', publishAt)).toBe('08:00')
    const queue = await listReviewQueue(stage.as(cast.secondCurator), queueFilterSchema.parse({}))
    expect(queue.scheduled.find((row) => row.publicId === practiceId)?.open?.publishAt).toEqual(publishAt)
    expect(queue.texts.some((row) => row.publicId === practiceId)).toBe(false)
    const view = await readReview(stage.as(cast.secondCurator), practiceId, { lang: 'id' })
    expect(view).toMatchObject({ can: { unschedule: true, publish: false, request_changes: false }, zone: 'WIB' })
  })

  test.each([
    ['past', { publishDate: '2026-01-01', publishTime: '08:00' }, { publishTime: ['publishTimePast'] }],
    ['too far', { publishDate: '2099-01-01', publishTime: '08:00' }, { publishDate: ['publishDateFar'] }],
  ])('a moment that is %s is refused', async (_name, when, fieldErrors) => {
    const practiceId = await stage.verified()
    const refusal = await schedule(practiceId, when).catch((error) => error)
    expect(refusal).toBeInstanceOf(Invalid)
    expect(refusal.fieldErrors).toEqual(fieldErrors)
    expect(await stage.open(practiceId)).toMatchObject({ state: 'document_verified', publishAt: null })
    expect(await jobs()).toEqual([])
  })

  test('only who may publish may schedule, and only what they have read', async () => {
    const practiceId = await stage.verified()
    for (const actor of [cast.author, cast.admin, cast.manager, cast.national]) {
      await expect(schedule(practiceId, inHours(5), actor)).rejects.toThrow(Forbidden)
    }
    const version = (await stage.versionOf(practiceId)) - 1
    const stale = schedulePractice(stage.as(cast.curator), { practiceId, version, ...inHours(5) })
    await expect(stale).rejects.toThrow(Conflict)
    const asCurator = await cast.wearing(cast.author, 'curator', cast.organisations.place)
    await expect(schedule(practiceId, inHours(5), asCurator)).rejects.toThrow(Forbidden)
  })

  test('a text with an open required remark is not scheduled', async () => {
    const practiceId = await stage.verified()
    await stage.comment(practiceId, cast.curator)
    await expect(schedule(practiceId)).rejects.toThrow(Invalid)
  })

  test('two curators at once: one schedules, the other is told', async () => {
    const practiceId = await stage.verified()
    const version = await stage.versionOf(practiceId)
    const outcomes = await Promise.allSettled(
      [cast.curator, cast.secondCurator].map((curator) =>
        schedulePractice(stage.as(curator), { practiceId, version, ...inHours(5) }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await jobs()).toHaveLength(1)
  })

  test('off the schedule: the text waits again, its job is gone, and a job that was on its way does nothing', async () => {
    const practiceId = await scheduled()
    const { id, version } = await stage.open(practiceId)
    await expect(unschedulePractice(stage.as(cast.author), { practiceId, version })).rejects.toThrow(Forbidden)
    await unschedulePractice(stage.as(cast.secondCurator), { practiceId, version })
    expect(await stage.open(practiceId)).toMatchObject({
      state: 'document_verified',
      publishAt: null,
      scheduledBy: null,
    })
    expect(await jobs()).toEqual([])
    await publishWhenDue(program(), { revisionId: id })
    expect(await revision(id)).toMatchObject({ state: 'document_verified' })
    await expect(unschedulePractice(stage.as(cast.curator), { practiceId, version })).rejects.toThrow(InvalidTransition)
    await stage.publish(practiceId)
  })
})

describe('the moment', () => {
  test('never before it, however far ahead the clock of the program is', async () => {
    const id = await dueIn(await scheduled(), 3600)
    await db.execute(sql`delete from graphile_worker._private_jobs`)
    await publishWhenDue(program(new Date('2099-01-01')), { revisionId: id })
    expect(await publishOverdue(program(new Date('2099-01-01')))).toBe(0)
    expect(await revision(id)).toMatchObject({ state: 'scheduled', publishedAt: null })
    // It has ordered itself anew.
    const [job] = await jobs()
    expect(job?.wait).toBeGreaterThan(3590)
    expect(job?.wait).toBeLessThan(3598)
  })

  test('at once after it, however far behind the clock of the program is', async () => {
    const practiceId = await scheduled()
    const id = await dueIn(practiceId, 1.2)
    await publishWhenDue(program(new Date('2020-01-01')), { revisionId: id })
    const { state, publishAt, publishedAt, publishedBy } = await revision(id)
    expect({ state, publishedBy }).toEqual({ state: 'published', publishedBy: cast.curator.userId })
    const late = publishedAt!.getTime() - publishAt!.getTime()
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(500)
    const row = await stage.practice(practiceId)
    expect(row).toMatchObject({ state: 'published', live: { id, number: 1 }, open: null })
  })

  test('running workers have it on the site within a second of its moment, once', async () => {
    const tasks = tasksFor(db)
    const practiceId = await stage.verified()
    for (let n = 0; n < 2; n++) runners.push(startJobRunner({ url, tasks, schedule: [], log: silentLog }))
    await schedule(practiceId)
    const id = await dueIn(practiceId, 4)
    await db.execute(sql`update graphile_worker._private_jobs set run_at = now() + interval '1 second'`)
    await vi.waitFor(async () => expect((await revision(id)).state).toBe('published'), { timeout: 8000, interval: 25 })
    const seen = Date.now()
    const { publishAt, publishedAt } = await revision(id)
    expect(publishedAt!.getTime()).toBeGreaterThanOrEqual(publishAt!.getTime())
    expect(seen - publishAt!.getTime()).toBeLessThan(1000)
    expect(await countEvents(id, 'publish')).toBe(1)
  })

  test('many processes at the same moment publish once', async () => {
    const practiceId = await scheduled()
    const id = await dueIn(practiceId, -10)
    await Promise.all([
      ...[1, 2, 3].map(() => publishWhenDue(program(), { revisionId: id })),
      ...[1, 2].map(() => publishOverdue(program())),
    ])
    expect(await countEvents(id, 'publish')).toBe(1)
    const { id: practice } = await stage.practice(practiceId)
    expect(await db.$count(publications, eq(publications.practiceId, practice))).toBe(1)
  })

  test('what was missed while nothing ran, or whose worker was killed, is published at the next start', async () => {
    const id = await dueIn(await scheduled(), -600)
    // Its job is held by a process that is gone.
    await db.execute(sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = 1`)
    const tasks = tasksFor(db)
    await db.execute(sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
      values ('publish_overdue', now() - interval '1 hour', now() - interval '1 hour')
      on conflict (identifier) do update set last_execution = excluded.last_execution`)
    const line = { task: 'publish_overdue', cron: '* * * * *', catchUpMs: 60_000 } as const
    runners.push(startJobRunner({ url, tasks, schedule: [line], log: silentLog }))
    await vi.waitFor(async () => expect((await revision(id)).state).toBe('published'), { timeout: 5000, interval: 25 })
    expect(await countEvents(id, 'publish')).toBe(1)
  })

  test('when the worker that waits for it is killed before or at it, another one still meets it, once', async () => {
    const late: number[] = []
    for (const killedAt of [-900, -20, 10]) {
      const practiceId = await stage.verified()
      const workers = await Promise.all([startProcess(), startProcess()])
      const taken = Promise.race(workers.map((worker) => worker.taken))
      await schedule(practiceId)
      const id = await dueIn(practiceId, 4)
      const publishAt = (await revision(id)).publishAt!
      await orderPublication(db, { revisionId: id, publishAt })
      const holder = await taken
      await sleep(Math.max(0, publishAt.getTime() + killedAt - Date.now()))
      holder.kill('SIGKILL')
      await vi.waitFor(async () => expect((await revision(id)).state).toBe('published'), {
        timeout: 8000,
        interval: 20,
      })
      late.push(Date.now() - publishAt.getTime())
      expect((await revision(id)).publishedAt!.getTime()).toBeGreaterThanOrEqual(publishAt.getTime())
      for (const { kill } of workers) kill('SIGKILL')
      expect(await countEvents(id, 'publish')).toBe(1)
      await db.execute(sql`delete from graphile_worker._private_jobs`)
    }
    process.stdout.write(`on the site so many ms after its moment, its worker killed: ${late.join(', ')}\n`)
    expect(Math.max(...late)).toBeLessThan(2000)
  }, 90_000)

  test.each(['the curator wrote in it meanwhile', 'a required remark is open'])('not when %s', async (why) => {
    const practiceId = await scheduled()
    const id = await dueIn(practiceId, -1)
    if (why.startsWith('the curator'))
      await db.insert(revisionAuthors).values({ revisionId: id, userId: cast.curator.userId })
    else
      await db
        .insert(reviewComments)
        .values({ revisionId: id, section: 'general', body: 'Tunggu.', required: true, authorId: cast.admin.userId })
    await publishWhenDue(program(), { revisionId: id })
    expect(await revision(id)).toMatchObject({ state: 'document_verified', publishAt: null, publishedAt: null })
    expect(await countEvents(id, 'unschedule')).toBe(1)
    expect(await jobs()).toEqual([])
  })

  test('not on a practice that was withdrawn', async () => {
    const practiceId = await stage.published()
    await startRevision(stage.as(cast.author), { practiceId })
    await stage.save(cast.author, practiceId, 'identity', { tagline: { id: 'Ringkasan baru.', en: null } })
    await stage.verify(await stage.submit(practiceId))
    await schedule(practiceId)
    const id = await dueIn(practiceId, -10)
    await withdrawPractice(stage.as(cast.curator), { practiceId, reason: 'duplicate' })
    await publishWhenDue(program(), { revisionId: id })
    expect(await publishOverdue(program())).toBe(0)
    expect(await revision(id)).toMatchObject({ state: 'scheduled' })
  })
})
