import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { insertOutbox } from '#db/queries/system.server.ts'
import { agencies, outbox, practiceDocuments, practices, searchQueue } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery } from '#search/engine.ts'
import { followOutbox, followQueue } from '#search/follow.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureIndex, ensureIndexed, rebuildIndex, returnIndex } from '#search/rebuild.server.ts'
import { startSearchSync } from '#search/sync.server.ts'
import { isSound, verifySearch } from '#search/verify.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { OPERATIONS, practiceLife } from '#tests/support/practice-life.ts'
import { seeded } from '#tests/support/random.ts'

/* An index and a database that do not stem from the same moment, and an index that is built while much is written. */

const { db, sql: client } = await testDatabase()
const meilisearch = await testMeilisearch()
const double = await startMeilisearchDouble()
afterAll(() => double.close())
let agencyId: string
beforeAll(async () => {
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  agencyId = agency!.id
})

vi.setConfig({ testTimeout: 90_000 })

const NO_DRIFT = { missing: [], stale: [], ghost: [], exposed: [] }
const publish = async (brand: string) => {
  const { id } = await publishedPractice(db, { agencyId, content: practiceContent({ brand }) })
  await insertOutbox(db, { topic: 'practice', entityId: id, version: 1 })
  return id
}

describe.each([
  { name: 'the double', target: double as { url: string; key?: string } | undefined },
  { name: 'Meilisearch', target: meilisearch },
])('on $name', ({ name, target }) => {
  const open = () => practiceIndex({ url: target!.url, ...(target!.key && { key: target!.key }) }, 'practices')
  const drift = async () => (await verifySearch(db, { index: open() })).engines.map((one) => one.drift)
  const follow = async () => {
    while ((await followOutbox(db, true)) + (await followQueue(db, open())) > 0);
  }

  test.skipIf(!target)(
    'a database restored older than the index: its ghosts are not shown, and go within a round',
    async () => {
      const index = open()
      const changed = await publish(`PULIH ${name} LAMA`)
      await ensureIndexed(db, { index })
      await follow()
      const [kept] = await db.select().from(practiceDocuments).where(eq(practiceDocuments.practiceId, changed))
      // What is done after the backup …
      const ghost = await publish(`PULIH ${name} HANTU`)
      await db
        .update(practices)
        .set({ lifeStatus: 'growing', lifeConfirmedOn: '2026-11-20', searchVersion: 2 })
        .where(inArray(practices.id, [changed]))
      await insertOutbox(db, { topic: 'practice', entityId: changed, version: 2 })
      await follow()
      expect(await drift()).toEqual([NO_DRIFT, NO_DRIFT])
      // … is undone by the restore, in every table.
      await db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        for (const table of ['practice_documents', 'practice_events', 'practice_revisions'])
          await tx.execute(sql`delete from ${sql.identifier(table)} where practice_id = ${ghost}`)
        await tx.delete(practices).where(inArray(practices.id, [ghost]))
        await tx
          .update(practices)
          .set({ lifeStatus: 'unconfirmed', lifeConfirmedOn: null, searchVersion: 1 })
          .where(inArray(practices.id, [changed]))
        await tx.update(practiceDocuments).set(kept!).where(eq(practiceDocuments.practiceId, changed))
        await tx.delete(outbox)
        await tx.delete(searchQueue)
        await tx.execute(sql`update search_generation set generation = generation - 1, epoch = gen_random_uuid()`)
      })
      const [documents, found] = await drift()
      expect(documents).toEqual(NO_DRIFT)
      expect(found).toEqual({ missing: [], stale: [changed], ghost: [ghost], exposed: [] })
      if (meilisearch && target === meilisearch) {
        const { hits } = await createSearch({ db, meilisearch }).practices(practiceQuery({ q: `pulih ${name} hantu` }))
        expect(hits.map(({ practiceId }) => practiceId)).not.toContain(ghost)
      }
      const worker = startSearchSync({ db, sql: client, search: { index } })
      try {
        await expect.poll(drift, { timeout: 10_000 }).toEqual([NO_DRIFT, NO_DRIFT])
      } finally {
        await worker.stop()
      }
    },
  )

  test.skipIf(!target)('an index put back to an old copy of documents is brought level', async () => {
    const index = open()
    await ensureIndexed(db, { index })
    const [revised, withdrawn] = [await publish('SALINAN 1'), await publish('SALINAN 2')]
    await follow()
    const restore = target === double ? double.snapshot() : undefined
    // The real one takes no snapshot while it runs: the old copy is written back by hand.
    const copies = await db
      .select()
      .from(practiceDocuments)
      .where(inArray(practiceDocuments.practiceId, [revised, withdrawn]))
    const younger = await publish('SALINAN 3')
    await db
      .update(practices)
      .set({ state: 'unpublished' })
      .where(inArray(practices.id, [withdrawn]))
    await db
      .update(practices)
      .set({ lifeStatus: 'steady', lifeConfirmedOn: '2026-11-19', searchVersion: 2 })
      .where(inArray(practices.id, [revised]))
    for (const entityId of [withdrawn, revised]) await insertOutbox(db, { topic: 'practice', entityId, version: 2 })
    await follow()
    restore?.()
    if (!restore) {
      const documents = copies.map(({ document, checksum }) => ({ document: document as never, checksum }))
      await index.write({ documents, removed: [younger] })
    }
    expect((await drift())[1]).toEqual({ missing: [younger], stale: [revised], ghost: [], exposed: [withdrawn] })
    await ensureIndex(db, index)
    expect(await drift()).toEqual([NO_DRIFT, NO_DRIFT])
  })

  test.skipIf(!target)(
    'an index that is deleted under the sync is made anew as soon as something is sent',
    async () => {
      const index = open()
      await ensureIndexed(db, { index })
      await follow()
      const worker = startSearchSync({ db, sql: client, search: { index } })
      try {
        await expect.poll(async () => isSound(await verifySearch(db, { index })), { timeout: 10_000 }).toBe(true)
        const headers = { ...(target!.key && { authorization: `Bearer ${target!.key}` }) }
        await fetch(new URL('/indexes/practices', target!.url), { method: 'DELETE', headers })
        await expect.poll(() => index.count().then(String, () => 'gone'), { timeout: 10_000 }).toBe('gone')
        await publish('TERHAPUS')
        await expect.poll(async () => isSound(await verifySearch(db, { index })), { timeout: 10_000 }).toBe(true)
        expect(await index.count()).toBe(await db.$count(practiceDocuments))
        expect(await index.ensure()).toBe('level')
      } finally {
        await worker.stop()
      }
    },
  )

  test.skipIf(!target)('a rebuild and the way back under twenty writes a second lose nothing', async () => {
    const index = open()
    await ensureIndexed(db, { index })
    const random = seeded(5)
    const life = practiceLife(db, random, agencyId)
    for (let one = 0; one < 30; one++) await life.happen('publish')
    const worker = startSearchSync({ db, sql: client, search: { index } })
    let isWriting = true
    const writing = (async () => {
      let writes = 0
      for (; isWriting; writes++) {
        await life.happen(random.weighted(OPERATIONS))
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      return writes
    })()
    const started = performance.now()
    try {
      await rebuildIndex(db, index)
      await returnIndex(db, index)
      await new Promise((resolve) => setTimeout(resolve, 300))
    } finally {
      isWriting = false
      await writing
    }
    const perSecond = (await writing) / ((performance.now() - started) / 1000)
    expect(perSecond).toBeGreaterThan(5)
    await expect.poll(async () => (await drift()).concat(), { timeout: 15_000 }).toEqual([NO_DRIFT, NO_DRIFT])
    await expect.poll(() => db.$count(searchQueue), { timeout: 10_000 }).toBe(0)
    await worker.stop()
  })

  test.skipIf(!target)('two rebuilds at once: the second is told so, the first goes on', async () => {
    const index = open()
    await ensureIndexed(db, { index })
    const outcomes = await Promise.allSettled([rebuildIndex(db, index), rebuildIndex(db, index)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'the index is being rebuilt already' },
    })
    expect(await drift()).toEqual([NO_DRIFT, NO_DRIFT])
  })
})

test('without an index to go back to, going back says so', async () => {
  await expect(returnIndex(db, practiceIndex({ url: double.url }, 'belum_ada'))).rejects.toThrow(
    'there is no earlier index to go back to',
  )
})
