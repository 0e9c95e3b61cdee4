import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { env } from './config/env.server.ts'
import { canonicalNumber } from './http/canonical-number.ts'
import { isFromThisSite } from './http/csrf.server.ts'
import { largestBody } from './http/largest-body.ts'
import { logRequest } from './http/logger.server.ts'
import { narrowBuilds } from './http/narrow-build.ts'
import { isForPrograms } from './http/page-key.ts'
import { noteVisit } from './http/search-log.server.ts'
import { noteView } from './http/visits.server.ts'
import { BROTLI_QUALITY } from './http/weighed-page.server.ts'
import { isLang, LANG_COOKIE, LANG_PARAM } from './i18n/lang.ts'
import { openPageCache, platform } from './platform.server.ts'
import { startWorkers } from './workers.server.ts'

export type RunningServer = { url: string; close: () => Promise<void> }

const YEAR = 365 * 86_400

const SECURITY_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: browsers would then send `Origin: null` with forms.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** The Express application around a Remix build: headers, language, CSRF, files, pages. */
export function createApp(
  build: ServerBuild | (() => Promise<ServerBuild>),
  assetsFolder?: string,
  middleware?: express.RequestHandler,
) {
  const settings = env()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.TRUST_PROXY)

  app.use((request, response, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    if (isForPrograms(request.path)) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    if (settings.PUBLIC_URL?.startsWith('https:'))
      response.setHeader('Strict-Transport-Security', `max-age=${YEAR}; includeSubDomains`)
    if (!isReadable(request.path)) {
      response.status(400).type('text/plain').send('Bad request: the address is not valid.')
      return
    }
    // Browsers say how long a form is; without a limit a single one could fill the memory.
    const length = request.get('Transfer-Encoding')
      ? Number.POSITIVE_INFINITY
      : Number(request.get('Content-Length') ?? 0)
    if (length > largestBody(request)) {
      response
        .status(413)
        .set('Connection', 'close')
        .type('text/plain')
        .send(`Terlalu besar (too large): paling banyak (at most) ${largestBody(request) / 1_000_000} MB.`)
      return
    }
    next()
  })
  app.use((request, response, next) => {
    response.on('finish', () => {
      noteVisit(request, response.statusCode)
      noteView(request, response.statusCode, response.locals.organisationId)
    })
    next()
  })
  app.use(canonicalNumber)
  app.use(compression({ threshold: 512, brotli: { params: BROTLI_QUALITY } }))
  // The data of a page is asked for under this ending; a file has nothing beside its bytes.
  app.use('/files', (request, response, next) => {
    if (request.path.endsWith('.data')) response.status(404).type('text/plain').send('Not found.')
    else next()
  })
  if (middleware) app.use(middleware)
  if (assetsFolder) {
    app.use('/assets', express.static(`${assetsFolder}/assets`, { immutable: true, maxAge: '1y', index: false }))
    const files = express.static(assetsFolder, { maxAge: '1h', index: false })
    // Files have an ending, pages have none: these do not wait for a look at the disk.
    app.use((request, response, next) => (extname(request.path) ? files(request, response, next) : next()))
  }
  app.use((request, response, next) => {
    const fine = isFromThisSite({
      method: request.method,
      path: request.path,
      origin: request.get('Origin'),
      host:
        request.get('X-Forwarded-Host') && settings.TRUST_PROXY > 0
          ? request.get('X-Forwarded-Host')
          : request.get('Host'),
      site: request.get('Sec-Fetch-Site'),
      publicUrl: settings.PUBLIC_URL,
    })
    if (!fine) {
      response.status(403).type('text/plain').send('Forbidden: this form was not sent from a page of this site.')
      return
    }
    const lang = request.query[LANG_PARAM]
    // Data and files are kept by caches: they carry no cookie.
    if (isLang(lang) && !isForPrograms(request.path))
      response.cookie(LANG_COOKIE, lang, { maxAge: YEAR * 1000, sameSite: 'lax', path: '/' })
    next()
  })
  const handlerFor = handlers(build)
  app.all('*', (request, response, next) => {
    const startedAt = performance.now()
    const context = {
      requestId: randomUUID(),
      clientAddress: request.ip ?? '',
      memo: {} as { cookie?: string; isDegraded?: boolean; organisationId?: string },
    }
    response.setHeader('X-Request-Id', context.requestId)
    const writeHead = response.writeHead.bind(response)
    // A session that was used is prolonged: its cookie goes out with whatever page this is.
    response.writeHead = ((...args: Parameters<typeof response.writeHead>) => {
      if (context.memo.isDegraded) response.locals.isDegraded = true
      response.locals.organisationId = context.memo.organisationId
      if (context.memo.cookie && !response.getHeader('Set-Cookie')?.toString().includes('jipp'))
        response.appendHeader('Set-Cookie', context.memo.cookie)
      return writeHead(...args)
    }) as typeof response.writeHead
    response.on('finish', () => {
      // A body that nobody read would block the next request of this connection.
      if (!request.complete) request.removeAllListeners('data').resume()
      const { method, path } = request
      logRequest({ requestId: context.requestId, method, path, status: response.statusCode }, startedAt)
    })
    response.locals.load = context
    return handlerFor(request.path)(request, response, next)
  })
  return app
}

/** The Remix handler for an address; it takes its load context from `response.locals.load`. */
function handlers(build: ServerBuild | (() => Promise<ServerBuild>)): (path: string) => RequestHandler {
  const { NODE_ENV: mode } = env()
  const handle = (one: typeof build) =>
    createRequestHandler({ build: one, mode, getLoadContext: (_, { locals }) => locals.load })
  if (typeof build === 'function') {
    const all = handle(build)
    return () => all
  }
  const buildFor = narrowBuilds(build)
  const made = new Map<ServerBuild, RequestHandler>()
  return (path) => {
    const narrow = buildFor(path)
    const handler = made.get(narrow) ?? handle(narrow)
    made.set(narrow, handler)
    return handler
  }
}

/** Broken percent-encoding is a wrong address, not an error of the server; NUL is in no name, and the database refuses it. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Starts listening, and the workers that send mail and follow the search index. `close` drains requests first. */
export async function startServer(options: {
  port: number
  host: string
  assetsFolder?: string
  build?: () => Promise<ServerBuild>
  middleware?: express.RequestHandler
}): Promise<RunningServer> {
  // @ts-expect-error made by the Remix plugin at build time
  const build = options.build ?? ((): Promise<ServerBuild> => import('virtual:remix/server-build'))
  const { close, ...clients } = platform()
  const app = createApp(options.build ? build : await build(), options.assetsFolder, options.middleware)
  // Changed sources must show at once: pages are not kept where they are served from.
  const kept = options.build ? undefined : openPageCache()
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = createServer(kept ? kept.pages.before(app) : app)
    listening.listen(options.port, options.host, () => resolve(listening))
    listening.once('error', reject)
  })
  server.keepAliveTimeout = 65_000
  const workers = startWorkers(clients)
  const { port } = server.address() as AddressInfo
  return {
    url: env().PUBLIC_URL ?? `http://localhost:${port}`,
    async close() {
      await new Promise<void>((resolve) => {
        // A browser keeps its connection after the answer: it goes as soon as it has nothing open.
        const idle = setInterval(() => server.closeIdleConnections(), 100)
        const late = setTimeout(() => server.closeAllConnections(), 10_000)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(late)
          resolve()
        })
      })
      await workers.stop()
      await kept?.stop()
      await close()
    },
  }
}
