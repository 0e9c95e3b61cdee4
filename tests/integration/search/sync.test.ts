import { eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { insertOutbox } from '#db/queries/system.server.ts'
import { outbox, practiceDocuments, practices, searchQueue } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery, type Search } from '#search/engine.ts'
import { followOutbox, followQueue } from '#search/follow.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { startSearchSync } from '#search/sync.server.ts'
import { isLevel, verifySearch } from '#search/verify.server.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { practiceStage } from '../practice/stage.ts'
import { faultyIndex } from './faulty-index.ts'

const { db, sql: client, cast, stage } = await practiceStage()
const meilisearch = await testMeilisearch()

/** Publishes a practice whose brand is one rare word, and announces it. */
async function publish(brand: string, content = practiceContent({ brand })) {
  const practice = await publishedPractice(db, { agencyId: cast.organisations.regency.id, content })
  await announce(practice.id)
  return practice
}
const announce = (practiceId: string) => insertOutbox(db, { topic: 'practice', entityId: practiceId, version: 1 })

const countOf = async (search: Search, q: string) => (await search.practices(practiceQuery({ q }))).total
const pending = () => db.$count(outbox, sql`processed_at is null`)

/** Waits until something holds; fails after `limit` milliseconds. */
async function until(holds: () => Promise<boolean>, limit = 10_000): Promise<void> {
  const started = performance.now()
  while (!(await holds())) {
    if (performance.now() - started > limit) throw new Error(`did not hold within ${limit} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

beforeEach(async () => {
  await db.update(outbox).set({ processedAt: sql`now()` }).where(sql`processed_at is null`)
  await db.delete(searchQueue)
})

describe.each(
  [
    { name: 'postgres', given: {}, isThere: true },
    { name: 'meilisearch', given: meilisearch && { meilisearch }, isThere: meilisearch !== undefined },
  ].filter(({ isThere }) => isThere),
)('with $name', ({ given }) => {
  test('what a curator publishes is found soon, and what is withdrawn is gone at once', async () => {
    const search = createSearch({ db, ...given })
    await ensureIndexed(db, search)
    const worker = startSearchSync({ db, sql: client, search })
    try {
      const publicId = await stage.publish(await stage.verify(await stage.submit(await stage.draft())))
      const find = async () =>
        (await search.practices(practiceQuery({ q: 'pelita contoh' }))).hits.map((hit) => hit.publicId)
      await until(async () => (await find()).includes(publicId))

      await withdrawPractice(stage.as(cast.curator), { practiceId: publicId, reason: 'owner_request' })
      expect(await find()).not.toContain(publicId)
      await until(async () => (await search.status()).waiting === 0, 20_000)
      expect((await verifySearch(db, search)).engines.every(isLevel)).toBe(true)
    } finally {
      await worker.stop()
    }
  })

  test('a copy that lags behind shows nothing that was withdrawn, and what it shows is of now', async () => {
    const search = createSearch({ db, ...given })
    const { id, publicId } = await publish('KATALOGUNIK LAMA')
    await followOutbox(db, search.index !== null)
    if (search.index) await followQueue(db, search.index)
    expect(await countOf(search, 'katalogunik')).toBe(1)

    await db
      .update(practices)
      .set({ lifeStatus: 'steady', lifeConfirmedOn: '2026-11-01', searchVersion: 2 })
      .where(eq(practices.id, id))
    await announce(id)
    await followOutbox(db, search.index !== null)
    const [hit] = (await search.practices(practiceQuery({ q: 'katalogunik' }))).hits
    expect(hit).toMatchObject({ publicId, lifeStatus: 'steady', lifeConfirmedOn: '2026-11-01' })

    await db
      .update(practices)
      .set({ state: 'withdrawn', withdrawnAt: new Date(), withdrawalReason: 'legal' })
      .where(eq(practices.id, id))
    expect(await search.practices(practiceQuery({ q: 'katalogunik' }))).toMatchObject({ total: 0, hits: [] })
  })
})

describe('the outbox', () => {
  test('is followed to its end, each practice as it is now', async () => {
    const made = await Promise.all(['SATUBARU', 'DUABARU', 'TIGABARU'].map((brand) => publish(brand)))
    for (const { id } of made) await announce(id)
    while ((await followOutbox(db, false)) > 0);
    expect(await pending()).toBe(0)
    const rows = await db
      .select()
      .from(practiceDocuments)
      .where(
        inArray(
          practiceDocuments.practiceId,
          made.map(({ id }) => id),
        ),
      )
    expect(rows).toHaveLength(3)
  })

  test('is drained by several workers at once without loss or clash', async () => {
    const made = await Promise.all(Array.from({ length: 30 }, (_, index) => publish(`RAMAI KE${index}`)))
    for (let round = 0; round < 4; round++) for (const { id } of made) await announce(id)
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        while ((await pending()) > 0) await followOutbox(db, true)
      }),
    )
    expect(
      await db.$count(
        practiceDocuments,
        inArray(
          practiceDocuments.practiceId,
          made.map(({ id }) => id),
        ),
      ),
    ).toBe(30)
    const [report] = (await verifySearch(db, { index: null })).engines
    expect(
      Object.values(report!.drift)
        .flat()
        .filter((key) => made.some(({ id }) => id === key)),
    ).toEqual([])
  })

  test('goes on past a practice that cannot be followed, and tries it again later', async () => {
    const poisoned = await publish('RACUN', { ...practiceContent({ brand: 'RACUN' }), story: null as never })
    const healthy = await publish('SEHATBARU')
    await followOutbox(db, false)
    expect(await db.$count(practiceDocuments, eq(practiceDocuments.practiceId, healthy.id))).toBe(1)
    const [row] = await db.select().from(outbox).where(eq(outbox.entityId, poisoned.id))
    expect(row).toMatchObject({ processedAt: null, attempts: 1 })
    expect(row!.lastError).toBeTruthy()
    expect(row!.dueAt.getTime()).toBeGreaterThan(Date.now() - 500)
    await db.update(practices).set({ state: 'unpublished' }).where(eq(practices.id, poisoned.id))
  })
})

describe('the queue for Meilisearch', () => {
  test('waits while Meilisearch is down; the documents follow all the same', async () => {
    const { index, has, state } = faultyIndex()
    state.isDown = true
    const worker = startSearchSync({ db, sql: client, search: { index } })
    try {
      const { id } = await publish('PADAMDULU')
      await until(async () => (await db.$count(practiceDocuments, eq(practiceDocuments.practiceId, id))) === 1)
      expect(await db.$count(searchQueue, eq(searchQueue.practiceId, id))).toBe(1)
      expect(has(id)).toBe(false)
      state.isDown = false
      await until(async () => has(id), 10_000)
      await until(async () => (await db.$count(searchQueue)) === 0, 10_000)
    } finally {
      await worker.stop()
    }
  })

  test('sets the one document aside that Meilisearch cannot take', async () => {
    const { index, has, state } = faultyIndex()
    const made = await Promise.all(Array.from({ length: 9 }, (_, index) => publish(`SEPARUH${index}`)))
    const poisoned = made[4]!.id
    state.poison.add(poisoned)
    await followOutbox(db, true)
    expect(await followQueue(db, index)).toBe(8)
    expect(made.filter(({ id }) => has(id))).toHaveLength(8)
    const left = await db.select().from(searchQueue)
    expect(left).toMatchObject([{ practiceId: poisoned, attempts: 1 }])
    expect(left[0]!.lastError).toContain('invalid_document')
  })

  test('keeps a change that arrives while an older one is being sent', async () => {
    const { index, has, state } = faultyIndex()
    const { id } = await publish('BERUBAHLAGI')
    await followOutbox(db, true)
    state.slow = 300
    const sending = followQueue(db, index)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await db.update(practices).set({ state: 'unpublished' }).where(eq(practices.id, id))
    await announce(id)
    await followOutbox(db, true)
    await sending
    expect(has(id)).toBe(true)
    expect(await db.$count(searchQueue)).toBe(1)
    await followQueue(db, index)
    expect(has(id)).toBe(false)
    expect(await db.$count(searchQueue)).toBe(0)
  })

  test('is sent by one worker at a time', async () => {
    const { index, state } = faultyIndex()
    await publish('BERGANTIAN')
    await followOutbox(db, true)
    state.slow = 200
    const sent = await Promise.all(Array.from({ length: 3 }, () => followQueue(db, index)))
    expect(sent.sort()).toEqual([0, 0, 1])
    expect(state.writes).toBe(1)
  })
})
