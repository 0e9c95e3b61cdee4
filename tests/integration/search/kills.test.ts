import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#db/client.server.ts'
import { agencies, practiceDocuments, searchQueue } from '#db/schema/index.ts'
import { checkSearch } from '#search/check.server.ts'
import type { PracticeIndex } from '#search/engine.ts'
import { followOutbox, followQueue } from '#search/follow.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureIndex, ensureIndexed, rebuildDocuments, rebuildIndex, returnIndex } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { startFaultProxy } from '#tests/support/fault-proxy.ts'
import { lastRound } from '#tests/support/fault-run.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { mortalProcess } from '#tests/support/mortal.ts'
import { practiceLife } from '#tests/support/practice-life.ts'
import { seeded } from '#tests/support/random.ts'

const { db, url } = await testDatabase()
const double = await startMeilisearchDouble()
const proxy = await startFaultProxy(() => double.url)
const mortal = mortalProcess(url, proxy)
afterAll(async () => {
  await mortal.close()
  await proxy.close()
  await double.close()
})

const NO_DRIFT = { missing: [], stale: [], ghost: [], exposed: [] }
const random = seeded(7)
const sane = practiceIndex({ url: double.url }, 'practices')
let life: ReturnType<typeof practiceLife>

beforeAll(async () => {
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  life = practiceLife(db, random, agency!.id)
  for (let one = 0; one < 12; one++) await life.happen('publish')
  await ensureIndexed(db, { index: sane })
})

/** A few changes of every kind that wait to be followed, some of them already in the queue for Meilisearch. */
async function change() {
  for (const operation of ['revise', 'withdraw', 'republish', 'life', 'revise'] as const) await life.happen(operation)
  await followOutbox(db, true)
  for (const operation of ['revise', 'withdraw', 'republish', 'unpublish', 'life'] as const)
    await life.happen(operation)
}

const WORK: Record<string, (db: Database, index: PracticeIndex) => Promise<unknown>> = {
  'following changes': async (mine, index) => {
    await followOutbox(mine, true)
    await followQueue(mine, index)
  },
  'mending an index that lost some': async (mine, index) => {
    const keys = [...(await sane.versions()).keys()]
    await sane.write({ documents: [], removed: keys.slice(0, keys.length / 5) })
    await ensureIndex(mine, index)
  },
  'making all documents anew': (mine) => rebuildDocuments(mine, undefined, true),
  'building the index anew': rebuildIndex,
  'going back to the index before': returnIndex,
  'the full check': (mine, index) => checkSearch(mine, { index }),
}

describe.each(Object.keys(WORK))('killed in %s', (name) => {
  test.each([
    { last: 'before its request has gone through', afterRequest: false },
    { last: 'after its request has gone through', afterRequest: true },
  ])(
    'at any step, $last: what is there can be used, and the next round mends it',
    async ({ afterRequest }) => {
      const index = practiceIndex({ url: proxy.url, taskMs: 5_000 }, 'practices')
      // Steps alternate between the two ends: each of them is met in one of the two.
      let step = afterRequest ? 2 : 1
      for (let isDone = false; !isDone; step += 2) {
        await change()
        const before = double.documents('practices').size
        mortal.live(step, afterRequest)
        await WORK[name]!(mortal.db, index).catch((error: unknown) => {
          if (!mortal.isDead) throw error
        })
        isDone = !mortal.isDead
        proxy.set(() => 'none')
        // Whatever serves is an index with about as many documents as there were: never an empty or half-built one.
        const serves = double.documents('practices').size
        if (name !== 'mending an index that lost some') expect(serves).toBeGreaterThanOrEqual(before - 4)
        const { engines } = await lastRound(db, sane)
        for (const { drift } of engines) expect({ step, drift }).toEqual({ step, drift: NO_DRIFT })
      }
      expect(step).toBeGreaterThan(8)
      expect(await db.$count(searchQueue)).toBe(0)
      expect(double.documents('practices').size).toBe(await db.$count(practiceDocuments))
    },
    60_000,
  )
})

test('sent twice or by two, a change has one effect', async () => {
  await lastRound(db, sane)
  await life.happen('publish')
  await followOutbox(db, true)
  const before = double.writes
  await Promise.all([followQueue(db, sane), followQueue(db, sane), followQueue(db, sane)])
  expect(double.writes - before).toBe(1)
  await db.execute(sql`insert into search_queue (practice_id) select practice_id from practice_documents`)
  await followQueue(db, sane)
  const { engines } = await lastRound(db, sane)
  expect(engines.map(({ drift }) => drift)).toEqual([NO_DRIFT, NO_DRIFT])
})
