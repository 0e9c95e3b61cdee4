import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkSearchNow, readSearchHealth, retrySetAside } from '#app/domain/report/search-health.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { SET_ASIDE_AFTER } from '#db/queries/search-queue.server.ts'
import { agencies, installation, practiceDocuments, practices, searchQueue } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { checkSearch, runDueChecks } from '#search/check.server.ts'
import { createSearch } from '#search/create.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureIndexed, rebuildIndex, returnIndex } from '#search/rebuild.server.ts'
import { startSearchSync } from '#search/sync.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { type Cast, castOf } from '../practice/cast.ts'

const { db, sql: client } = await testDatabase()
const double = await startMeilisearchDouble()
afterAll(() => double.close())
const index = practiceIndex({ url: double.url }, 'practices')
const search = { ...createSearch({ db }), index }
const made: string[] = []
let cast: Cast
let national: Actor

const ctx = (actor = national) => ({ db, search, actor, now: new Date() })
const level = { missing: 0, stale: 0, ghost: 0, exposed: 0 }

beforeAll(async () => {
  cast = await castOf(db)
  national = await cast.person('national_admin', cast.organisations.office)
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  for (let one = 0; one < 5; one++) {
    const content = practiceContent({ brand: `SEHAT ${one}` })
    made.push((await publishedPractice(db, { agencyId: agency!.id, content })).id)
  }
  await ensureIndexed(db, search)
})
beforeEach(() => db.delete(installation).where(sql`key like 'search.%turn'`))

/** One that PostgreSQL misses, one that it holds in an old form, and one that is shown though not published. */
async function disturb() {
  await db.delete(practiceDocuments).where(eq(practiceDocuments.practiceId, made[0]!))
  await db.update(practiceDocuments).set({ checksum: 'other' }).where(eq(practiceDocuments.practiceId, made[1]!))
  await db
    .update(practices)
    .set({ state: sql`case when state = 'published' then 'unpublished' else 'published' end` })
    .where(eq(practices.id, made[2]!))
}

describe('the full check', () => {
  test('keeps what it found and what it left, for every process to show', async () => {
    await disturb()
    const record = await checkSearch(db, search)
    expect(record.found.find(({ engine }) => engine === 'postgres')?.drift).toEqual({
      missing: 1,
      stale: 1,
      ghost: 0,
      exposed: 1,
    })
    expect(record.left.map(({ drift }) => drift)).toEqual([level, level])
    expect(record).toMatchObject({ published: 4, unanswered: null })
    expect((await readSearchHealth(ctx())).check).toEqual(record)
  })

  test('says that Meilisearch does not answer, and looks at PostgreSQL all the same', async () => {
    const gone = { index: practiceIndex({ url: 'http://127.0.0.1:9' }, 'practices') }
    const record = await checkSearch(db, gone)
    expect(record.left.map(({ engine }) => engine)).toEqual(['postgres'])
    expect(record.unanswered).toContain('ECONNREFUSED')
  })

  test('is made by one process, and again when its time has come or when somebody asks', async () => {
    await checkSearch(db, search)
    const last = async () => (await readSearchHealth(ctx())).check!.at.getTime()
    const before = await last()
    await Promise.all([runDueChecks(db, search), runDueChecks(db, search), runDueChecks(db, search)])
    const first = await last()
    expect(first).toBeGreaterThan(before)
    await runDueChecks(db, search)
    expect(await last()).toBe(first)
    expect(await checkSearchNow(ctx(), 0)).toBe(false)
    expect(await readSearchHealth(ctx())).toMatchObject({ isWaiting: true })
    await runDueChecks(db, search)
    expect(await last()).toBeGreaterThan(first)
    expect(await readSearchHealth(ctx())).toMatchObject({ isWaiting: false })
    await db.execute(
      sql`update installation set updated_at = now() - interval '61 minutes' where key = 'search.check-turn'`,
    )
    const second = await last()
    await runDueChecks(db, search)
    expect(await last()).toBeGreaterThan(second)
  })
})

test('every minute documents that nobody announced are seen by their version, and Meilisearch is told', async () => {
  await checkSearch(db, search)
  await db
    .update(practices)
    .set({ lifeStatus: 'steady', lifeConfirmedOn: '2026-11-01', searchVersion: sql`search_version + 1` })
    .where(eq(practices.id, made[3]!))
  await db.insert(installation).values({ key: 'search.check-turn', value: 'taken' })
  await runDueChecks(db, search)
  expect(await db.select({ id: searchQueue.practiceId }).from(searchQueue)).toEqual([{ id: made[3] }])
  const [row] = await db.select().from(practiceDocuments).where(eq(practiceDocuments.practiceId, made[3]!))
  expect(row!.document).toMatchObject({ lifeStatus: 'steady' })
  await db.delete(searchQueue)
})

describe('the page of the national admin', () => {
  test('is closed to everybody else', async () => {
    for (const actor of [cast.author, cast.curator, { kind: 'visitor' } as const]) {
      await expect(readSearchHealth(ctx(actor))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(checkSearchNow(ctx(actor), 0)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(retrySetAside(ctx(actor), { practiceId: made[0]! })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('has the workers check and mend, and waits for the result', async () => {
    await disturb()
    const worker = startSearchSync({ db, sql: client, search })
    try {
      expect(await checkSearchNow(ctx())).toBe(true)
    } finally {
      await worker.stop()
    }
    expect((await readSearchHealth(ctx())).check!.left.map(({ drift }) => drift)).toEqual([level, level])
  })

  test('lists what is set aside with its reason, and gives it another chance', async () => {
    const practiceId = made[4]!
    await db.insert(searchQueue).values({ practiceId, attempts: SET_ASIDE_AFTER, lastError: 'invalid_document: no' })
    const { setAside } = await readSearchHealth(ctx())
    expect(setAside).toMatchObject([{ practiceId, step: 'index', reason: 'invalid_document: no' }])
    expect(setAside[0]!.publicId).toMatch(/^JIPP-/)
    expect(setAside[0]!.since).toBeInstanceOf(Date)
    await retrySetAside(ctx(), { practiceId })
    expect((await readSearchHealth(ctx())).setAside).toEqual([])
    expect(await db.$count(searchQueue, sql`attempts < ${SET_ASIDE_AFTER} and due_at <= now()`)).toBe(1)
  })

  test('tells when the index was built anew, and when it was put back', async () => {
    await rebuildIndex(db, index)
    const { rebuild } = await readSearchHealth(ctx())
    expect(rebuild).toMatchObject({ kind: 'rebuild', documents: double.documents('practices').size })
    await returnIndex(db, index)
    expect((await readSearchHealth(ctx())).rebuild).toMatchObject({ kind: 'back' })
  })
})
