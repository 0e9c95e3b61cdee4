import type { Socket } from 'node:net'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { noteVisit, searchLog } from '#app/http/search-log.server.ts'
import { loader } from '#app/routes/practices._index.tsx'
import { searchDemand } from '#db/schema/index.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { routeArgs } from '#tests/support/route-args.ts'
import { type Cast, castOf } from '../practice/cast.ts'

const { db } = await testDatabase()
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const ADDRESS = '127.0.0.1'
let cast: Cast
beforeAll(async () => {
  cast = await castOf(db)
})
beforeEach(() => db.delete(searchDemand))

/** Words that no other test here has searched: nobody counts twice. */
let count = 0
const fresh = () => `kata${String.fromCharCode(97 + count++)}`
const open = (path: string, headers: Record<string, string> = { 'User-Agent': BROWSER }, actor: Actor = VISITOR) =>
  loader(routeArgs(contextAs(db, actor), path, {}, { headers }))
const finished = (url: string, headers: Record<string, string> = {}, status = 200) => {
  const all = { 'user-agent': BROWSER, host: 'jipp.test', ...headers }
  noteVisit({ method: 'GET', url, headers: all, socket: { remoteAddress: ADDRESS } as Socket }, status)
}
const counted = async () => {
  await new Promise((resolve) => setTimeout(resolve, 30))
  await searchLog.flush(db)
  const rows = await db.select().from(searchDemand)
  return rows.map(({ day: _day, language: _language, ...row }) => row)
}

test('a search from the page is counted once, with the province of people who are signed in', async () => {
  const [visitor, official] = [fresh(), fresh()]
  await open(`/practices?q=${visitor}`)
  finished(`/practices?q=${visitor}`)
  await open(`/practices?q=${official}`, { 'User-Agent': BROWSER }, cast.author)
  finished(`/practices?q=${official}`)
  const rows = await counted()
  expect(rows).toHaveLength(2)
  expect(rows).toContainEqual({ words: visitor, province: null, searches: 1, withoutHit: 1, opened: 0 })
  expect(rows).toContainEqual({ words: official, province: '11', searches: 1, withoutHit: 1, opened: 0 })
})

test('a page from a cache is counted as the search that made it found', async () => {
  const words = fresh()
  await open(`/practices?q=${words}`, { 'User-Agent': 'Mozilla/5.0 another browser' })
  finished(`/practices?q=${words}`, {}, 304)
  finished(`/practices?q=${fresh()}`)
  expect(await counted()).toEqual([{ words, province: null, searches: 2, withoutHit: 2, opened: 0 }])
})

test('a practice opened from the results counts, from anywhere else it does not', async () => {
  const words = fresh()
  await open(`/practices?q=${words}`)
  for (const from of ['https://elsewhere.example/practices?q=', 'http://jipp.test/needs?q=', 'nonsense']) {
    finished('/practices/JIPP-35-0001', { referer: `${from}${words}` })
  }
  finished('/practices/JIPP-35-0001')
  finished('/practices/JIPP-35-0001', { referer: `http://jipp.test/practices?q=${words}` }, 404)
  expect(await counted()).toMatchObject([{ words, opened: 0 }])
  finished('/practices/JIPP-35-0001', { referer: `http://jipp.test/practices?q=${words}&page=2` })
  expect(await counted()).toMatchObject([{ words, searches: 1, opened: 1 }])
})

test('programs, prefetched pages and pages without words are not counted', async () => {
  await open(`/practices?q=${fresh()}`, { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
  await open(`/practices?q=${fresh()}`, {})
  await open(`/practices?q=${fresh()}`, { 'User-Agent': BROWSER, 'Sec-Purpose': 'prefetch;prerender' })
  await open('/practices?sector=kesehatan')
  expect(await counted()).toEqual([])
})
