import type { IncomingMessage } from 'node:http'
import QuickLRU from 'quick-lru'
import { env } from '../config/env.server.ts'
import { PUBLIC_ID } from '../domain/practice/practice.ts'
import type { SearchPage } from '../domain/practice/search-practices.server.ts'
import { provinceOf } from '../domain/search-demand/province-of.server.ts'
import { createSearchLog } from '../domain/search-demand/search-log.server.ts'
import { langOf } from '../i18n/lang.ts'
import { paths } from '../paths.ts'
import { clientAddress } from './client-address.ts'
import type { RequestContext } from './context.server.ts'
import { isCrawler, isPrefetch } from './crawler.ts'

/** The counts of this process; a worker writes them. */
export const searchLog = createSearchLog()

/** What the words found when they were last searched here: pages that come from a cache are counted by it. */
const outcomes = new Map<string, boolean>()
const MAX_OUTCOMES = 5_000

/** Counts a search that a page was made for. Never throws and nobody waits for it. */
export function noteSearch(ctx: RequestContext, request: Request, { state, result, unfiltered }: SearchPage): void {
  if (state.q === '') return
  const isWithoutHit = (unfiltered ?? result.total) === 0
  if (outcomes.size >= MAX_OUTCOMES) outcomes.clear()
  outcomes.set(`${ctx.lang} ${state.q}`, isWithoutHit)
  const userAgent = request.headers.get('User-Agent')
  if (request.method !== 'GET' || isCrawler(userAgent) || isPrefetch((name) => request.headers.get(name))) return
  searchLog.searched({
    asker: { address: ctx.clientAddress, userAgent: userAgent ?? '' },
    q: state.q,
    now: ctx.now,
    language: ctx.lang,
    province: provinceOf(ctx),
    isWithoutHit,
  })
}

const words = (params: URLSearchParams) => (params.get('q') ?? '').trim()

/** The hosts under which this request may have reached the site. */
const hostsOf = (header: (name: string) => string | undefined) => {
  const { PUBLIC_URL } = env()
  return [header('host'), header('x-forwarded-host'), PUBLIC_URL && new URL(PUBLIC_URL).host]
}

/**
 * Counts what only shows once an answer is out: a search whose page came from a cache (one that was made for this
 * request is counted already, and nobody counts twice), and a practice that was opened from the results of a search.
 */
export function noteVisit(request: Pick<IncomingMessage, 'method' | 'headers' | 'socket'> & Url, status: number): void {
  const header = (name: string) => request.headers[name]?.toString()
  const url = request.originalUrl ?? request.url ?? ''
  if (request.method !== 'GET' || (status !== 200 && status !== 304) || !url.startsWith(paths.practices())) return
  const userAgent = header('user-agent')
  if (isCrawler(userAgent) || isPrefetch(header)) return
  const asker = { address: clientAddress(request, env().TRUST_PROXY), userAgent: userAgent ?? '' }
  const { pathname, searchParams } = addressOf(url)
  if (pathname === paths.practices()) {
    const language = langOf({ url: SITE + url, headers: { get: (name) => header(name.toLowerCase()) ?? null } })
    const q = words(searchParams)
    const isWithoutHit = outcomes.get(`${language} ${q}`)
    if (isWithoutHit === undefined) return
    searchLog.searched({ asker, q, now: new Date(), language, province: null, isWithoutHit })
    return
  }
  if (!PUBLIC_ID.test(pathname.slice(paths.practices().length + 1))) return
  const from = header('referer')
  const referer = from && URL.canParse(from) ? new URL(from) : undefined
  if (referer?.pathname !== paths.practices() || !hostsOf(header).includes(referer.host)) return
  searchLog.opened({ asker, q: words(referer.searchParams), now: new Date() })
}

const addresses = new QuickLRU<string, URL>({ maxSize: 500 })

/** An address in its parts. Pages from memory are sent faster than their addresses are read. */
function addressOf(url: string): URL {
  const address = addresses.get(url) ?? new URL(url, SITE)
  addresses.set(url, address)
  return address
}

/** A router keeps the address as it came elsewhere. */
type Url = { url?: string; originalUrl?: string }
const SITE = 'http://site.invalid'
