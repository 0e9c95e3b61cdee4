import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askLink, type Reach } from '#app/domain/link/ask-link.server.ts'
import { checkLinks } from '#app/domain/link/check-links.server.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { practiceWorkItems } from '#app/domain/practice/work-items.server.ts'
import { outsideLinks } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { castOf } from '../practice/cast.ts'
import { NOW, stageOf } from '../practice/stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)

const asked: string[] = []
const ANSWERS: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/ada': (response) => response.writeHead(200).end(),
  '/hilang': (response) => response.writeHead(404).end(),
  '/hanya-get': (response, { method }) => response.writeHead(method === 'HEAD' ? 405 : 200).end('x'.repeat(100_000)),
  '/pindah': (response) => response.writeHead(301, { Location: '/ada' }).end(),
  '/putar': (response) => response.writeHead(302, { Location: '/putar' }).end(),
  '/ke-dalam': (response) => response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/ke-dalam-6': (response) => response.writeHead(302, { Location: 'http://[::ffff:10.0.0.1]/' }).end(),
  '/ke-berkas': (response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/rusak': (response) => response.writeHead(500).end(),
}
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  ANSWERS[request.url ?? '']?.(response, request)
})
let origin = ''
let reach: Reach

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  reach = { isAllowed: (address) => address === '127.0.0.1', ports: [String(port), ''] }
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test.each([
  ['/ada', 'fine', '200'],
  ['/hanya-get', 'fine', '200'],
  ['/pindah', 'fine', '200'],
  ['/hilang', 'gone', '404'],
  ['/rusak', 'silent', '500'],
  ['/putar', 'silent', 'redirects'],
  ['/ke-dalam', 'silent', 'not-public'],
  ['/ke-dalam-6', 'silent', 'not-public'],
  ['/ke-berkas', 'silent', 'not-public'],
])('%s is %s (%s)', async (path, kind, answer) => {
  expect(await askLink(origin + path, reach)).toEqual({ kind, answer })
})

test('the program itself reaches nothing on this machine or in its network, by number, by name or by redirect', async () => {
  const before = asked.length
  const port = new URL(origin).port
  for (const url of [
    origin,
    `http://localhost:${port}/ada`,
    'http://localhost/ada',
    'http://127.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0/',
    'http://10.0.0.1/',
    'http://user:pass@example.org/',
    'ftp://example.org/',
  ])
    expect(await askLink(url)).toEqual({ kind: 'silent', answer: 'not-public' })
  expect(asked.length).toBe(before)
})

test('dead links of a published practice become work of its author, and are shown on its page', {
  timeout: 60_000,
}, async () => {
  const publicId = await stage.draft()
  await stage.save(cast.author, publicId, 'sources', {
    sources: [`${origin}/ada`, `${origin}/hilang`],
    awards: [],
    replicatedBy: [],
    remarks: null,
  })
  await stage.publish(await stage.verify(await stage.submit(publicId)))
  const check = (day: number) =>
    checkLinks({ db, now: new Date(NOW.getTime() + day * 86_400_000) }, { reach, pauseMs: 1 })
  const dead = async () => (await readWorkPractice(stage.as(cast.author), publicId)).deadLinks.map(({ url }) => url)

  expect(await check(0)).toBe(2)
  expect(await check(0)).toBe(0)
  expect(await dead()).toEqual([])
  expect(await check(2)).toBe(1)
  expect(await dead()).toEqual([`${origin}/hilang`])
  expect(
    await db.select({ url: outsideLinks.url, state: outsideLinks.state }).from(outsideLinks).orderBy(outsideLinks.url),
  ).toEqual([
    { url: `${origin}/ada`, state: 'fine' },
    { url: `${origin}/hilang`, state: 'dead' },
  ])
  const items = await practiceWorkItems(stage.as(cast.author))
  expect(items.filter(({ kind }) => kind === 'practice_links')).toHaveLength(1)
  const others = await practiceWorkItems(stage.as(cast.neighbourAuthor))
  expect(others.filter(({ kind }) => kind === 'practice_links')).toEqual([])
})
