import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { nextMidnight } from '../domain/shared/dates.ts'
import { ConfirmedVersion } from './confirmed-version.ts'
import { type Answer, etagOf, headOf, holdBack, KeptPages, sendKept, shortHeadOf } from './kept-page.ts'
import { type Encoding, pageKey } from './page-key.ts'

/** "2 bulan lalu", "hari ini": no page is older than this, and none outlives a midnight of Indonesia. */
const MAX_AGE_MS = 60_000
/**
 * For so long after the question left, the answer of the database is believed. Requests that come one by one are each
 * confirmed anew; hundreds at a time share a question.
 */
const BELIEVED_MS = 20
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
/** What an answer may depend on; the key holds it all. */
const KNOWN_VARIANTS = new Set(['cookie', 'accept-language', 'accept-encoding'])

type PageCacheOptions = {
  maxBytes: number
  /** The version of what visitors see, as the database has it now; see db/public-content.server.ts. */
  version: () => Promise<number>
  /** Says in a header whether a page was kept. */
  isTold: boolean
  /** Called when a kept page was sent; `startedAt` as `performance.now()` counts. */
  onSent?: (request: IncomingMessage, answer: { requestId: string; status: number; startedAt: number }) => void
  now?: () => number
  /** Milliseconds that only grow. */
  clock?: () => number
}

export type PageCache = {
  /** Puts the cache before a program: the same answers, sooner. */
  before(app: RequestListener): RequestListener
  /** Lets go of everything: what visitors see has changed, or may have. */
  drop(): void
}

/**
 * Finished answers to visitors without a session, compressed, in memory. Each is kept with the version of the public
 * content that was read before it was made, and is sent only while the database has that version: what is withdrawn is
 * gone with the next request where it was done, and a few milliseconds later in other processes.
 */
export function pageCache(options: PageCacheOptions): PageCache {
  const { maxBytes, isTold, onSent, now = Date.now, clock = () => performance.now() } = options
  const pages = new KeptPages(maxBytes)
  const confirmed = new ConfirmedVersion({ read: options.version, believedMs: BELIEVED_MS, clock })
  /** Pages that are being made: whoever asks for the same one waits for it. */
  const flights = new Map<string, Promise<void>>()
  const mark = (state: 'hit' | 'miss') => (isTold ? ['x-page-cache', state] : [])

  /** Answers from what is kept; `false` when there is nothing that still holds. */
  function answer(request: IncomingMessage, response: ServerResponse, key: string, version: number): boolean {
    const startedAt = performance.now()
    const page = pages.get(key)
    if (page?.version !== version || page.until <= now()) return false
    const requestId = sendKept(request, response, page, mark('hit'))
    onSent?.(request, { requestId, status: response.statusCode, startedAt })
    return true
  }

  function make(response: ServerResponse, key: string, encoding: Encoding, current: number) {
    const until = Math.min(now() + MAX_AGE_MS, nextMidnight(new Date(now())).getTime())
    let land = () => {}
    const flight = new Promise<void>((resolve) => {
      land = () => {
        flights.delete(key)
        resolve()
      }
    })
    flights.set(key, flight)
    // Also when the client has gone.
    response.once('close', land)
    holdBack(response, (made) => {
      if (isKeepable(made, encoding)) {
        const etag = etagOf(made.body)
        made.headers.etag = etag
        const head = headOf({ ...made.headers, 'content-length': made.body.length })
        pages.set(key, { version: current, until, etag, head, shortHead: shortHeadOf(head), body: made.body })
        if (isTold) made.headers['x-page-cache'] = 'miss'
      }
      land()
      return made.headers
    })
  }

  function serve(request: IncomingMessage, response: ServerResponse, { key, encoding, app }: Asked, version: number) {
    if (answer(request, response, key, version)) return
    // An answer to HEAD has no body to keep.
    if (request.method === 'GET' && !flights.has(key)) make(response, key, encoding, version)
    app(request, response)
  }

  /** What was written is seen by the next request that comes in after the answer: nothing older is believed then. */
  function doubtAtAnswer(response: ServerResponse) {
    const { writeHead } = response
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      confirmed.doubt()
      return writeHead.apply(response, args)
    }) as typeof writeHead
  }

  return {
    before: (app) => (request, response) => {
      if (!READING.has(request.method ?? '')) doubtAtAnswer(response)
      const page = pageKey(request)
      if (!page) return app(request, response)
      const asked = { ...page, app }
      const flight = flights.get(page.key)
      const { fresh } = confirmed
      if (!flight && fresh !== undefined) return serve(request, response, asked, fresh)
      Promise.resolve(flight)
        .then(() => confirmed.ask())
        .then(
          (version) => serve(request, response, asked, version),
          // A database that says nothing: the program knows what to answer then.
          () => app(request, response),
        )
    },
    drop() {
      confirmed.doubt()
      pages.clear()
    },
  }
}

type Asked = { key: string; encoding: Encoding; app: RequestListener }

/** Whole, good, the same for everybody, and as good as it can be. */
function isKeepable({ status, headers, isDegraded, body }: Answer, encoding: Encoding): boolean {
  const { vary, 'content-encoding': compressed = 'identity' } = headers
  return (
    status === 200 &&
    body.length > 0 &&
    !isDegraded &&
    !headers['set-cookie'] &&
    !String(headers['cache-control']).includes('no-store') &&
    (compressed === encoding || compressed === 'identity') &&
    String(vary ?? '')
      .toLowerCase()
      .split(',')
      .every((name) => name.trim() === '' || KNOWN_VARIANTS.has(name.trim()))
  )
}
