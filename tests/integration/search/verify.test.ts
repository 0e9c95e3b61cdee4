import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { insertOutbox } from '#db/queries/system.server.ts'
import { agencies, practiceDocuments, practices } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { createSearch } from '#search/create.server.ts'
import { storedDocuments } from '#search/documents.server.ts'
import { followOutbox, followQueue } from '#search/follow.server.ts'
import { ensureIndexed, rebuildIndex } from '#search/rebuild.server.ts'
import { healSearch, isLevel, verifySearch } from '#search/verify.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'

const { db } = await testDatabase()
const meilisearch = await testMeilisearch()
const search = createSearch({ db, ...(meilisearch && { meilisearch }) })

/** Meilisearch takes its time for a task on a busy machine. */
const PATIENCE = { timeout: 30_000 }
vi.setConfig({ testTimeout: 120_000 })

const made: string[] = []
const make = async (brand: string) => {
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  const { id } = await publishedPractice(db, { agencyId: agency!.id, content: practiceContent({ brand }) })
  await insertOutbox(db, { topic: 'practice', entityId: id, version: 1 })
  made.push(id)
  return id
}
const withdraw = (id: string) =>
  db
    .update(practices)
    .set({ state: 'withdrawn', withdrawnAt: new Date(), withdrawalReason: 'duplicate' })
    .where(eq(practices.id, id))
const driftOf = async (engine: string) =>
  (await verifySearch(db, search)).engines.find((one) => one.engine === engine)!.drift
const expectLevel = async () => {
  const report = await verifySearch(db, search)
  for (const engine of report.engines) expect(engine.drift).toEqual({ missing: [], stale: [], ghost: [], exposed: [] })
  expect(report.engines.every(isLevel)).toBe(true)
  return report
}

beforeAll(async () => {
  for (let index = 0; index < 12; index++) await make(`CATATAN ${index}`)
})

describe('at the start', () => {
  test('everything is indexed, and the second time there is nothing to do', async () => {
    const first = await ensureIndexed(db, search)
    expect(first).toMatchObject({ documents: 12, renewed: 12, meilisearch: meilisearch ? 'rebuilt' : 'none' })
    expect(await followOutbox(db, false)).toBe(0)
    expect(await ensureIndexed(db, search)).toMatchObject({
      documents: 12,
      renewed: 0,
      meilisearch: meilisearch ? 'level' : 'none',
    })
    expect((await expectLevel()).published).toBe(12)
  })

  test('a change that nobody announced is seen by its version', async () => {
    await db
      .update(practices)
      .set({ lifeStatus: 'growing', lifeConfirmedOn: '2026-01-01', searchVersion: 2 })
      .where(eq(practices.id, made[0]!))
    await withdraw(made[1]!)
    expect(await ensureIndexed(db, search)).toMatchObject({ documents: 11, renewed: 2 })
    await expectLevel()
  })

  test('documents made by older rules are made anew', async () => {
    await db.execute(sql`update installation set value = 'older' where key = 'search.fingerprint'`)
    expect(await ensureIndexed(db, search)).toMatchObject({ renewed: 11 })
    await expectLevel()
  })

  test('a Meilisearch that does not answer does not stop it', async () => {
    const gone = createSearch({ db, meilisearch: { url: 'http://127.0.0.1:9' } })
    expect(await ensureIndexed(db, gone)).toMatchObject({ documents: 11, meilisearch: 'later' })
  })
})

describe('the check', () => {
  test('lists what PostgreSQL misses, holds in an old form, or holds against the rules; mending makes it level', async () => {
    const [missing, stale, exposed] = [made[2]!, made[3]!, made[4]!]
    await db.delete(practiceDocuments).where(eq(practiceDocuments.practiceId, missing))
    await db.update(practiceDocuments).set({ checksum: 'other' }).where(eq(practiceDocuments.practiceId, stale))
    await withdraw(exposed)
    expect(await driftOf('postgres')).toEqual({ missing: [missing], stale: [stale], ghost: [], exposed: [exposed] })
    await healSearch(db, search, await verifySearch(db, search))
    await expectLevel()
  })

  test.skipIf(!meilisearch)('lists the same for Meilisearch, and ghosts of practices that do not exist', async () => {
    const index = search.index!
    const [missing, stale] = [made[5]!, made[6]!]
    const ghost = randomUUID()
    const [copy] = await storedDocuments(db, [stale])
    const gone = { ...copy!, document: { ...copy!.document, practiceId: ghost } }
    const exposed = made[1]!
    const old = { ...copy!, document: { ...copy!.document, practiceId: exposed } }
    await index.write({ documents: [{ ...copy!, checksum: 'other' }, gone, old], removed: [missing] })
    expect(await driftOf('meilisearch')).toEqual({
      missing: [missing],
      stale: [stale],
      ghost: [ghost],
      exposed: [exposed],
    })
    expect(await driftOf('postgres')).toEqual({ missing: [], stale: [], ghost: [], exposed: [] })
    await healSearch(db, search, await verifySearch(db, search))
    await expectLevel()
  })
})

describe('the rebuild', () => {
  test.skipIf(!meilisearch)('goes on under changes, and ends with an index that lacks none of them', async () => {
    const index = search.index!
    let changing = true
    const changes = (async () => {
      for (let round = 0; changing; round++) {
        const id = await make(`SELAMA ${round}`)
        if (round % 3 === 0) await withdraw(id)
        await followOutbox(db, true)
        await followQueue(db, index)
      }
    })()
    await rebuildIndex(db, index).finally(() => {
      changing = false
    })
    await changes
    while ((await followOutbox(db, true)) + (await followQueue(db, index)) > 0);
    await expectLevel()
  })

  test.skipIf(!meilisearch)('mends settings that somebody changed, and an index that somebody deleted', async () => {
    const headers = { authorization: `Bearer ${meilisearch!.key}`, 'content-type': 'application/json' }
    const call = (path: string, method: string, body?: unknown) =>
      fetch(new URL(path, meilisearch!.url), {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    const rules = async () =>
      (await (await call('/indexes/practices/settings/ranking-rules', 'GET')).json()) as string[]
    const before = await rules()
    await call('/indexes/practices/settings/ranking-rules', 'PUT', ['words'])
    await expect.poll(rules, PATIENCE).toEqual(['words'])
    await ensureIndexed(db, search)
    expect(await rules()).toEqual(before)

    await call('/indexes/practices', 'DELETE')
    await expect.poll(async () => (await call('/indexes/practices', 'GET')).status, PATIENCE).toBe(404)
    expect(await ensureIndexed(db, search)).toMatchObject({ meilisearch: 'rebuilt' })
    await expectLevel()
  })
})
