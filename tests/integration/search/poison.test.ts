import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  listSetAside,
  SET_ASIDE_AFTER,
  updateSearchQueueDue,
  updateSetAsideDue,
  upsertSearchQueue,
} from '#db/queries/search-queue.server.ts'
import { insertOutbox } from '#db/queries/system.server.ts'
import { agencies, outbox, practiceDocuments, practices, searchQueue } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { followOutbox, followQueue } from '#search/follow.server.ts'
import { refusalOf } from '#search/meilisearch/client.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureIndex, ensureIndexed, rebuildDocuments, rebuildIndex } from '#search/rebuild.server.ts'
import { healSearch, isSound, verifySearch } from '#search/verify.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { startFaultProxy } from '#tests/support/fault-proxy.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { faultyIndex } from './faulty-index.ts'

const { db } = await testDatabase()
let agencyId: string
const publish = async (brand: string, content = practiceContent({ brand })) => {
  const { id } = await publishedPractice(db, { agencyId, content })
  await announce(id)
  return id
}
const announce = (id: string) => insertOutbox(db, { topic: 'practice', entityId: id, version: 1 })
const drain = async () => {
  while ((await followOutbox(db, true)) > 0);
}
const makeDue = async () => {
  await db.update(outbox).set({ dueAt: sql`now()` })
  await db.update(searchQueue).set({ dueAt: sql`now()` })
}

beforeAll(async () => {
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  agencyId = agency!.id
})
beforeEach(async () => {
  await db.update(practices).set({ state: 'unpublished' }).where(eq(practices.state, 'published'))
  await db.update(outbox).set({ processedAt: sql`now()` })
  await db.delete(practiceDocuments)
  await db.delete(searchQueue)
})

describe('a document that Meilisearch refuses', () => {
  async function withPoison() {
    const { index, has, state } = faultyIndex()
    const ids: string[] = []
    for (let one = 0; one < 7; one++) ids.push(await publish(`RACUN ${one}`))
    state.poison.add(ids[3]!)
    await drain()
    const healthy = ids.filter((id) => id !== ids[3])
    return { index, has, state, poisoned: ids[3]!, healthy }
  }

  test('does not keep the comparison of the whole index from mending all others', async () => {
    const { index, has, poisoned, healthy } = await withPoison()
    await db.delete(searchQueue)
    await ensureIndex(db, index)
    expect(healthy.filter(has)).toEqual(healthy)
    expect(await db.select().from(searchQueue)).toMatchObject([{ practiceId: poisoned, attempts: 1 }])
  })

  test('does not keep a rebuild from its end', async () => {
    const { index, has, poisoned, healthy } = await withPoison()
    expect(await rebuildIndex(db, index)).toBe(6)
    expect(healthy.filter(has)).toEqual(healthy)
    expect(await db.select().from(searchQueue)).toMatchObject([{ practiceId: poisoned }])
  })

  test('is set aside after some attempts, with its reason, and nothing but a new change or a person brings it back', async () => {
    const { index, state, poisoned } = await withPoison()
    for (let attempt = 0; attempt < SET_ASIDE_AFTER; attempt++) {
      await makeDue()
      await followQueue(db, index)
    }
    const [aside] = await listSetAside(db, true, 10)
    expect(aside).toMatchObject({ practiceId: poisoned, step: 'index' })
    expect(aside!.reason).toContain('invalid_document')
    const before = state.writes
    await makeDue()
    await updateSearchQueueDue(db)
    await followQueue(db, index)
    await ensureIndex(db, index)
    expect(state.writes).toBe(before)

    await updateSetAsideDue(db, poisoned)
    expect(await followQueue(db, index)).toBe(0)
    expect(state.writes).toBe(before + 1)
    expect(await listSetAside(db, true, 10)).toHaveLength(1)

    state.poison.clear()
    await announce(poisoned)
    await drain()
    expect(await followQueue(db, index)).toBe(1)
    expect(await listSetAside(db, true, 10)).toEqual([])
  })

  test('is listed by the check as what it is, and taken by it when it can be taken at last', async () => {
    const { index, state, poisoned } = await withPoison()
    for (let attempt = 0; attempt < SET_ASIDE_AFTER; attempt++) {
      await makeDue()
      await followQueue(db, index)
    }
    const report = await verifySearch(db, { index })
    expect(report.engines[1]?.drift).toEqual({ missing: [poisoned], stale: [], ghost: [], exposed: [] })
    await healSearch(db, { index }, report)
    expect(isSound(await verifySearch(db, { index }))).toBe(false)
    state.poison.clear()
    await makeDue()
    await healSearch(db, { index }, report)
    expect(isSound(await verifySearch(db, { index }))).toBe(true)
  })
})

describe('a Meilisearch that has no time, no room or another key', () => {
  const double = startMeilisearchDouble()
  const proxy = double.then(({ url }) => startFaultProxy(() => url))
  afterAll(async () => {
    await (await proxy).close()
    await (await double).close()
  })

  test('blames no document: the queue waits as it is', async () => {
    const { url, set } = await proxy
    const index = practiceIndex({ url }, 'sibuk')
    await index.ensure()
    for (let one = 0; one < 5; one++) await publish(`SIBUK ${one}`)
    await drain()
    set(({ method, path }) => (method === 'POST' && path.includes('/documents') ? 'unavailable' : 'none'))
    const before = (await proxy).asked
    await expect(followQueue(db, index)).rejects.toSatisfy(
      (error) => refusalOf(error)?.code === 'too_many_search_requests',
    )
    expect((await proxy).asked - before).toBeLessThan(6)
    const rows = await db.select().from(searchQueue)
    expect(rows).toHaveLength(5)
    for (const row of rows) expect(row).toMatchObject({ attempts: 0, lastError: null })
    set(() => 'none')
    expect(await followQueue(db, index)).toBe(5)
  })

  test('a removal that fails beside a failed task ends nothing: the failure is the caller’s', async () => {
    const { url, set } = await proxy
    const index = practiceIndex({ url }, 'buang')
    await index.ensure()
    const [kept, gone] = [await publish('TETAP'), await publish('BUANG')]
    await drain()
    await db.delete(practiceDocuments).where(eq(practiceDocuments.practiceId, gone))
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    set(({ path }) => (path.endsWith('/delete-batch') ? 'cut-before' : 'none'))
    await expect(followQueue(db, index)).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 100))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
    set(() => 'none')
    expect(await followQueue(db, index)).toBe(2)
    expect([...(await index.versions()).keys()]).toEqual([kept])
  })

  test('a task that is accepted and not done is sent again later, with one effect', async () => {
    const engine = await double
    const index = practiceIndex({ url: engine.url, taskMs: 200 }, 'lambat')
    await index.ensure()
    const id = await publish('LAMBAT')
    await drain()
    engine.pause()
    await expect(followQueue(db, index)).rejects.toThrow('has not done task')
    expect(await db.$count(searchQueue)).toBe(1)
    engine.resume()
    expect(await followQueue(db, index)).toBe(1)
    expect([...engine.documents('lambat').keys()]).toEqual([id])
    expect(await db.$count(searchQueue)).toBe(0)
  })

  test('an answer that got lost is asked for again: the task is polled to its end', async () => {
    const { url, set, made } = await proxy
    const index = practiceIndex({ url }, 'putus')
    await index.ensure()
    await publish('PUTUS')
    await drain()
    let cut = 0
    set(({ path }) => (/^\/tasks\/\d/.test(path) && cut++ < 3 ? 'reset' : 'none'))
    expect(await followQueue(db, index)).toBe(1)
    expect(made.reset).toBe(3)
    set(() => 'none')
  })

  test('what a killed worker has sent is waited for before the index is called level', async () => {
    const engine = await double
    const index = practiceIndex({ url: engine.url, taskMs: 100 }, 'terlambat')
    await index.ensure()
    const id = await publish('TERLAMBAT')
    await drain()
    engine.pause()
    await expect(followQueue(db, index)).rejects.toThrow('has not done task')
    // Withdrawn meanwhile; nobody tells the queue.
    await db.update(practices).set({ state: 'unpublished' }).where(eq(practices.id, id))
    await db.delete(practiceDocuments).where(eq(practiceDocuments.practiceId, id))
    await db.delete(searchQueue)
    const other = await publish('LAINNYA')
    await drain()
    await db.delete(searchQueue)
    setTimeout(() => engine.resume(), 300)
    await ensureIndex(db, practiceIndex({ url: engine.url }, 'terlambat'))
    expect([...engine.documents('terlambat').keys()]).toEqual([other])
  })

  test('a batch of which nothing is taken, for a reason inside Meilisearch, says nothing of documents', async () => {
    const { index, state } = faultyIndex()
    const ids = [await publish('DALAM 1'), await publish('DALAM 2')]
    await drain()
    state.internal = true
    await expect(followQueue(db, index)).rejects.toThrow('internal')
    expect((await db.select().from(searchQueue)).map(({ attempts }) => attempts)).toEqual(ids.map(() => 0))
  })
})

describe('a practice that cannot be a document', () => {
  const broken = () => ({ ...practiceContent({ brand: 'RUSAK' }), story: null as never })

  test('does not stop the start, the rebuild or the check; it is listed with the reason', async () => {
    const healthy = await publish('SEHAT')
    const poisoned = await publish('RUSAK', broken())
    await rebuildDocuments(db)
    await ensureIndexed(db, { index: null })
    const rows = await db.select({ id: practiceDocuments.practiceId }).from(practiceDocuments)
    expect(rows.map(({ id }) => id)).toEqual([healthy])
    const report = await verifySearch(db, { index: null })
    expect(report.engines[0]?.drift).toEqual({ missing: [poisoned], stale: [], ghost: [], exposed: [] })
    expect(report.reasons).toMatchObject([{ practiceId: poisoned, reason: expect.stringContaining('null') }])
  })

  test('is set aside after some attempts, and forgotten there when a later change can be followed', async () => {
    const poisoned = await publish('RUSAK', broken())
    for (let attempt = 0; attempt < SET_ASIDE_AFTER; attempt++) {
      await makeDue()
      await followOutbox(db, false)
    }
    expect(await listSetAside(db, false, 10)).toMatchObject([{ practiceId: poisoned, step: 'document' }])
    await makeDue()
    expect(await followOutbox(db, false)).toBe(0)
    await db.update(practices).set({ state: 'unpublished' }).where(eq(practices.id, poisoned))
    await announce(poisoned)
    expect(await followOutbox(db, false)).toBe(1)
    expect(await listSetAside(db, false, 10)).toEqual([])
  })
})

test('a queue row of a practice that was never in the database takes its ghost away', async () => {
  const { index, has, state } = faultyIndex()
  const id = await publish('HANTU')
  await drain()
  await followQueue(db, index)
  await db.delete(practiceDocuments).where(eq(practiceDocuments.practiceId, id))
  await upsertSearchQueue(db, [id])
  expect(state.writes).toBe(1)
  await followQueue(db, index)
  expect(has(id)).toBe(false)
})
