import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { nextMidnight } from '../domain/shared/dates.ts'
import { type Answer, etagOf, headOf, holdBack, KeptPages, sendKept } from './kept-page.ts'
import { type Encoding, pageKey } from './page-key.ts'

/** "2 bulan lalu", "hari ini": no page is older than this, and none outlives a midnight of Indonesia. */
const MAX_AGE_MS = 60_000
/** What an answer may depend on; the key holds it all. */
const KNOWN_VARIANTS = new Set(['cookie', 'accept-language', 'accept-encoding'])

type PageCacheOptions = {
  maxBytes: number
  /** The version of what visitors see, as the database has it now; see db/public-content.server.ts. */
  version: () => Promise<number>
  /** Says in a header whether a page was kept. */
  isTold: boolean
  /** Called when a kept page was sent; `startedAt` as `performance.now()` counts. */
  onSent?: (request: IncomingMessage, status: number, answer: { requestId: string; startedAt: number }) => void
  now?: () => number
}

export type PageCache = {
  /** Puts the cache before a program: the same answers, sooner. */
  before(app: RequestListener): RequestListener
  /** Lets go of everything: what visitors see has changed, or may have. */
  drop(): void
}

/**
 * Finished answers to visitors without a session, compressed, in memory. Each is kept with the version of the public
 * content that was read before it was made, and is sent only when the database, asked after the request came in, still
 * has that version: nobody is ever shown what was withdrawn, in whatever process.
 */
export function pageCache({ maxBytes, version, isTold, onSent, now = Date.now }: PageCacheOptions): PageCache {
  const pages = new KeptPages(maxBytes)
  /** Pages that are being made: whoever asks for the same one waits for it. */
  const flights = new Map<string, Promise<void>>()
  const mark = (state: 'hit' | 'miss') => (isTold ? ['x-page-cache', state] : [])

  async function answer(request: IncomingMessage, response: ServerResponse, key: string): Promise<number | undefined> {
    const startedAt = performance.now()
    await flights.get(key)
    const current = await version()
    const page = pages.get(key)
    if (page?.version !== current || page.until <= now()) return current
    const requestId = sendKept(request, response, page, mark('hit'))
    onSent?.(request, response.statusCode, { requestId, startedAt })
    return undefined
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
        pages.set(key, { version: current, until, etag, head, body: made.body })
        if (isTold) made.headers['x-page-cache'] = 'miss'
      }
      land()
      return made.headers
    })
  }

  return {
    before: (app) => (request, response) => {
      const asked = pageKey(request)
      if (!asked) return app(request, response)
      const { key, encoding } = asked
      answer(request, response, key)
        .then((current) => {
          if (current === undefined) return
          // An answer to HEAD has no body to keep.
          if (request.method === 'GET' && !flights.has(key)) make(response, key, encoding, current)
          app(request, response)
        })
        // A database that says nothing: the program knows what to answer then.
        .catch(() => app(request, response))
    },
    drop: () => pages.clear(),
  }
}

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
