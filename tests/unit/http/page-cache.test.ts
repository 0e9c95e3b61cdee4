import { createServer, request as httpRequest, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { pageCache } from '#app/http/page-cache.server.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A program behind a cache, with a version and a clock that tests turn. */
async function site(app: RequestListener, maxBytes = 1_000_000) {
  const world = {
    version: 1,
    now: Date.parse('2026-11-22T03:00:00Z'),
    isDatabaseThere: true,
    clock: 0,
    isClockHeld: false,
    questions: 0,
  }
  const calls = vi.fn(app)
  const cache = pageCache({
    maxBytes,
    isTold: true,
    now: () => world.now,
    // Time passes between any two requests, unless a test holds it.
    clock: () => {
      if (!world.isClockHeld) world.clock += 1_000
      return world.clock
    },
    version: async () => {
      world.questions += 1
      if (!world.isDatabaseThere) throw new Error('no database')
      return world.version
    },
  })
  const server = createServer(cache.before(calls)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  open.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const get = (path = '/', headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string; mark: unknown }>((resolve, reject) => {
      httpRequest({ port, path, method, headers, host: '127.0.0.1', agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response
          resolve({ status, headers, body: Buffer.concat(chunks).toString(), mark: headers['x-page-cache'] })
        })
      })
        .on('error', reject)
        .end()
    })
  return { world, calls, cache, get, port }
}

const counting = (): RequestListener => {
  let made = 0
  return (_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.setHeader('Vary', 'Cookie, Accept-Language')
    response.end(`page ${++made}`)
  }
}

test('the second answer is the first one, under an id of its own', async () => {
  const { get, calls } = await site((_request, response) => {
    response.setHeader('X-Request-Id', 'first')
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.write('two ')
    response.end('pieces')
  })
  const [first, second] = [await get(), await get()]
  expect(calls).toHaveBeenCalledTimes(1)
  expect([first.mark, second.mark]).toEqual(['miss', 'hit'])
  expect(second).toMatchObject({ status: 200, body: 'two pieces' })
  expect(second.headers).toMatchObject({
    'content-type': 'text/html',
    'content-length': '10',
    etag: first.headers.etag,
  })
  expect(first.headers['x-request-id']).toBe('first')
  expect(second.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
})

test('a change makes it worthless, whether it was announced or not', async () => {
  const { get, world, cache } = await site(counting())
  expect((await get()).body).toBe('page 1')
  world.version = 2
  expect((await get()).body).toBe('page 2')
  expect((await get()).body).toBe('page 2')
  cache.drop()
  expect((await get()).body).toBe('page 3')
})

test('requests of one moment share a question, and who changed something is not answered with an older one', async () => {
  const { get, world } = await site((request, response) => {
    if (request.method === 'POST') world.version += 1
    response.end(`version ${world.version}`)
  })
  await get()
  world.isClockHeld = true
  world.clock += 1_000
  const before = world.questions
  for (let i = 0; i < 10; i++) expect((await get()).mark).toBe('hit')
  expect(world.questions).toBe(before + 1)
  world.clock += 1
  await get('/work', {}, 'POST')
  world.clock += 1
  expect((await get()).body).toBe('version 2')
  // Somebody else's change, in another process: seen when the moment is over.
  world.version = 3
  world.clock += 20
  expect((await get()).body).toBe('version 3')
})

test('what changes while a page is being made is not missed', async () => {
  const { get, world } = await site((_request, response) => {
    const text = `made at ${world.version}`
    setTimeout(() => response.end(text), 30)
  })
  const first = get()
  await new Promise((resolve) => setTimeout(resolve, 10))
  world.version = 2
  expect((await first).body).toBe('made at 1')
  expect((await get()).body).toBe('made at 2')
})

test('no page is older than a minute, and none outlives midnight', async () => {
  const { get, world } = await site(counting())
  await get()
  world.now += 59_000
  expect((await get()).body).toBe('page 1')
  world.now += 2_000
  expect((await get()).body).toBe('page 2')
  // Ten seconds before midnight in Jakarta.
  world.now = Date.parse('2026-11-22T16:59:50Z')
  expect((await get()).body).toBe('page 3')
  world.now += 11_000
  expect((await get()).body).toBe('page 4')
})

test('a hundred who ask at once for the same page let it be made once', async () => {
  const { get, calls } = await site((_request, response) => void setTimeout(() => response.end('slow'), 50))
  const answers = await Promise.all(Array.from({ length: 100 }, () => get('/practices?q=a')))
  expect(calls).toHaveBeenCalledTimes(1)
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['slow']))
})

test('a client that leaves does not keep the others waiting', async () => {
  let made = 0
  const { get, port, calls } = await site((_request, response) => {
    // The first one is never answered.
    if (++made > 1) response.end('answered')
  })
  const gone = new AbortController()
  const first = httpRequest({ port, host: '127.0.0.1', path: '/about', signal: gone.signal }).on('error', () => {})
  first.end()
  await expect.poll(() => calls.mock.calls.length).toBe(1)
  const second = get('/about')
  gone.abort()
  expect((await second).body).toBe('answered')
})

test('304 for who has it, in any of the ways to say so', async () => {
  const { get } = await site(counting())
  const { etag = '' } = (await get()).headers
  expect(etag).toMatch(/^"[\w-]{22}"$/)
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const answer = await get('/', { 'If-None-Match': known })
    expect(answer).toMatchObject({ status: 304, body: '' })
    expect(answer.headers).toMatchObject({ etag, vary: 'Cookie, Accept-Language' })
  }
  expect(await get('/', { 'If-None-Match': '"other"' })).toMatchObject({ status: 200, body: 'page 1' })
})

test('HEAD is answered from a kept page, and keeps none', async () => {
  const { get, calls } = await site((request, response) => response.end(request.method === 'HEAD' ? undefined : 'body'))
  await get('/', {}, 'HEAD')
  await get('/')
  const head = await get('/', {}, 'HEAD')
  expect(head).toMatchObject({ status: 200, body: '', mark: 'hit' })
  expect(head.headers['content-length']).toBe('4')
  expect(calls).toHaveBeenCalledTimes(2)
})

describe('not kept', () => {
  const answer =
    (status: number, headers: Record<string, string | string[]> = {}, body = 'text'): RequestListener =>
    (_request, response) => {
      response.writeHead(status, headers).end(body)
    }
  test.each<[string, RequestListener]>([
    ['not found', answer(404)],
    ['withdrawn', answer(410)],
    ['an error', answer(500)],
    ['the database away', answer(503)],
    ['a redirect', answer(302, { Location: '/' })],
    ['a cookie', answer(200, { 'Set-Cookie': ['lang=id', 'a=b'] })],
    ['said so', answer(200, { 'Cache-Control': 'no-store' })],
    ['empty', answer(200, {}, '')],
    ['an encoding that others may not read', answer(200, { 'Content-Encoding': 'deflate' })],
    ['depends on what the key does not hold', answer(200, { Vary: 'User-Agent' })],
    [
      'another engine stood in',
      (_request, response) => {
        Object.assign(response, { locals: { isDegraded: true } }).end('text')
      },
    ],
  ])('%s', async (_name, app) => {
    const { get, calls } = await site(app)
    await get()
    const second = await get()
    expect(calls).toHaveBeenCalledTimes(2)
    expect(second.mark).toBeUndefined()
    expect(second.headers.etag).toBeUndefined()
  })

  test('a signed-in page, which is not made of a kept one either', async () => {
    const { get, calls } = await site((request, response) => response.end(request.headers.cookie ?? 'visitor'))
    const cookie = 'jipp_session=secret'
    expect((await get('/', { cookie })).body).toBe(cookie)
    expect((await get('/')).body).toBe('visitor')
    expect((await get('/', { cookie })).body).toBe(cookie)
    expect((await get('/')).body).toBe('visitor')
    expect(calls).toHaveBeenCalledTimes(3)
  })

  test('while the database is away the program itself answers, every time', async () => {
    const { get, world } = await site(counting())
    await get()
    world.isDatabaseThere = false
    expect((await get()).body).toBe('page 2')
    expect((await get()).body).toBe('page 3')
  })
})

test('memory is bounded: what nobody asked for longest goes', async () => {
  const { get, calls } = await site((request, response) => response.end(request.url?.padEnd(2_000)), 20_000)
  for (let i = 0; i < 30; i++) {
    await get('/about')
    await get(`/practices?page=${i}`)
  }
  const before = calls.mock.calls.length
  await get('/about')
  expect(calls).toHaveBeenCalledTimes(before)
  await get('/practices?page=0')
  expect(calls).toHaveBeenCalledTimes(before + 1)
})
