import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { followPublicContent } from '#db/public-content.server.ts'
import { PRIVATE_TABLES } from '#db/public-content.ts'
import { publicContent, rateLimits, searchQueue, sessions, users } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { followOutbox } from '#search/follow.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { type Cast, castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'

const { db, sql: client, url } = await testDatabase()
const servers = [1, 2].map(() => serveSources({ DATABASE_URL: url }))
let sites: string[] = []
let cast: Cast
let stage: ReturnType<typeof stageOf>

beforeAll(async () => {
  await seedReference(db)
  cast = await castOf(db)
  stage = stageOf(db, cast)
  const system = stage.as({ kind: 'system', name: 'test' })
  await loadCatalogue(system)
  await ensureIndexed(db, system.search)
  sites = await Promise.all(servers)
}, 240_000)

/** For so long an answer of the database is believed. */
const MOMENT_MS = 25

const version = async () => (await db.select().from(publicContent))[0]?.version ?? -1

async function get(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers: { 'Accept-Encoding': 'gzip', ...headers } })
  return { status: response.status, mark: response.headers.get('X-Page-Cache'), text: await response.text(), response }
}

/** A practice that people published, with a brand that is nowhere else. */
async function publishNamed(brand: string) {
  const publicId = await stage.draft()
  await stage.save(cast.author, publicId, 'identity', { brand })
  await stage.publish(await stage.verify(await stage.submit(publicId)))
  while ((await followOutbox(db, false)) > 0);
  return publicId
}

describe('kept pages', () => {
  test('a page is made once in each language and encoding, and is whole', async () => {
    const address = `${sites[0]}/practices?q=sampah`
    const first = await get(address)
    const again = await get(address)
    expect([first.mark, again.mark]).toEqual(['miss', 'hit'])
    expect(again.text).toBe(first.text)
    expect(again.text).toMatch(/<\/html>/)
    expect(again.response.headers.get('Content-Encoding')).toBe('gzip')
    expect(again.response.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect((await get(address, { Cookie: 'lang=en' })).mark).toBe('miss')
    expect((await get(address, { 'Accept-Encoding': 'br' })).mark).toBe('miss')
    const etag = again.response.headers.get('ETag') ?? ''
    expect((await get(address, { 'If-None-Match': etag })).status).toBe(304)
  })

  test('what is withdrawn elsewhere is gone from every page of every process within a moment', async () => {
    const brand = 'ZXQUELLA'
    const practiceId = await publishNamed(brand)
    const pages = [
      '/practices?q=zxquella',
      '/practices?sort=newest',
      `/practices/${practiceId}`,
      '/',
      '/sitemaps/practices-1.xml',
      '/api/v1/practices?q=zxquella',
      `/api/v1/practices/${practiceId}`,
    ]
    const everywhere = sites.flatMap((site) => pages.map((page) => site + page))
    const shown = async () => {
      const answers = await Promise.all(everywhere.map((address) => get(address)))
      return answers.map(({ status, mark, text }) => ({
        mark,
        isShown: status === 200 && (text.includes(brand) || text.includes(practiceId)),
      }))
    }
    await shown()
    const before = await shown()
    expect(before.every(({ mark }) => mark === 'hit')).toBe(true)
    const where = everywhere.filter((_address, i) => before[i]?.isShown)
    // The home page and the newest are long enough for it by chance only.
    expect(where.length).toBeGreaterThanOrEqual(everywhere.length - 4)

    await withdrawPractice(stage.as(cast.curator), { practiceId, reason: 'other' })
    await sleep(MOMENT_MS)
    const after = await shown()
    expect(everywhere.filter((_address, i) => after[i]?.isShown)).toEqual([])
    expect(after.some(({ mark }) => mark === 'hit')).toBe(false)
    expect((await get(`${sites[1]}/practices/${practiceId}`)).status).toBe(410)
    // Once more, from what was kept meanwhile.
    expect((await shown()).some(({ isShown }) => isShown)).toBe(false)
  })

  test('what is withdrawn with the form is gone with the next request', async () => {
    const practiceId = await publishNamed('ZXFORMA')
    const [site = ''] = sites
    const address = `${site}/api/v1/practices/${practiceId}`
    await get(address)
    expect(await get(address)).toMatchObject({ status: 200, mark: 'hit' })
    const { status } = await fetch(`${site}/work/practices/${practiceId}/withdraw`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Origin: site,
        Cookie: await signedInCookie(db, cast.curator.userId, cast.curator.hat?.membershipId),
      },
      body: new URLSearchParams({ reason: 'legal' }),
    })
    expect(status).toBe(302)
    expect((await get(address)).status).toBe(410)
  })

  test('publications and withdrawals as fast as they come: no answer is behind the database', {
    timeout: 60_000,
  }, async () => {
    const practiceId = await publishNamed('ZXSTURM')
    const [one = '', two = ''] = sites
    for (let turn = 0; turn < 20; turn++) {
      // The trigger does not ask who writes: here it is a bare statement.
      await client`update practices set life_status = ${turn % 2 ? 'constrained' : 'stopped'}, life_confirmed_on = '2026-11-01'
        where public_id = ${practiceId}`
      await sleep(MOMENT_MS)
      const texts = await Promise.all([one, two, one, two].map((site) => get(`${site}/api/v1/practices/${practiceId}`)))
      for (const { text } of texts) expect(JSON.parse(text).life_status).toBe(turn % 2 ? 'constrained' : 'stopped')
    }
  })

  test('a signed-in page is neither kept nor made of a kept one', async () => {
    const cookie = await signedInCookie(db, cast.author.userId, cast.author.hat?.membershipId)
    const address = `${sites[0]}/about`
    await get(address)
    const mine = await get(address, { Cookie: cookie })
    expect(mine).toMatchObject({ status: 200, mark: null })
    expect(mine.text).toContain(cast.author.name)
    const visitors = await get(address)
    expect(visitors.mark).toBe('hit')
    expect(visitors.text).not.toContain(cast.author.name)
    expect((await get(address, { Cookie: 'jipp_session=ended' })).mark).toBeNull()
  })

  test('a choice of language sets its cookie, and is not kept', async () => {
    const address = `${sites[0]}/privacy?lang=en`
    for (let turn = 0; turn < 2; turn++) {
      const { response, mark } = await get(address)
      expect(mark).toBeNull()
      expect(response.headers.get('Set-Cookie')).toContain('lang=en')
    }
  })

  test('another host does not get the addresses of this one', async () => {
    const [site = ''] = sites
    const port = new URL(site).port
    await get(`${site}/sitemaps/practices-1.xml`)
    const { text } = await get(`http://localhost:${port}/sitemaps/practices-1.xml`)
    expect(text).toContain(`http://localhost:${port}/practices`)
    expect(text).not.toContain('127.0.0.1')
  })

  test('links of a search that multiply are not for crawlers, and robots.txt keeps them out', async () => {
    for (const path of [
      '/practices?q=sampah&province=35&sector=lingkungan-hidup',
      '/practices?page=2',
      '/practices?q=antrean&page=3&sort=newest',
      '/practices?q=zxnichts&province=35',
    ]) {
      const { text } = await get(`${sites[0]}${path}`)
      const links = text.slice(text.indexOf('<main')).match(/<a\b[^>]*href="\/practices\?[^>]*>/g) ?? []
      expect(links.length).toBeGreaterThan(0)
      expect(links.filter((link) => !/rel="[^"]*nofollow/.test(link))).toEqual([])
    }
    expect((await get(`${sites[0]}/robots.txt`)).text).toMatch(/^Disallow: \/practices\?$/m)
  })

  test('what is not there is asked for every time', async () => {
    for (let turn = 0; turn < 2; turn++) {
      expect(await get(`${sites[0]}/practices/JIPP-11-9999`)).toMatchObject({ status: 404, mark: null })
    }
  })
})

describe('the version of the public content', () => {
  test('every table either raises it or is named as private', async () => {
    const rows = await client<{ table: string; watched: boolean }[]>`
      select c.relname as table, exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'public_content_raised' and t.tgenabled = 'O'
      ) as watched
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
    expect(rows.length).toBeGreaterThan(30)
    const tables = new Set(rows.map(({ table }) => table))
    expect(rows.filter(({ table, watched }) => watched === table in PRIVATE_TABLES)).toEqual([])
    expect(Object.keys(PRIVATE_TABLES).filter((table) => !tables.has(table))).toEqual([])
  })

  test('drafts, sessions, limits and what waits for the index leave it alone', async () => {
    const before = await version()
    const practiceId = await stage.draft()
    await stage.verify(await stage.submit(practiceId))
    await db.insert(rateLimits).values({ key: 'test', points: 1 })
    await signedInCookie(db, cast.author.userId)
    await db.delete(sessions)
    const { id } = await stage.practice(practiceId)
    await db.insert(searchQueue).values({ practiceId: id })
    expect(await version()).toBe(before)
    // The index has caught up: answers may differ now.
    await db.delete(searchQueue)
    expect(await version()).toBe(before + 1)
    await stage.publish(practiceId)
    expect(await version()).toBe(before + 2)
  })

  test('one transaction raises it once, at its end, and not at all when it fails', async () => {
    const before = await version()
    await db.transaction(async (tx) => {
      await tx.update(users).set({ name: sql`${users.name} || '.'` })
      await tx.update(users).set({ name: sql`rtrim(${users.name}, '.')` })
      expect((await tx.select().from(publicContent))[0]?.version).toBe(before)
    })
    expect(await version()).toBe(before + 1)
    await expect(
      db.transaction(async (tx) => {
        await tx.update(users).set({ name: 'Lain' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await version()).toBe(before + 1)
  })

  test('transactions that write the same rows in another order do not block each other on it', async () => {
    const [first, second] = [cast.author.userId, cast.curator.userId]
    const rename = (userId: string) => sql`update users set name = name || '' where id = ${userId}`
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        db.transaction(async (tx) => {
          await tx.execute(rename(i % 2 ? first : second))
          await tx
            .select()
            .from(users)
            .where(eq(users.id, i % 2 ? second : first))
          await sleep(2)
        }),
      ),
    )
  })

  test('is announced; a lost connection is told, and nothing is known until it is back', async () => {
    const changes: number[] = []
    let lost = 0
    const content = followPublicContent(url, { onChange: (raised) => changes.push(raised), onLost: () => lost++ })
    try {
      const before = await content.version()
      expect(before).toBe(await version())
      await db.update(users).set({ name: sql`${users.name} || ''` })
      expect(await content.version()).toBe(before + 1)
      await expect.poll(() => changes).toEqual([before + 1])

      await client`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'jipp-public-content'`
      await expect.poll(() => lost).toBeGreaterThan(0)
      await expect(content.version()).rejects.toThrow()
      await expect.poll(() => content.version().catch(() => null), { timeout: 5_000 }).toBe(before + 1)
      await db.update(users).set({ name: sql`${users.name} || ''` })
      await expect.poll(() => changes).toEqual([before + 1, before + 2])
    } finally {
      await content.stop()
    }
  })
})
