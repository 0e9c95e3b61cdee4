import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { readPdf } from '#tests/support/printed.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { type Cast, castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'

/*
 * The addresses that others may rely on, over HTTP: versions, comparison, citation, PDF, picture, links.
 */

const { db, url } = await testDatabase()
const served = serveSources({ DATABASE_URL: url })
let site = ''
let cast: Cast
let stage: ReturnType<typeof stageOf>
/** Three published versions; the second changed identity and kit, the third the background in both languages. */
let id = ''
/** One published version, and a second one that is being written. */
let single = ''
let draft = ''
let frozen = ''

/** For so long an answer of the database is believed. */
const MOMENT_MS = 25
const contactEmail = 'pelita@contoh.invalid'
const SECRET = 'Kalimat rahasia yang belum terbit.'

beforeAll(async () => {
  await seedReference(db)
  cast = await castOf(db)
  stage = stageOf(db, cast)
  site = await served
  id = await stage.published()
  frozen = articleOf(await (await get(`/practices/${id}/v1`)).text())
  await publishNext([
    ['identity', { tagline: { id: 'Lampu padam diganti dalam dua hari.', en: null }, contactEmail }],
    ['kit', { kit: practiceContent().kit }],
  ])
  await publishNext([
    ['background', { story: { background: { id: 'Pada 2023 sepertiga lampu padam.', en: 'A third was dark.' } } }],
  ])
  single = await stage.published()
  await startRevision(stage.as(cast.author), { practiceId: single })
  await stage.save(cast.author, single, 'identity', { tagline: { id: SECRET, en: null } })
  draft = await stage.draft()
}, 240_000)

type Save = Parameters<typeof stage.save>

async function publishNext(changes: [section: Save[2], patch: Save[3]][]) {
  await startRevision(stage.as(cast.author), { practiceId: id })
  for (const [section, patch] of changes) await stage.save(cast.author, id, section, patch)
  await stage.publish(await stage.verify(await stage.submit(id)))
}

/** What was withdrawn is named, once, in the facts of its tombstone; nothing else of it is left. */
const withoutFacts = (html: string) => html.replace(/<dl class="facts">.*?<\/dl>/s, '')

const get = (path: string, init: RequestInit = {}) => fetch(site + path, { redirect: 'manual', ...init })

/** What was written by the owner: everything in the article but what lives on (adoptions, likenesses, history). */
function articleOf(html: string): string {
  const sections = [...html.matchAll(/<section class="sec[^"]*" id="([^"]+)".*?<\/section>/gs)]
  return sections
    .filter(([, name = '']) => !['adopsi', 'riwayat', 'serupa'].includes(name))
    .map(([section]) => section)
    .join('\n')
}

const jsonLdOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')
const linkOf = (html: string, rel: string, hreflang?: string) =>
  new RegExp(`<link rel="${rel}"${hreflang ? ` hrefLang="${hreflang}"` : ''} href="([^"]+)"`, 'i')
    .exec(html)?.[1]
    ?.replaceAll('&amp;', '&')
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('versions', () => {
  test('a version is byte for byte what it was, whatever was published after it', async () => {
    const now = await (await get(`/practices/${id}/v1`)).text()
    expect(frozen.length).toBeGreaterThan(2000)
    expect(articleOf(now)).toBe(frozen)
    expect(now).toContain('Anda membaca versi 1. Versi terbaru adalah versi 3.')
    expect(now).not.toContain('Lampu padam diganti dalam dua hari.')
  })

  test('the history names what each version changed and leads to the comparison', async () => {
    const html = await (await get(`/practices/${id}`)).text()
    const history = /id="riwayat".*?<\/section>/s.exec(html)?.[0] ?? ''
    expect(history).toContain('perubahan pada')
    expect(history).toContain(`/practices/${id}/diff?from=2&amp;to=3`)
    expect(history).toContain(`/practices/${id}/diff?from=1&amp;to=2`)
    expect(history).toContain(`href="/practices/${id}/v1"`)
    expect(history).toContain('terbitan pertama')
  })

  test('search engines are led to the newest', async () => {
    for (const version of ['v1', 'v3']) {
      const html = await (await get(`/practices/${id}/${version}`)).text()
      expect(metaOf(html, 'robots')).toBe('noindex')
      expect(linkOf(html, 'canonical')).toBe(`${site}/practices/${id}`)
      expect(jsonLdOf(html)).toBeNull()
    }
    expect(metaOf(await (await get(`/practices/${id}`)).text(), 'robots')).toBeUndefined()
  })
})

describe('what programs are told', () => {
  test.each(['GET', 'HEAD'])('links of the page, %s, kept and not kept', async (method) => {
    for (const _turn of [1, 2]) {
      const response = await get(`/practices/${id}`, { method })
      const links = response.headers.get('Link') ?? ''
      expect(links).toContain(`<${site}/practices/${id}/v3>; rel="cite-as"`)
      expect(links).toContain(
        `<${site}/practices/${id}.pdf?lang=en>; rel="item"; type="application/pdf"; hreflang="en"`,
      )
      expect(links).toContain(`<${site}/practices/${id}/v2>; rel="predecessor-version"`)
      expect(links).toContain('<mailto:pelita@contoh.invalid>; rel="author"')
      expect(links.length).toBeLessThan(2500)
      await response.arrayBuffer()
    }
  })

  test('every link of a page and of a version leads to something', { timeout: 90_000 }, async () => {
    for (const path of [`/practices/${id}`, `/practices/${id}/v1`, `/practices/${id}/v2`]) {
      const header = (await get(path)).headers.get('Link') ?? ''
      const addresses = [...header.matchAll(/<([^>]+)>; rel="([^"]+)"(?:; type="([^"]+)")?/g)]
      expect(addresses.length).toBeGreaterThan(8)
      for (const [, address = '', , type] of addresses.filter(([, address]) => address?.startsWith(site))) {
        const response = await fetch(address)
        expect([address, response.status]).toEqual([address, 200])
        if (type) expect(response.headers.get('Content-Type')).toContain(type)
        await response.arrayBuffer()
      }
    }
  })

  test('links as a document', async () => {
    const response = await get(`/practices/${id}/links?v=2`)
    expect(response.headers.get('Content-Type')).toContain('application/linkset+json')
    const { linkset } = (await response.json()) as { linkset: Record<string, unknown>[] }
    expect(linkset[0]).toMatchObject({
      anchor: `${site}/practices/${id}/v2`,
      'cite-as': [{ href: `${site}/practices/${id}/v2` }],
      'successor-version': [{ href: `${site}/practices/${id}/v3` }],
      'latest-version': [{ href: `${site}/practices/${id}` }],
    })
  })

  test.each([
    ['', 'id'],
    ['?lang=en', 'en'],
  ])('structured data, alternates and picture of the page %s', async (search, lang) => {
    const html = await (await get(`/practices/${id}${search}`)).text()
    const page = `${site}/practices/${id}`
    expect(linkOf(html, 'canonical')).toBe(page + search)
    expect(linkOf(html, 'alternate', 'id')).toBe(`${page}?lang=id`)
    expect(linkOf(html, 'alternate', 'en')).toBe(`${page}?lang=en`)
    expect(linkOf(html, 'alternate', 'x-default')).toBe(page)
    expect(jsonLdOf(html)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Report',
      '@id': page,
      reportNumber: id,
      headline: lang === 'id' ? 'Lampu jalan yang dirawat warga' : 'Street lamps kept by residents',
      inLanguage: lang,
      version: '3',
      datePublished: '2026-11-22',
      dateModified: '2026-11-22',
      author: { '@type': 'GovernmentOrganization', name: 'Kabupaten Uji' },
      publisher: { '@type': 'Organization', name: 'JIPP' },
      image: `${page}/card.png?v=3&lang=${lang}`,
      encoding: { encodingFormat: 'application/pdf', contentUrl: `${page}.pdf?lang=${lang}` },
    })
    expect(metaOf(html, 'og:image')).toBe(`${page}/card.png?v=3&lang=${lang}`)
    expect(metaOf(html, 'og:title')).toContain('PELITA CONTOH')
    expect(metaOf(html, 'og:url')).toBe(page + search)
  })

  test('a text of an owner cannot end the script that it is in', async () => {
    const brand = '</script><script>alert(1)</script>'
    const practiceId = await stage.draft()
    await stage.save(cast.author, practiceId, 'identity', { brand })
    await stage.publish(await stage.verify(await stage.submit(practiceId)))
    const html = await (await get(`/practices/${practiceId}`)).text()
    expect(html).not.toContain('<script>alert(1)')
    expect(jsonLdOf(html).alternateName).toBe(brand)
    expect((await get(`/practices/${practiceId}.pdf`)).status).toBe(200)
    expect((await get(`/practices/${practiceId}/card.png`)).status).toBe(200)
  })
})

describe('the comparison', () => {
  const diff = (query: string, practice = id) => get(`/practices/${practice}/diff${query}`)

  test('shows changed words of both sides, folds what stayed, and names other versions', async () => {
    const html = await (await diff('?from=1&to=3')).text()
    expect(html).toContain('Perubahan dari versi 1 ke versi 3')
    expect(html).toMatch(/<ins>(?:<span[^>]*>[^<]*<\/span>)?A third was dark/)
    expect(html).toMatch(/<del>/)
    expect(html).toContain('3 bagian berubah')
    expect(html).toMatch(/<details class="fold">/)
    expect(html).not.toMatch(/<script(?! type="application\/ld)/)
    expect(metaOf(html, 'robots')).toBe('noindex, nofollow')
  })

  test('English texts are marked as English', async () => {
    expect(await (await diff('?from=2&to=3')).text()).toMatch(/<p class="pre" lang="en"><ins>.{0,60}A third was dark/)
    expect(await (await diff('?from=2&to=3&lang=en')).text()).toContain('Changes from version 2 to version 3')
  })

  test.each([
    ['', 200, 'Perubahan dari versi 2 ke versi 3'],
    ['?from=1', 200, 'Perubahan dari versi 1 ke versi 3'],
    ['?to=2', 200, 'Perubahan dari versi 1 ke versi 2'],
    ['?from=v1&to=v2', 200, 'Perubahan dari versi 1 ke versi 2'],
    ['?from=2&to=2', 200, 'Kedua sisi adalah versi 2'],
    ['?from=1&to=9', 404, 'Tidak ada versi terbit dengan nomor 9'],
    ['?from=8&to=9', 404, 'Tidak ada versi terbit dengan nomor 8 dan 9'],
    ['?from=satu&to=2', 400, 'Nomor versi tidak dapat dibaca'],
    ['?from=-1&to=2', 400, 'Nomor versi tidak dapat dibaca'],
    ['?from=1&to=999999999999', 400, 'Nomor versi tidak dapat dibaca'],
    ['?from=1%00&to=2', 400, 'Nomor versi tidak dapat dibaca'],
  ])('%s answers %i', async (query, status, words) => {
    const response = await diff(query)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
  })

  test('a pair the wrong way round leads to the right one', async () => {
    const response = await diff('?from=3&to=1')
    expect([response.status, response.headers.get('Location')]).toEqual([301, `/practices/${id}/diff?from=1&to=3`])
  })

  test('of one version there is nothing to compare, and what is being written stays unseen', async () => {
    const html = await (await diff('', single)).text()
    expect(html).toContain('baru mempunyai satu versi terbit')
    const next = await diff('?from=1&to=2', single)
    expect(next.status).toBe(404)
    expect(await next.text()).not.toContain(SECRET)
  })
})

describe('citations', () => {
  test.each([
    ['', 'text/plain', 'inline', /^Kabupaten Uji\. \(2026\)\. Lampu jalan/],
    ['?format=apa&v=1', 'text/plain', 'inline', /versi 1\)/],
    ['?format=bibtex', 'application/x-bibtex', 'attachment; filename="ID-v3.bib"', /^@misc\{jipp-/],
    [
      '?format=ris&lang=en',
      'application/x-research-info-systems',
      'attachment; filename="ID-v3.ris"',
      /TI {2}- Street/,
    ],
    ['?format=nota-dinas&lang=en', 'text/plain', 'inline', /^Sebagai bahan pertimbangan/],
  ])('%s', async (query, type, disposition, words) => {
    const response = await get(`/practices/${id}/cite${query}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`)
    expect(response.headers.get('Content-Disposition')).toContain(disposition.replace('ID', id))
    expect(response.headers.get('Set-Cookie')).toBeNull()
    expect(await response.text()).toMatch(words)
  })

  test.each([
    ['?format=chicago', 400],
    ['?format=%00', 400],
    ['?v=0', 400],
    ['?v=dua', 400],
    ['?lang=fr', 400],
    ['?lang=id&lang=en', 400],
    ['?v=4', 404],
    ['?v=999999', 404],
  ])('%s is refused with %i in one line', async (query, status) => {
    const response = await get(`/practices/${id}/cite${query}`)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain('text/plain')
    expect((await response.text()).trim().split('\n')).toHaveLength(1)
  })
})

describe('the PDF', () => {
  const pdfOf = async (query = '') =>
    readPdf(new Uint8Array(await (await get(`/practices/${id}.pdf${query}`)).arrayBuffer()))

  test('holds the practice, tagged, in the language asked for, and leads back to its version', async () => {
    const response = await get(`/practices/${id}.pdf`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(bytes.length).toBeLessThan(200_000)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Content-Disposition')).toBe(`inline; filename="${id}-v3-id.pdf"`)
    expect(response.headers.get('Link')).toContain(`<${site}/practices/${id}>; rel="canonical"`)
    const pdf = readPdf(bytes)
    const text = pdf.pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll('\n', ' ')
    expect(pdf.info.Title).toBe('Lampu jalan yang dirawat warga')
    expect(pdf.catalog).toMatch(/\/Lang \(id-ID\)/)
    expect(pdf.alternatives).toEqual([`Kode QR ke ${site}/practices/${id}/v3`])
    for (const words of ['Pada 2023 sepertiga lampu padam.', 'Rp450.000', 'Lampu pengganti', 'versi 3', 'Bagian inti'])
      expect(text).toContain(words)
    const english = await pdfOf('?lang=en')
    expect(english.info.Title).toBe('Street lamps kept by residents')
    expect(english.catalog).toMatch(/\/Lang \(en-GB\)/)
  })

  test('of an old version is of that version', async () => {
    const response = await get(`/practices/${id}.pdf?v=1`)
    expect(response.headers.get('X-Robots-Tag')).toBe('noindex')
    const { pages } = readPdf(new Uint8Array(await response.arrayBuffer()))
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll('\n', ' ')
    expect(text).toContain('Warga melaporkan lampu yang padam')
    expect(text).not.toContain('dua hari')
  })

  test('the same bytes every time, and 304 for whoever has them', async () => {
    const first = await get(`/practices/${id}.pdf`)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    const known: Record<string, string>[] = [{ 'If-None-Match': etag }, { 'If-None-Match': etag, Cookie: 'theme=dark' }]
    for (const headers of known) expect((await get(`/practices/${id}.pdf`, { headers })).status).toBe(304)
    expect(Buffer.compare(Buffer.from(await first.arrayBuffer()), await bytesOf(`/practices/${id}.pdf`))).toBe(0)
  })

  test('many at once are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        get(`/practices/${id}.pdf?v=${1 + (index % 3)}&lang=${index % 2 ? 'id' : 'en'}`),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200))
  })
})

const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer())

test('the picture is 1200 × 630 and light', async () => {
  for (const query of ['', '?lang=en', '?v=1']) {
    const response = await get(`/practices/${id}/card.png${query}`)
    expect(response.headers.get('Content-Type')).toBe('image/png')
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.length).toBeLessThan(60_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' })
  }
})

describe('who asks does not matter', () => {
  test('a signed-in person is neither answered from what is kept nor kept', async () => {
    const cookie = await signedInCookie(db, cast.author.userId, cast.author.hat?.membershipId)
    for (const path of [
      `/practices/${id}.pdf`,
      `/practices/${id}/cite`,
      `/practices/${id}/diff`,
      `/practices/${id}/v1`,
    ]) {
      await (await get(path)).arrayBuffer()
      const kept = await get(path)
      const mine = await get(path, { headers: { Cookie: cookie } })
      expect([path, kept.headers.get('X-Page-Cache'), mine.headers.get('X-Page-Cache'), mine.status]).toEqual([
        path,
        'hit',
        null,
        200,
      ])
      expect(await kept.text()).not.toContain(cast.author.name)
      await mine.arrayBuffer()
    }
  })
})

test('a name whose owner took back the consent is in no version, no comparison and no sheet', async () => {
  const [name, other] = ['Orang Yang Menarik Izin', 'Orang Yang Tetap']
  const practiceId = await stage.draft()
  const innovators = [name, other].map((person) => ({ name: person, consent: true }))
  await stage.save(cast.author, practiceId, 'identity', { innovators })
  await stage.publish(await stage.verify(await stage.submit(practiceId)))
  expect(await (await get(`/practices/${practiceId}`)).text()).toContain(name)
  await startRevision(stage.as(cast.author), { practiceId })
  await stage.save(cast.author, practiceId, 'identity', { innovators: [{ name: other, consent: true }] })
  await stage.publish(await stage.verify(await stage.submit(practiceId)))
  await sleep(MOMENT_MS)
  for (const path of ['', '/v1', '/v2', '/diff?from=1&to=2'])
    expect(await (await get(`/practices/${practiceId}${path}`)).text()).not.toContain(name)
  const { pages } = readPdf(new Uint8Array(await bytesOf(`/practices/${practiceId}.pdf?v=1`)))
  const text = pages
    .map((page) => page.text)
    .join(' ')
    .replaceAll('\n', ' ')
  expect(text).toContain(other)
  expect(text).not.toContain(name)
})

describe('what is not public', () => {
  const files = (practice: string) => [
    `/practices/${practice}.pdf`,
    `/practices/${practice}/card.png`,
    `/practices/${practice}/cite?format=bibtex`,
    `/practices/${practice}/links`,
    `/practices/${practice}/diff?from=1&to=2`,
    `/practices/${practice}/v1`,
  ]

  test('a draft has no file', async () => {
    for (const path of files(draft)) expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  test('the text that is being written is in no file of the published one', async () => {
    for (const path of [...files(single), `/practices/${single}.pdf?v=2`, `/practices/${single}/cite?v=2`]) {
      const response = await get(path)
      const bytes = Buffer.from(await response.arrayBuffer())
      const text =
        path.includes('.pdf') && response.ok
          ? readPdf(bytes)
              .pages.map((page) => page.text)
              .join(' ')
          : bytes.toString()
      expect(text.replaceAll('\n', ' ')).not.toContain(SECRET)
    }
    expect((await get(`/practices/${single}.pdf?v=2`)).status).toBe(404)
  })

  test.each([
    'JIPP-11-9999',
    'JIPP-1-1',
    'jipp',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    '%f0%9f%99%82',
    "'%20or%201=1--",
    'a'.repeat(600),
  ])('nobody finds %s', async (practice) => {
    for (const path of files(practice))
      expect((await get(path)).status).toSatisfy((status: number) => status === 404 || status === 400)
  })

  test('the preview of a draft says that there is no citation of it yet', async () => {
    const cookie = await signedInCookie(db, cast.author.userId, cast.author.hat?.membershipId)
    const html = await (await get(`/work/practices/${draft}/preview`, { headers: { cookie } })).text()
    expect(html).toContain('Naskah ini belum terbit, jadi belum ada kutipannya.')
    expect(html).toContain('1, draf yang belum terbit')
    expect(html).not.toContain('1970')
    expect(html).not.toContain(`/practices/${draft}/v1`)
  })

  test('the page of a withdrawn practice names it, its owner and its successor', async () => {
    const practice = await stage.published()
    await withdrawPractice(stage.as(cast.curator), { practiceId: practice, reason: 'duplicate', successor: id })
    const html = await (await get(`/practices/${practice}`)).text()
    const facts = /<dl.*?<\/dl>/s.exec(html)?.[0] ?? ''
    const { title } = practiceContent()
    expect(facts).toContain(title.id)
    expect(facts).toContain(cast.organisations.regency.name)
    expect(facts).toContain(`<a href="/practices/${id}">${title.id}</a>`)
    const english = await (await get(`/practices/${practice}?lang=en`)).text()
    expect(english).toContain('<dt>Owner</dt>')
  })

  test.each(['', '/v1', '/questions', '/cite?format=ris&lang=en', '.pdf?v=1'])(
    'small letters in the number lead to the one address, %s',
    async (rest) => {
      const response = await get(`/practices/${id.toLowerCase()}${rest}`)
      expect(response.status).toBe(301)
      expect(response.headers.get('Location')).toBe(`/practices/${id}${rest}`)
      const api = await get(`/api/v1/practices/${id.toLowerCase()}`, { method: 'HEAD' })
      expect(api.headers.get('Location')).toBe(`/api/v1/practices/${id}`)
    },
  )

  test('withdrawn: every address forgets it at once, only its citation stays and says so', async () => {
    const practice = await stage.published()
    for (const path of files(practice)) await (await get(path)).arrayBuffer()
    await withdrawPractice(stage.as(cast.curator), { practiceId: practice, reason: 'duplicate', successor: id })
    await sleep(MOMENT_MS)
    for (const path of files(practice)) {
      const response = await get(path)
      const words = await response.text()
      if (path.includes('cite')) {
        expect(response.status).toBe(200)
        expect(words).toContain(`ditarik 22 November 2026: duplikat; pengganti ${id}`)
      } else {
        expect([path, response.status]).toEqual([path, 410])
        expect(withoutFacts(words)).not.toContain('Lampu jalan')
        expect(words).toContain(id)
      }
    }
    const page = await get(`/practices/${practice}`)
    expect(page.status).toBe(410)
    expect(await page.text()).toContain(`/practices/${practice}/cite?format=apa`)
    const search = await (await get('/api/v1/practices?q=lampu')).text()
    expect(search).not.toContain(practice)
  })
})
