import { gzipSync } from 'node:zlib'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { type RequestInfo, RequestInfoContext, WEIGHT_PLACEHOLDER } from './components/layout/request-info.ts'
import { reveal } from './http/concealed.ts'
import { securityPolicy } from './http/content-security-policy.ts'
import { log } from './http/logger.server.ts'
import { encodingOf } from './http/page-key.ts'
import { rootData } from './http/root-data.server.ts'
import { weighedPage } from './http/weighed-page.server.ts'
import { formatNumber } from './i18n/format.ts'
import { langOf } from './i18n/lang.ts'
import { RequestLang } from './i18n/use-text.tsx'
import styles from './styles/app.css?inline'

const weightOfStyles = gzipSync(styles).length
const scripts = import.meta.glob<string>('./enhance/*.js', { query: '?raw', import: 'default', eager: true })
const addresses = import.meta.glob<string>('./enhance/*.js', { query: '?url', import: 'default', eager: true })
/** Bytes of each script as it travels, by its address. */
const weightOfScript = new Map(
  Object.entries(addresses).map(([file, address]) => [address, gzipSync(scripts[file] ?? '').length]),
)

/** Renders a page to the end before it is sent: it arrives complete, and an error can still change its status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
): Promise<Response> {
  const lang = langOf(request)
  // What a form throws ends up on an error page whose loaders were never asked: its frame needs to know the reader too.
  const { errors, loaderData } = context.staticHandlerContext
  reveal(loaderData)
  if (errors && !loaderData.root) loaderData.root = await rootData({ request, context: load })
  const script = scriptOf(context)
  const island = islandOf(context)
  const info: RequestInfo = { script, island, requestId: load.requestId }
  const page = (
    <RequestLang.Provider value={lang}>
      <RequestInfoContext.Provider value={info}>
        <RemixServer context={withoutHandoff(context)} url={request.url} />
      </RequestInfoContext.Provider>
    </RequestLang.Provider>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', lang)
  headers.set(
    'Content-Security-Policy',
    securityPolicy({ hasScript: Boolean(script ?? island), dev: import.meta.env.DEV }),
  )
  headers.append('Vary', 'Cookie, Accept-Language')
  // Not `no-store`: going back must show what was typed, also on phones that keep pages in memory.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  // What a script takes over must say where one text ends and the next begins; the rest is for reading only.
  if (island) return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers })
  const encoding = encodingOf(request.headers.get('Accept-Encoding') ?? '')
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  const more = weightOfStyles + (weightOfScript.get(script ?? '') ?? 0)
  const body = weighedPage(`<!DOCTYPE html>${renderToStaticMarkup(page)}`, encoding, {
    mark: WEIGHT_PLACEHOLDER,
    write: (bytes) => formatNumber(lang, (bytes + more) / 1000, 0),
  })
  return new Response(new Uint8Array(body), { status, headers })
}

/** Logs what went wrong with the id that the error page shows; an answer below 500 is no mistake of ours. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  log.error({ requestId: context.requestId, path: new URL(request.url).pathname, err: error }, 'unexpected error')
}

/** What the routes of this page say of themselves; an error page says nothing. */
function handlesOf({ staticHandlerContext, routeModules }: EntryContext): object[] {
  if (staticHandlerContext.errors) return []
  return staticHandlerContext.matches.flatMap(({ route }) => {
    const handle: unknown = routeModules[route.id]?.handle
    return typeof handle === 'object' && handle !== null ? [handle] : []
  })
}

/** The script of a route that says `handle.island`: the entry of the client build, while developing after its reloader. */
function islandOf(context: EntryContext): RequestInfo['island'] {
  const isLive = handlesOf(context).some((handle) => 'island' in handle && handle.island === true)
  if (!isLive) return undefined
  const { entry, hmr } = context.manifest as EntryContext['manifest'] & { hmr?: { runtime: string } }
  return { run: hmr?.runtime ? [hmr.runtime, entry.module] : [entry.module], preload: entry.imports }
}

/** The one script file that a route of this page brings instead. */
const scriptOf = (context: EntryContext) =>
  handlesOf(context).flatMap((handle) =>
    'script' in handle && typeof handle.script === 'string' ? handle.script : [],
  )[0]

/** Nobody reads the data that Remix would hand over: no page runs its client. */
const withoutHandoff = (context: EntryContext): EntryContext => ({ ...context, serverHandoffStream: undefined })
