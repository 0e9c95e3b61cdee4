import { beforeAll, expect, test } from 'vitest'
import { practiceCounts } from '#db/schema/index.ts'
import { publishedPractice } from '#db/seed/factories/practice.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { practiceStage } from '../practice/stage.ts'

const { db, sql, url, cast } = await practiceStage()
const MARK = 'ZXRAHASIA'
const BROWSER = `Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 ${MARK}`
const ADDRESSES = Array.from({ length: 6 }, (_none, n) => `203.0.113.${n + 71}`)
let log = ''
const servers = [1, 2].map(() =>
  serveSources({ DATABASE_URL: url, TRUST_PROXY: '1', LOG_LEVEL: 'info' }, (output) => {
    log += output
  }),
)
let sites: string[] = []
const { regency, place } = cast.organisations
const practice = await publishedPractice(db, { agencyId: regency.id, hubId: place.id })
const other = await publishedPractice(db, { agencyId: regency.id, hubId: place.id })

beforeAll(async () => {
  sites = await Promise.all(servers)
}, 240_000)

const get = async (site: number, path: string, reader: number, headers: Record<string, string> = {}) => {
  const response = await fetch(`${sites[site]}${path}`, {
    method: headers.method ?? 'GET',
    headers: {
      'User-Agent': BROWSER,
      'X-Forwarded-For': ADDRESSES[reader] ?? '',
      'Accept-Encoding': 'gzip',
      ...headers,
    },
  })
  await response.arrayBuffer()
  return {
    status: response.status,
    mark: response.headers.get('X-Page-Cache'),
    etag: response.headers.get('ETag') ?? '',
  }
}

test('kept pages count like any other, in every process, and nothing is left of who read them', {
  timeout: 60_000,
}, async () => {
  const page = `/practices/${practice.publicId}`
  const marks = []
  let etag = ''
  for (const site of [0, 1])
    for (const reader of [0, 1, 2]) {
      const answer = await get(site, page, reader + site * 3)
      etag = answer.etag
      marks.push(answer.mark)
    }
  expect(marks).toEqual(['miss', 'hit', 'hit', 'miss', 'hit', 'hit'])
  // A double click, a robot, a look ahead, a HEAD and a page that is not there.
  for (const headers of [{}, { 'User-Agent': 'Googlebot/2.1' }, { 'Sec-Purpose': 'prefetch' }, { method: 'HEAD' }])
    await get(0, page, 1, headers as Record<string, string>)
  await get(0, '/practices/JIPP-11-9999', 1)
  // The owner reads, signed in; so does somebody from elsewhere.
  const cookieOf = ({ userId, hat }: typeof cast.author) => signedInCookie(db, userId, hat?.membershipId)
  await get(0, page, 1, { Cookie: await cookieOf(cast.author), 'User-Agent': `${BROWSER} A` })
  await get(0, page, 1, { Cookie: await cookieOf(cast.neighbourAuthor), 'User-Agent': `${BROWSER} B` })
  // Known to this browser, and not to this process: it counts readers by itself.
  expect((await get(1, page, 0, { 'If-None-Match': etag })).status).toBe(304)
  await get(0, `${page}/cite?format=ris`, 1)
  await get(0, `/api/v1${page}`, 1)
  await get(0, `/compare?id=${practice.publicId}&id=${other.publicId}`, 1)

  const expected = [
    { practiceId: practice.id, views: 8, visitors: 8, downloads: 0, citations: 1, comparisons: 1, apiReads: 1 },
    { practiceId: other.id, views: 0, visitors: 0, downloads: 0, citations: 0, comparisons: 1, apiReads: 0 },
  ]
  await expect
    .poll(async () => (await db.select().from(practiceCounts)).map(({ day: _day, ...row }) => row), { timeout: 15_000 })
    .toEqual(expect.arrayContaining(expected))

  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`
  expect(tables.length).toBeGreaterThan(40)
  for (const { name } of tables) {
    const found = await sql.unsafe(
      `select count(*)::int as n from ${name} t where t::text ~ '203\\.0\\.113\\.|${MARK}'`,
    )
    expect({ name, n: found[0]?.n }).toEqual({ name, n: 0 })
  }
  expect(log).toContain(page)
  expect(log).not.toContain('203.0.113.')
  expect(log).not.toContain(MARK)
})
