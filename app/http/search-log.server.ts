import type { SearchPage } from '../domain/practice/search-practices.server.ts'
import { provinceOf } from '../domain/search-demand/province-of.server.ts'
import { createSearchLog } from '../domain/search-demand/search-log.server.ts'
import { langOf } from '../i18n/lang.ts'
import { paths } from '../paths.ts'
import type { RequestContext } from './context.server.ts'
import { isCrawler } from './crawler.ts'

/** The counts of this process; a worker writes them. */
export const searchLog = createSearchLog()

/** What the words found when they were last searched here: pages that come from a cache are counted by it. */
const outcomes = new Map<string, boolean>()
const MAX_OUTCOMES = 5_000

const isPrefetch = (purpose: string | null | undefined) => Boolean(purpose?.includes('prefetch'))

/** Counts a search that a page was made for. Never throws and nobody waits for it. */
export function noteSearch(ctx: RequestContext, request: Request, { state, result, unfiltered }: SearchPage): void {
  if (state.q === '') return
  const isWithoutHit = (unfiltered ?? result.total) === 0
  if (outcomes.size >= MAX_OUTCOMES) outcomes.clear()
  outcomes.set(`${ctx.lang} ${state.q}`, isWithoutHit)
  const userAgent = request.headers.get('User-Agent')
  if (request.method !== 'GET' || isCrawler(userAgent) || isPrefetch(request.headers.get('Sec-Purpose'))) return
  searchLog.searched({
    asker: { address: ctx.clientAddress, userAgent: userAgent ?? '' },
    q: state.q,
    now: ctx.now,
    language: ctx.lang,
    province: provinceOf(ctx),
    isWithoutHit,
  })
}

type Visit = {
  method: string
  status: number
  /** Path and query as they came. */
  url: string
  address: string
  header: (name: string) => string | undefined
}

const words = (params: URLSearchParams) => (params.get('q') ?? '').trim()

/**
 * Counts what only shows once an answer is out: a search whose page came from a cache (one that was made for this
 * request is counted already, and nobody counts twice), and a practice that was opened from the results of a search.
 */
export function noteVisit({ method, status, url, address, header }: Visit): void {
  const userAgent = header('User-Agent')
  if (method !== 'GET' || (status !== 200 && status !== 304) || !url.startsWith(paths.practices())) return
  if (isCrawler(userAgent) || isPrefetch(header('Sec-Purpose'))) return
  const asker = { address, userAgent: userAgent ?? '' }
  const { pathname, searchParams } = new URL(url, 'http://site.invalid')
  if (pathname === paths.practices()) {
    const language = langOf({ url: `http://site.invalid${url}`, headers: { get: (name) => header(name) ?? null } })
    const q = words(searchParams)
    const isWithoutHit = outcomes.get(`${language} ${q}`)
    if (isWithoutHit === undefined) return
    searchLog.searched({ asker, q, now: new Date(), language, province: null, isWithoutHit })
    return
  }
  const from = header('Referer')
  const referer = from && URL.canParse(from) ? new URL(from) : undefined
  if (referer?.host !== header('Host') || referer?.pathname !== paths.practices()) return
  searchLog.opened({ asker, q: words(referer.searchParams), now: new Date() })
}
