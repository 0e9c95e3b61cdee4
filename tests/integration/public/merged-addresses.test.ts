import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { undoMerge } from '#app/domain/practice/undo-merge.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { rebuildDocuments } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { merged } from '#tests/support/merging.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { type Cast, castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'

/*
 * The addresses of a practice that was merged into another one, over HTTP: they lead on, its old versions stay, nothing
 * else knows of it; once it is undone, it is as if nothing had been.
 */

const { db, url } = await testDatabase()
const served = serveSources({ DATABASE_URL: url })
let site = ''
let cast: Cast
let stage: ReturnType<typeof stageOf>

/** For so long an answer of the database is believed. */
const MOMENT_MS = 25
const get = (path: string, init: RequestInit = {}) => fetch(site + path, { redirect: 'manual', ...init })
const later = () => sleep(MOMENT_MS)

beforeAll(async () => {
  await seedReference(db)
  cast = await castOf(db)
  stage = stageOf(db, cast)
  site = await served
}, 240_000)

/** Two practices of two versions each, with a word of their own. */
async function pairOf(word: string) {
  const [from, into] = [await published(`${word}satu`), await published(`${word}dua`)]
  return { from, into }
}
async function published(word: string) {
  const practiceId = await stage.draft()
  const { unit } = practiceContent()
  const title = { id: `Lampu ${word} yang dirawat warga`, en: null }
  await stage.save(cast.author, practiceId, 'identity', { brand: `LAMPU ${word}`, title, unit, tagline: title })
  await stage.publish(await stage.verify(await stage.submit(practiceId)))
  return practiceId
}

const moved = (id: string): [path: string, to: (survivor: string) => string][] => [
  [`/practices/${id}`, (to) => `/practices/${to}`],
  [`/practices/${id}?lang=en`, (to) => `/practices/${to}?lang=en`],
  [`/practices/${id}.pdf`, (to) => `/practices/${to}.pdf`],
  [`/practices/${id}/card.png`, (to) => `/practices/${to}/card.png`],
  [`/practices/${id}/links`, (to) => `/practices/${to}/links`],
  [`/practices/${id}/diff`, (to) => `/practices/${to}/diff`],
  [`/practices/${id}/questions`, (to) => `/practices/${to}/questions`],
  [`/practices/${id}/cite`, (to) => `/practices/${to}/cite?format=apa`],
  [`/practices/${id}/cite?format=bibtex`, (to) => `/practices/${to}/cite?format=bibtex`],
  [`/api/v1/practices/${id}`, (to) => `/api/v1/practices/${to}`],
  [`/api/v1/practices/${id}?lang=en`, (to) => `/api/v1/practices/${to}?lang=en`],
]

describe('a merged practice', () => {
  test('leads on from every address, at once and for everybody', async () => {
    const { from, into } = await pairOf('rahazoba')
    for (const [path] of moved(from)) expect([path, (await get(path)).status]).toEqual([path, 200])
    await merged(stage.as(cast.curator), { from, into })
    await later()
    const cookie = await signedInCookie(db, cast.author.userId)
    for (const [path, to] of moved(from)) {
      for (const headers of [undefined, { Cookie: cookie }]) {
        const answer = await get(path, { headers })
        expect([path, answer.status, answer.headers.get('Location')]).toEqual([path, 301, to(into)])
        // A browser that keeps it for good could not follow once the merge is undone.
        expect(answer.headers.get('Cache-Control'), path).toMatch(/no-cache|no-store/)
        expect((await answer.text()).includes('rahazobasatu')).toBe(false)
      }
    }
    const api = await get(`/api/v1/practices/${from}`)
    expect(await api.json()).toEqual({ error: { code: 'moved', message: `merged into ${into}`, successor: into } })
    expect(api.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await get(`/practices/${from}.pdf`)).headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await get(`/practices/${from}`, { redirect: 'follow' })).url).toBe(`${site}/practices/${into}`)
  })

  test('keeps its old versions, for those who cited them', async () => {
    const { from, into } = await pairOf('rahazobe')
    await merged(stage.as(cast.curator), { from, into })
    await later()
    const page = await get(`/practices/${from}/v1`)
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain('Lampu rahazobesatu yang dirawat warga')
    expect(html).toContain(`digabungkan ke praktik ${into}`)
    expect(html).toContain(`<link rel="canonical" href="${site}/practices/${into}"/>`)
    expect(html).toMatch(/<meta name="robots" content="noindex"/)
    const cited = await get(`/practices/${from}/cite?format=apa&v=1`)
    expect(cited.status).toBe(200)
    expect(await cited.text()).toMatch(new RegExp(`rahazobesatu[\\s\\S]*/practices/${from}/v1`))
    for (const path of [
      `/practices/${from}.pdf?v=1`,
      `/practices/${from}/links?v=1`,
      `/practices/${from}/diff?from=1&to=1`,
    ])
      expect([path, (await get(path)).status]).toEqual([path, 200])
    for (const path of [`/practices/${from}/v9`, `/practices/${from}/cite?v=9`, `/practices/${from}.pdf?v=9`])
      expect([path, (await get(path)).status]).toEqual([path, 404])
    // What the survivor is withdrawn for may stand in the old texts too.
    await withdrawPractice(stage.as(cast.curator), { practiceId: into, reason: 'legal' })
    await later()
    for (const path of [`/practices/${from}`, `/practices/${from}/v1`, `/practices/${from}.pdf?v=1`]) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 410])
      // The tombstone names what was withdrawn, and nothing else of it.
      const page = (await answer.text()).replace(/<dl class="facts">.*?<\/dl>/s, '')
      expect(page).not.toContain('rahazobesatu')
    }
  })

  test('is nowhere else: search, open data, exports, sitemap, comparison', async () => {
    const { from, into } = await pairOf('rahazobi')
    await rebuildDocuments(db)
    const places = [
      '/api/v1/practices?q=rahazobisatu',
      '/practices?q=rahazobisatu',
      '/exports/practices.csv?q=rahazobisatu',
    ]
    const sitemap = '/sitemaps/practices-1.xml'
    await expect.poll(async () => (await (await get(places[0]!)).text()).includes(from), { timeout: 15_000 }).toBe(true)
    expect(await (await get(sitemap)).text()).toContain(from)
    const { mergeId } = await merged(stage.as(cast.curator), { from, into })
    await later()
    for (const path of [...places, sitemap])
      expect([path, (await (await get(path)).text()).includes(from)]).toEqual([path, false])
    const compared = await (await get(`/compare?id=${from}&id=${into}`)).text()
    expect(compared).not.toContain(`/practices/${from}"`)
    expect(compared).toContain(`/practices/${into}"`)
    await undoMerge(stage.as(cast.curator), { mergeId })
    await rebuildDocuments(db)
    await later()
    for (const [path] of moved(from)) expect([path, (await get(path)).status]).toEqual([path, 200])
    expect(await (await get(sitemap)).text()).toContain(from)
    await expect.poll(async () => (await (await get(places[0]!)).text()).includes(from), { timeout: 15_000 }).toBe(true)
  })
})
