import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readHub, readHubPage, readHubs, readNetwork } from '#app/domain/network/read-network.server.ts'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { readOverview } from '#app/domain/report/overview.server.ts'
import { isReady, readServiceStatus } from '#app/domain/report/service-status.server.ts'
import { readSitemapPractices } from '#app/domain/report/sitemap.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { loader as sitemapIndexLoader } from '#app/routes/sitemap[.]xml.tsx'
import { loader as sitemapLoader } from '#app/routes/sitemaps.$file.tsx'
import { createDb } from '#db/client.server.ts'
import { agencies, organisations, practices } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testFiles } from '#tests/support/files.ts'
import { routeArgs } from '#tests/support/route-args.ts'

const { db } = await testDatabase()
const visitor = contextAs(db, VISITOR, new Date('2026-11-22T03:42:00Z'))
const FIRST_PAGE = { sort: 'confirmed', page: 1 } as const

beforeAll(async () => {
  await seedReference(db)
  await loadCatalogue(contextAs(db, { kind: 'system', name: 'test' }))
})

/** A published record for trying things out, as the demo makes them. */
async function demoPractice() {
  const [organisation] = await db
    .insert(organisations)
    .values({ kind: 'agency', name: 'Kabupaten Contoh Uji', slug: 'kabupaten-contoh-uji', isDemo: true })
    .returning({ id: organisations.id })
  await db.insert(agencies).values({ organisationId: organisation!.id, type: 'regency', regionCode: '35.10' })
  const made = await publishedPractice(db, {
    agencyId: organisation!.id,
    content: practiceContent({ replicatedBy: ['Kota Denpasar'], startedOn: '2026-11-01' }),
  })
  await db.update(practices).set({ isDemo: true }).where(eq(practices.id, made.id))
  return made
}

test('the network counts 38 provinces, their districts and every placed practice of the catalogue', async () => {
  const { provinces, catalogue } = await readNetwork(visitor)
  expect(provinces).toHaveLength(38)
  expect(provinces.reduce((sum, { districts }) => sum + districts, 0)).toBe(514)
  expect(provinces.reduce((sum, { practices: n }) => sum + n, 0)).toBe(catalogue.placed)
  expect(catalogue).toMatchObject({ total: 420, domestic: 405, abroad: 15, countries: 9, withResults: 141, copied: 19 })
  // Nobody has confirmed anything on day one.
  expect(catalogue.confirmed).toBe(0)
})

test('flows name the provinces that sources name, and leave plans alone', async () => {
  const { flows } = await readNetwork(visitor)
  const provincesOf = (brand: string) =>
    flows.filter((flow) => flow.brand.startsWith(brand)).map((f) => f.adopterProvince)
  expect(provincesOf('LAKSA')).toEqual(['73', '19'])
  expect(provincesOf('SIPELANDUKILAT')).toEqual(['63'])
  expect(provincesOf('Smart Kampung')).toEqual([])
  expect(provincesOf('Tangerang LIVE')).toEqual([null])
})

test('a demo record is in no count, no list and no sitemap', async () => {
  const before = await readOverview(visitor)
  const { publicId } = await demoPractice()
  const after = await readOverview(visitor)
  expect(after.catalogue).toEqual(before.catalogue)
  expect(after.sectors).toEqual(before.sectors)
  expect(after.newest).toEqual(before.newest)
  expect(after.copied).toEqual(before.copied)
  expect((await readNetwork(visitor)).flows.map((flow) => flow.publicId)).not.toContain(publicId)
  expect((await readHub(visitor, 'hub-jipp-jawa-timur', FIRST_PAGE)).figures.practices).toBe(66)
  expect(await readSitemapPractices(visitor, 1)).toHaveLength(420)
})

test('a hub shows the practices of its provinces, page by page, and the districts without one', async () => {
  const first = await readHub(visitor, 'hub-jipp-sulawesi-selatan', FIRST_PAGE)
  expect(first.figures).toMatchObject({ practices: 32, districts: 10, districtTotal: 24 })
  expect(first.withoutPractice).toHaveLength(14)
  const second = await readHub(visitor, 'hub-jipp-sulawesi-selatan', { sort: 'confirmed', page: 2 })
  const ids = [...first.practices, ...second.practices].map(({ publicId }) => publicId)
  expect(new Set(ids).size).toBe(32)
  expect(first.sectors.reduce((sum, { count }) => sum + count, 0)).toBe(32)
  expect(first.incoming.map(({ brand }) => brand)).toContainEqual(expect.stringContaining('LAKSA'))
})

test.each(['none', '', '\0', '../etc', 'x'.repeat(5000)])('there is no hub "%.10s"', async (slug) => {
  await expect(readHub(visitor, slug, FIRST_PAGE)).rejects.toThrow(NotFound)
})

test.each([
  ['', { sort: 'confirmed', page: 1 }],
  ['sort=region&page=2', { sort: 'region', page: 2 }],
  ['sort=x&page=-1', { sort: 'confirmed', page: 1 }],
  ['page=1.5', { sort: 'confirmed', page: 1 }],
])('reads the page of a hub from "%s"', (query, expected) => {
  expect(readHubPage(new URLSearchParams(query))).toEqual(expected)
})

test('every hub names the provinces it covers', async () => {
  const hubs = await readHubs(visitor)
  expect(hubs.length).toBeGreaterThan(20)
  for (const hub of hubs) expect(hub.provinces.length).toBeGreaterThan(0)
})

test('the sitemap is an index whose lists lead to every practice and hub, each with the day of its change', async () => {
  const locations = (xml: string) =>
    [...xml.matchAll(/<loc>http:\/\/jipp\.test([^<]+)<\/loc>/g)].map(([, path]) => path ?? '')
  const list = async (path: string) =>
    (await sitemapLoader(routeArgs(visitor, path, { file: path.slice('/sitemaps/'.length) }))).text()
  const index = await (await sitemapIndexLoader(routeArgs(visitor, '/sitemap.xml'))).text()
  expect(locations(index)).toEqual(['/sitemaps/pages.xml', '/sitemaps/practices-1.xml'])
  expect(index.match(/<lastmod>\d{4}-\d\d-\d\d<\/lastmod>/g)).toHaveLength(2)

  const pages = await list('/sitemaps/pages.xml')
  expect(locations(pages)).toEqual(expect.arrayContaining(['/', '/practices', '/hubs/hub-jipp-bali']))
  const practices = await list('/sitemaps/practices-1.xml')
  expect(locations(practices)).toHaveLength(420)
  expect(locations(practices)).toContain('/practices/JIPP-16-0003')
  expect(practices.match(/<lastmod>/g)).toHaveLength(420)
  for (const unknown of ['/sitemaps/practices-2.xml', '/sitemaps/practices-0.xml', '/sitemaps/other.xml']) {
    await expect(list(unknown)).rejects.toMatchObject({ init: { status: 404 } })
  }
})

test('the status names what works, and a database that does not answer is down, not an error', async () => {
  const settings = { smtp: false, files: testFiles() }
  const fine = await readServiceStatus(visitor, settings)
  expect(fine).toMatchObject({ database: 'ok', mail: 'degraded', files: 'ok' })
  expect(isReady(fine)).toBe(true)

  const nowhere = createDb('postgres://nobody@127.0.0.1:1/nothing', { max: 1 })
  const broken = await readServiceStatus(contextAs(nowhere.db, VISITOR), {
    smtp: true,
    files: testFiles('/dev/null/no'),
  })
  expect(broken).toMatchObject({ database: 'down', search: 'down', mail: 'down', files: 'down' })
  expect(isReady(broken)).toBe(false)
  await nowhere.close()
})
