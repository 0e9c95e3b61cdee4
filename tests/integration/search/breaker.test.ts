import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery } from '#search/engine.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { type Fault, startFaultProxy } from '#tests/support/fault-proxy.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { withCatalogue } from './catalogue.ts'

/* What a visitor gets while Meilisearch is not as it should be: the answer of PostgreSQL, soon, with the same filters. */

const { db } = await testDatabase()
const meilisearch = await testMeilisearch()
/** Keeps an index and cannot search: as a Meilisearch of a version that does not know our requests. */
const double = await startMeilisearchDouble()
const proxy = await startFaultProxy(() => meilisearch?.url ?? double.url)
afterAll(async () => {
  await proxy.close()
  await double.close()
})
beforeAll(async () => {
  await withCatalogue(db)
  const index = practiceIndex({ url: proxy.url, ...(meilisearch && { key: meilisearch.key }) }, 'practices')
  await ensureIndexed(db, { index })
})
beforeEach(() => proxy.set(() => 'none'))

/** Our own share of a busy machine: what counts is that nobody waits for Meilisearch. */
const WITHIN_MS = 300
const QUERY = practiceQuery({ q: 'antrean puskesmas', filters: { sector: ['kesehatan'] } })
const open = (url = proxy.url) =>
  createSearch({ db, meilisearch: { url, ...(meilisearch && { key: meilisearch.key }) } })
const timed = async (search: ReturnType<typeof open>) => {
  const started = performance.now()
  const result = await search.practices(QUERY)
  return { result, ms: performance.now() - started }
}
/** What is left when the answer of the database alone is taken away. */
const alone = createSearch({ db })

async function expectStandIn(search: ReturnType<typeof open>) {
  const expected = await alone.practices(QUERY)
  const times: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    const { result, ms } = await timed(search)
    times.push(ms)
    expect(result).toMatchObject({ engine: 'postgres', degraded: true, total: expected.total })
    expect(result.hits.map(({ publicId }) => publicId)).toEqual(expected.hits.map(({ publicId }) => publicId))
    expect(result.facets).toEqual(expected.facets)
  }
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(WITHIN_MS)
  expect(await search.status()).toMatchObject({ status: 'degraded', engine: 'postgres', configured: 'meilisearch' })
}

const FAULTS: [string, Fault][] = [
  ['is gone', 'cut-before'],
  ['takes five seconds', { slow: 5_000 }],
  ['says 503', 'unavailable'],
  ['answers with half of it', 'truncated'],
  ['is somebody else', 'nonsense'],
  ['knows no such key', 'refused'],
]

describe.each(FAULTS)('a Meilisearch that %s', (_name, fault) => {
  test('is stood in for within 300 ms, and asked no more by visitors', async () => {
    const search = open()
    await search.practices(QUERY)
    proxy.set(() => fault)
    await expectStandIn(search)
    const before = proxy.asked
    for (let turn = 0; turn < 20; turn++) await search.practices(QUERY)
    expect(proxy.asked - before).toBeLessThan(4)
  })

  test.skipIf(!meilisearch)('is asked again by itself when it is well', async () => {
    const search = open()
    proxy.set(() => fault)
    for (let turn = 0; turn < 3; turn++) await search.practices(QUERY)
    expect((await timed(search)).result.engine).toBe('postgres')
    proxy.set(() => 'none')
    await expect
      .poll(async () => (await timed(search)).result.engine, { timeout: 15_000, interval: 100 })
      .toBe('meilisearch')
    expect(await search.status()).toMatchObject({ status: 'ok', engine: 'meilisearch' })
  })
})

test('a Meilisearch that cannot do what is asked of it, as one of another version, is stood in for', async () => {
  await practiceIndex({ url: double.url }, 'practices').ensure()
  const search = open(double.url)
  await search.practices(QUERY)
  await expectStandIn(search)
})

test('an address where nothing is leads to PostgreSQL at once', async () => {
  await expectStandIn(open('http://127.0.0.1:9'))
})

test.skipIf(!meilisearch)(
  'an empty index is not asked; the one that is filled again is',
  async () => {
    const index = practiceIndex({ ...meilisearch!, taskMs: 20_000 }, 'kosong')
    await index.ensure()
    const search = createSearch({ db, meilisearch: { ...meilisearch!, index: 'kosong' } })
    await expect.poll(async () => (await timed(search)).result.engine, { timeout: 10_000 }).toBe('postgres')
    await expectStandIn(search)
    await ensureIndexed(db, { index })
    await expect.poll(async () => (await timed(search)).result.engine, { timeout: 15_000 }).toBe('meilisearch')
  },
  60_000,
)
