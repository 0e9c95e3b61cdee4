import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencies, outbox, practiceDocuments, searchQueue } from '#db/schema/index.ts'
import type { PracticeIndex } from '#search/engine.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureIndex, ensureIndexed, rebuildIndex } from '#search/rebuild.server.ts'
import { isSound, verifySearch } from '#search/verify.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { startFaultProxy } from '#tests/support/fault-proxy.ts'
import { lastRound } from '#tests/support/fault-run.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { ownMeilisearch } from '#tests/support/own-meilisearch.ts'
import { OPERATIONS, practiceLife } from '#tests/support/practice-life.ts'
import { seeded } from '#tests/support/random.ts'

/* Programs that are killed with kill -9: workers, and Meilisearch itself. */

const { db, url: databaseUrl } = await testDatabase()
const real = await ownMeilisearch()
const double = await startMeilisearchDouble({ taskMs: 5 })
afterAll(async () => {
  await double.close()
  await real?.stop()
})

const NO_DRIFT = { missing: [], stale: [], ghost: [], exposed: [] }
const random = seeded(11)
let life: ReturnType<typeof practiceLife>
beforeAll(async () => {
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  life = practiceLife(db, random, agency!.id)
  for (let one = 0; one < 60; one++) await life.happen('publish')
})

const happen = async (times: number) => {
  for (let one = 0; one < times; one++) await life.happen(random.weighted(OPERATIONS))
}
async function expectLevel(index: PracticeIndex) {
  const { engines } = await lastRound(db, index)
  for (const { drift } of engines) expect(drift).toEqual(NO_DRIFT)
}

async function startWorker(url: string, key = ''): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/sync-process.ts', databaseUrl, url, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}
async function kill(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

describe.each([
  { name: 'the double', target: double as { url: string; key?: string } | undefined, rounds: 2 },
  { name: 'Meilisearch', target: real, rounds: 1 },
])('workers on $name', ({ target, rounds }) => {
  test.skipIf(!target)(
    'are killed while they work, two at a time; the last one ends it with nothing lost',
    async () => {
      const { url, key } = target!
      const index = practiceIndex({ url, ...(key && { key }) }, 'practices')
      await ensureIndexed(db, { index })
      for (let round = 0; round < rounds; round++) {
        const workers = await Promise.all([startWorker(url, key), startWorker(url, key)])
        const writing = happen(60)
        await sleep(random.below(120))
        await kill(workers[0]!)
        await writing
        await kill(workers[1]!)
      }
      const last = await startWorker(url, key)
      const waiting = async () =>
        (await db.$count(searchQueue)) + (await db.execute(`select 1 from outbox where processed_at is null`)).length
      await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toBe(0)
      await expect.poll(async () => isSound(await verifySearch(db, { index })), { timeout: 10_000 }).toBe(true)
      await kill(last)
      expect(await db.$count(outbox)).toBeGreaterThan(rounds * 60)
    },
    90_000,
  )
})

describe.skipIf(!real)('Meilisearch is killed with kill -9', () => {
  const open = (url: string) => practiceIndex({ url, key: real!.key, requestMs: 2_000, taskMs: 3_000 }, 'practices')

  test.each([3, 20])(
    '%i ms after it was given documents: started on its data, nothing is lost',
    async (delay) => {
      const index = open(real!.url)
      await ensureIndex(db, index)
      await happen(80)
      const following = lastRound(db, index).then(
        () => 'done',
        () => 'cut',
      )
      await sleep(delay)
      await real!.kill()
      expect(['done', 'cut']).toContain(await following)
      await real!.restart()
      await expectLevel(index)
      expect((await index.versions()).size).toBe(await db.$count(practiceDocuments))
    },
    60_000,
  )

  test.each([
    { moment: 'before the swap came in', fault: 'cut-before', delay: 0 },
    { moment: 'as the swap came in', fault: 'cut-after', delay: 0 },
    { moment: 'in the swap', fault: 'none', delay: 1 },
    { moment: 'just after the swap', fault: 'none', delay: 12 },
  ] as const)(
    '$moment: one of the two indexes serves, whole, and the rebuild can be repeated',
    async ({ fault, delay }) => {
      await ensureIndex(db, open(real!.url))
      await happen(40)
      await lastRound(db, open(real!.url))
      const proxy = await startFaultProxy(() => real!.url)
      let killing: Promise<void> | undefined
      proxy.set(({ path }) => {
        if (!path.endsWith('/swap-indexes')) return 'none'
        killing = sleep(delay).then(real!.kill)
        return fault
      })
      const rebuilding = rebuildIndex(db, open(proxy.url)).then(
        () => 'done',
        () => 'cut',
      )
      expect(['done', 'cut']).toContain(await rebuilding)
      await killing
      await proxy.close()
      await real!.restart()
      const index = open(real!.url)
      const report = await verifySearch(db, { index })
      expect(report.engines.map(({ drift }) => drift)).toEqual([NO_DRIFT, NO_DRIFT])
      await rebuildIndex(db, index)
      await expectLevel(index)
    },
    60_000,
  )
})
