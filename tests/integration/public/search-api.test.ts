import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { openApiDocument } from '#app/domain/practice/open-api.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { loader as unknownLoader } from '#app/routes/api.$.tsx'
import { loader as describeLoader } from '#app/routes/api.v1.openapi[.]json.tsx'
import { loader as searchLoader } from '#app/routes/api.v1.practices._index.tsx'
import { loader as pageLoader } from '#app/routes/practices._index.tsx'
import { seedReference } from '#db/seed/reference.server.ts'
import { FACETS } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { routeArgs } from '#tests/support/route-args.ts'

const { db } = await testDatabase()
const visitor = contextAs(db, VISITOR)

beforeAll(async () => {
  await seedReference(db)
  await loadCatalogue(contextAs(db, { kind: 'system', name: 'test' }))
  await ensureIndexed(db, visitor.search)
}, 120_000)

const ask = (query: string, init?: RequestInit) =>
  searchLoader(routeArgs(visitor, `/api/v1/practices?${query}`, {}, init))
const found = async (query: string) => (await ask(query)).json()
const page = (query: string) => pageLoader(routeArgs(visitor, `/practices?${query}`))

test('answers in the promised shape, open to every origin', async () => {
  const answer = await ask('q=antrean+puskesmas&limit=5')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(answer.headers.get('Cache-Control')).toContain('public')
  const body = await answer.json()
  expect(body).toMatchObject({ page: 1, limit: 5, engine: 'postgres', took_ms: expect.any(Number) })
  expect(body.total).toBeGreaterThan(0)
  expect(body.hits.length).toBeLessThanOrEqual(5)
  const { Result, Hit } = openApiDocument('').components.schemas as Record<string, { required: string[] }>
  expect(Object.keys(body).sort()).toEqual([...Result!.required].sort())
  for (const hit of body.hits) expect(Object.keys(hit).sort()).toEqual([...Hit!.required].sort())
  expect(body.hits[0].title.toLowerCase()).toContain('antrean')
})

test.each([
  ['limit=-1', 'limit', 'out_of_range'],
  ['limit=0', 'limit', 'out_of_range'],
  ['limit=1000', 'limit', 'out_of_range'],
  ['limit=ten', 'limit', 'not_a_number'],
  ['page=abc', 'page', 'not_a_number'],
  ['page=1&page=2', 'page', 'repeated'],
  ['q=a%00b', 'q', 'unreadable'],
  ['q=%E0%A4%A', 'q', 'unreadable'],
  [`q=${'x'.repeat(8000)}`, 'q', 'too_long'],
  ['q=satu&q=dua', 'q', 'repeated'],
  ['sort=best', 'sort', 'unknown_value'],
  ['sector=sihir', 'sector', 'unknown_value'],
  ['province=%27%3B--', 'province', 'unknown_value'],
  ['lang=fr', 'lang', 'unknown_value'],
  ['lang=id&lang=en', 'lang', 'repeated'],
])('%s is refused with 400 and the reason', async (query, parameter, code) => {
  const answer = await ask(query)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('Content-Type')).toContain('application/json')
  expect(await answer.json()).toEqual({ error: { code, parameter, message: expect.stringContaining(parameter) } })
})

test.each([
  'limit=-1&page=abc',
  'q=a%00b',
  'q=%E0%A4%A',
  `q=${'x'.repeat(8000)}`,
  'q=satu&q=dua',
  'sector=sihir',
  'page=9999',
])('the page quietly makes the best of %s', async (query) => {
  const { page: shown } = await page(query)
  expect(shown.state.limit).toBe(20)
  expect(shown.result.total).toBeGreaterThanOrEqual(0)
})

test('counts every filter, also with several values chosen', async () => {
  const all = await found('limit=1')
  expect(all.total).toBe(420)
  const count = (code: string) => all.facets.province.find(({ value }: { value: string }) => value === code).count
  const two = await found('limit=1&province=35&province=73')
  expect(two.total).toBe(count('35') + count('73'))
  expect((await found('limit=100&year=2016-2020&sector=kesehatan')).hits).toSatisfy((hits: { start_year: number }[]) =>
    hits.every(({ start_year }) => start_year >= 2016 && start_year <= 2020),
  )
})

test('names every value of every facet in the language asked for, and nothing by its code', async () => {
  for (const [lang, sector, level] of [
    ['id', 'Kesehatan', '3: Ada perbandingan awal dan akhir'],
    ['en', 'Health', '3: Before and after are compared'],
  ]) {
    const { facets } = await found(`limit=1&lang=${lang}`)
    expect(Object.keys(facets).sort()).toEqual([...FACETS].sort())
    type Value = { value: string; label: string; count: number }
    const labelOf = (facet: string, wanted: string) => facets[facet].find(({ value }: Value) => value === wanted)?.label
    expect(labelOf('sector', 'kesehatan')).toBe(sector)
    expect(labelOf('evidence', '3')).toBe(level)
    expect(labelOf('province', '35')).toBe('Jawa Timur')
    for (const facet of FACETS.filter((one) => one !== 'year')) {
      for (const { value, label } of facets[facet] as Value[]) expect(label, `${facet} ${value}`).not.toBe(value)
    }
  }
})

test('says what was understood, and takes it back', async () => {
  expect((await found('q=puskesms')).understood.corrected).toContainEqual({ from: 'puskesms', to: 'puskesmas' })
  expect((await found('q=puskesms&without=spelling')).understood.corrected).toEqual([])
  const { understood } = await found('q=pendidikan+di+maluku')
  expect(understood.places).toEqual([{ name: 'Maluku', codes: ['81'], typed: 'maluku' }])
})

describe('a district by its name', () => {
  const ask = async (name: string, more = '') => {
    try {
      return (await page(`${more}&district_name=${encodeURIComponent(name)}`)).page
    } catch (moved) {
      return (moved as Response).headers.get('Location')
    }
  }

  test.each([
    ['Kota Malang', '/practices?district=35.73'],
    ['kab. malang', '/practices?district=35.07'],
    ['BANYUWANGI', '/practices?district=35.10'],
    ['banyuw', '/practices?district=35.10'],
  ])('%s joins the address by its code', async (name, address) => {
    expect(await ask(name)).toBe(address)
  })

  test('keeps words and filters', async () => {
    expect(await ask('banyuwangi', 'q=desa&sector=kesehatan&province=33')).toBe(
      '/practices?q=desa&sector=kesehatan&province=33&province=35&district=35.10',
    )
  })

  test('that several have is asked back, unless one of them is chosen', async () => {
    expect(await ask('malang')).toMatchObject({
      asked: { typed: 'malang', matches: [{ name: 'Kabupaten Malang' }, { name: 'Kota Malang' }] },
    })
    expect(await ask('malang', 'q=desa&district=35.73')).toBe('/practices?q=desa&district=35.73')
  })

  test.each(['xyzzy', '%%%', 'a'.repeat(500)])('that nobody has (%s) is said to be unknown', async (name) => {
    expect(await ask(name)).toMatchObject({ asked: { matches: [] } })
  })
})

test('a page beyond the last has no hits and the true total', async () => {
  expect(await found('page=50')).toMatchObject({ total: 420, hits: [] })
})

test('titles follow the language asked for; without a title the brand stands in and says so', async () => {
  const hitOf = async (query: string) => (await found(query)).hits[0]
  expect((await hitOf('q=Gancang+Aron&limit=1')).title).toContain('Obat racikan')
  expect(await hitOf('q=Gancang+Aron&limit=1&lang=en')).toMatchObject({ title_language: 'en' })
  expect(await hitOf('q=Kedai+Bumil&limit=1')).toMatchObject({ title: 'Kedai Bumil', title_language: null })
})

test('browser settings do not change what programs get', async () => {
  const english = { headers: { 'Accept-Language': 'en', Cookie: 'lang=en' } }
  const answer = await ask('q=Gancang+Aron&limit=1', english)
  expect((await answer.json()).hits[0].title_language).toBe('id')
})

test('an empty search offers looser ones with true counts', async () => {
  const { page: shown } = await page('q=malaria&sector=perizinan&province=51')
  expect(shown.result.total).toBe(0)
  expect(shown.relaxed.length).toBeGreaterThan(0)
  expect(shown.nearest.length).toBeGreaterThan(0)
  const loosest = shown.relaxed.find(({ dropped }) => dropped.kind === 'filters')
  expect(loosest?.total).toBe((await found('q=malaria&limit=1')).total)
})

test('describes itself, and answers in JSON where nothing is', async () => {
  const described = await (await describeLoader(routeArgs(visitor, '/api/v1/openapi.json'))).json()
  expect(described).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://jipp.test' }] })
  const nothing = await unknownLoader(routeArgs(visitor, '/api/v2'))
  expect([nothing.status, (await nothing.json()).error.code]).toEqual([404, 'not_found'])
  const preflight = await ask('', { method: 'OPTIONS' })
  expect([preflight.status, preflight.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'GET, HEAD, OPTIONS'])
})
