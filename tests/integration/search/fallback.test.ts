import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { withCatalogue } from './catalogue.ts'

const { db } = await testDatabase()
const meilisearch = await testMeilisearch()

/** Stands between the program and Meilisearch, and misbehaves on demand. */
type Fault = 'none' | 'unavailable' | 'hangs' | 'nonsense' | 'drops'
let fault: Fault = 'none'
let asked = 0
let proxy: Server
let url: string

beforeAll(async () => {
  await withCatalogue(db)
  proxy = createServer(async (request, response) => {
    asked += 1
    if (fault === 'hangs') return
    if (fault === 'drops') return request.socket.destroy()
    if (fault === 'nonsense') return response.end('<html>not json</html>')
    if (fault === 'unavailable' || !meilisearch) {
      response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '10' })
      return response.end(
        JSON.stringify({ code: 'too_many_search_requests', message: 'busy', type: 'system', link: '' }),
      )
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const answer = await fetch(new URL(request.url ?? '/', meilisearch.url), {
      method: request.method,
      headers: { authorization: `Bearer ${meilisearch.key}`, 'content-type': 'application/json' },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  await ensureIndexed(db, createSearch({ db, ...(meilisearch && { meilisearch: { url } }) }))
})
afterAll(() => {
  proxy.closeAllConnections()
  proxy.close()
})

const QUERY = practiceQuery({ q: 'antrean puskesmas', filters: { sector: ['kesehatan'] } })
const timed = async (search: ReturnType<typeof createSearch>) => {
  const started = performance.now()
  const result = await search.practices(QUERY)
  return { ...result, ms: performance.now() - started }
}

describe.each(['unavailable', 'hangs', 'nonsense', 'drops'] as const)('when Meilisearch %s', (kind) => {
  test('PostgreSQL answers in time, with the same filters, and says so', async () => {
    const expected = await createSearch({ db }).practices(QUERY)
    const search = createSearch({ db, meilisearch: { url } })
    fault = kind
    const first = await timed(search)
    expect(first).toMatchObject({ engine: 'postgres', degraded: true, total: expected.total })
    expect(first.hits.map(({ publicId }) => publicId)).toEqual(expected.hits.map(({ publicId }) => publicId))
    expect(first.facets).toEqual(expected.facets)
    expect(first.ms).toBeLessThan(5_000)
  })

  test('nobody waits for it any more after the second failure', async () => {
    const search = createSearch({ db, meilisearch: { url } })
    fault = kind
    await timed(search)
    await timed(search)
    const before = asked
    const third = await timed(search)
    expect(third).toMatchObject({ engine: 'postgres', degraded: true })
    expect(asked - before).toBe(0)
    expect(await search.status()).toMatchObject({ status: 'degraded', engine: 'postgres', configured: 'meilisearch' })
  })
})

test('a Meilisearch that is not there at all is no error', async () => {
  const search = createSearch({ db, meilisearch: { url: 'http://127.0.0.1:9' } })
  expect(await timed(search)).toMatchObject({ engine: 'postgres', degraded: true })
})

test('without Meilisearch nothing is degraded', async () => {
  const search = createSearch({ db })
  expect(await timed(search)).toMatchObject({ engine: 'postgres', degraded: false })
  expect(await search.status()).toMatchObject({ status: 'ok', engine: 'postgres', configured: 'postgres' })
})

describe.skipIf(!meilisearch)('recovery', () => {
  test('comes by itself', async () => {
    fault = 'none'
    const search = createSearch({ db, meilisearch: { url } })
    expect(await timed(search)).toMatchObject({ engine: 'meilisearch', degraded: false })
    fault = 'drops'
    await timed(search)
    await timed(search)
    expect(await timed(search)).toMatchObject({ engine: 'postgres' })
    fault = 'none'
    await expect.poll(async () => (await timed(search)).engine, { timeout: 15_000, interval: 200 }).toBe('meilisearch')
    expect(await search.status()).toMatchObject({ status: 'ok', engine: 'meilisearch' })
  })

  test('an index that lacks many documents is not asked', async () => {
    fault = 'none'
    const search = createSearch({ db, meilisearch: { ...meilisearch!, index: 'practices_short' } })
    await search.index!.ensure()
    await expect.poll(async () => (await timed(search)).engine, { timeout: 10_000 }).toBe('postgres')
    expect(await search.status()).toMatchObject({ status: 'degraded' })
  })
})
