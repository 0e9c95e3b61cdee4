import { env } from '../config/env.server.ts'
import { PUBLIC_ID } from '../domain/practice/practice.ts'
import type { SearchPage } from '../domain/practice/search-practices.server.ts'
import { provinceOf } from '../domain/search-demand/province-of.server.ts'
import { createSearchLog } from '../domain/search-demand/search-log.server.ts'
import { isLang, LANG_PARAM, type Lang, langOf } from '../i18n/lang.ts'
import { paths } from '../paths.ts'
import { askerOf, isForReader, isSent, type Sent } from './asker.ts'
import type { RequestContext } from './context.server.ts'
import { isCrawler, isPrefetch } from './crawler.ts'
import { readOnce } from './read-once.ts'

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

/** What an address of the catalogue asks for: words, or a practice. */
type Asked = { q: string; lang: Lang | undefined } | { publicId: string } | undefined

const askedBy = readOnce(readAddress)

function readAddress(url: string): Asked {
  const { pathname, searchParams } = new URL(url, SITE)
  if (pathname === paths.practices()) {
    const lang = searchParams.get(LANG_PARAM)
    return { q: words(searchParams), lang: isLang(lang) ? lang : undefined }
  }
  const publicId = pathname.slice(paths.practices().length + 1)
  return PUBLIC_ID.test(publicId) ? { publicId } : undefined
}

const SITE = 'http://site.invalid'
const words = (params: URLSearchParams) => (params.get('q') ?? '').trim()

/** The hosts under which this request may have reached the site. */
const hostsOf = ({ headers }: Sent) => {
  const { PUBLIC_URL } = env()
  return [headers.host, headers['x-forwarded-host']?.toString(), PUBLIC_URL && new URL(PUBLIC_URL).host]
}

/**
 * Counts what only shows once an answer is out: a search whose page came from a cache (one that was made for this
 * request is counted already, and nobody counts twice), and a practice that was opened from the results of a search.
 */
export function noteVisit(request: Sent, status: number): void {
  const url = request.originalUrl ?? request.url ?? ''
  if (!url.startsWith(paths.practices()) || !isSent(request, status) || !isForReader(request)) return
  const asked = askedBy(url)
  if (asked && 'publicId' in asked) noteOpened(request)
  else if (asked) noteKept(request, asked.q, asked.lang ?? languageOf(request))
}

function noteKept(request: Sent, q: string, language: Lang): void {
  const isWithoutHit = outcomes.get(`${language} ${q}`)
  if (isWithoutHit === undefined) return
  searchLog.searched({ asker: askerOf(request), q, now: new Date(), language, province: null, isWithoutHit })
}

function noteOpened(request: Sent): void {
  const from = request.headers.referer
  const referer = from && URL.canParse(from) ? new URL(from) : undefined
  if (referer?.pathname !== paths.practices() || !hostsOf(request).includes(referer.host)) return
  searchLog.opened({ asker: askerOf(request), q: words(referer.searchParams), now: new Date() })
}

const languageOf = ({ headers }: Sent): Lang =>
  langOf({ url: SITE, headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null } })
