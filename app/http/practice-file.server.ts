import { withdrawalNote } from '../domain/practice/citation.ts'
import type { Tombstone } from '../domain/practice/read-tombstone.server.ts'
import { DomainError, NotFound } from '../domain/shared/errors.ts'
import { citationText } from '../i18n/citation.ts'
import type { Lang } from '../i18n/lang.ts'
import { paths } from '../paths.ts'
import { PressBusy } from '../print/press.server.ts'
import { apiLang, BadParameter, visitorContext } from './api.server.ts'
import type { RequestContext, RouteArgs } from './context.server.ts'
import { etagOf } from './kept-page.ts'
import { log } from './logger.server.ts'
import { toSurvivor } from './merged.server.ts'
import { isUnavailable } from './respond.server.ts'
import { siteOf } from './site.server.ts'

/** What a file of a practice is asked for: of which practice, which version (the newest when absent), in which language. */
export type FileAsked = { publicId: string; version: number | undefined; lang: Lang; site: string }

type FileBody = string | Uint8Array

/** Kept by whoever likes, sent again only after asking: what was withdrawn is gone at once everywhere. */
const HEADERS = {
  'Cache-Control': 'public, no-cache',
  'Access-Control-Allow-Origin': '*',
}

/**
 * Answers with a file of a practice, always as to a visitor. What is wrong is said in one line of plain text: 400 for
 * what cannot be read, 404 for what was never published, 410 for what was withdrawn.
 */
export async function practiceFile(
  args: RouteArgs & { params: { practiceId?: string } },
  make: (ctx: RequestContext, asked: FileAsked) => Promise<Response>,
): Promise<Response> {
  const asked: FileAsked = {
    ...{ publicId: args.params.practiceId ?? '', version: undefined, lang: 'id' },
    site: siteOf(args.request),
  }
  try {
    asked.lang = apiLang(args.request)
    asked.version = versionAsked(args.request)
    const response = await make(await visitorContext(args), asked)
    return isKnown(args.request, response) ? unchanged(response) : response
  } catch (error) {
    return refusal(error, asked, args.context.requestId)
  }
}

/** A file as it is sent: what it is, what it is called when it is kept, and the page that it belongs to. */
export function fileAnswer(
  body: FileBody,
  file: { type: string; name: string; lang: Lang; download?: boolean; isHidden?: boolean; links?: string },
): Response {
  const bytes = Buffer.from(body)
  return new Response(bytes, {
    headers: {
      ...HEADERS,
      ETag: etagOf(bytes),
      'Content-Type': file.type,
      'Content-Language': file.lang,
      'Content-Disposition': `${file.download ? 'attachment' : 'inline'}; filename="${file.name}"`,
      ...(file.links && { Link: file.links }),
      // Of pages that search engines are not shown, the files are not either.
      ...(file.isHidden && { 'X-Robots-Tag': 'noindex' }),
    },
  })
}

/** An answer that is plain words. */
export function plainAnswer(status: number, words: string, headers: Record<string, string> = {}): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { ...HEADERS, 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  })
}

/** Whether the client has the file already; visitors without a session are asked before, where pages are kept. */
function isKnown(request: Request, response: Response): boolean {
  const etag = response.headers.get('ETag')
  const known = request.headers.get('If-None-Match') ?? ''
  return etag !== null && known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function unchanged({ headers }: Response): Response {
  const kept = new Headers(HEADERS)
  kept.set('ETag', headers.get('ETag') ?? '')
  return new Response(null, { status: 304, headers: kept })
}

/**
 * 410 with the reason and the way on, where a practice was withdrawn; where it was merged, the way to the same file of its
 * survivor.
 */
export function goneAnswer(
  request: Request,
  { lang, site }: FileAsked,
  tombstone: Tombstone,
  path: (survivor: string) => string,
): Response {
  const { practiceId, withdrawnOn, reason, successorId } = tombstone
  const moved = toSurvivor(request, tombstone, path)
  if (moved) return moved
  const note = withdrawalNote(lang, { on: withdrawnOn, reason, successorId })
  return plainAnswer(410, citationText(lang).gone(practiceId, note, site + paths.practice(practiceId)))
}

function versionAsked(request: Request): number | undefined {
  const value = new URL(request.url).searchParams.get('v')
  if (value === null || value === '') return undefined
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new BadParameter('not_a_number', 'v', 'v must be the number of a version')
  return Number(value)
}

function refusal(error: unknown, { publicId, version, lang }: FileAsked, requestId: string): Response {
  const t = citationText(lang)
  if (error instanceof BadParameter) return plainAnswer(400, error.parameter === 'v' ? t.unknownVersion : error.message)
  if (error instanceof NotFound)
    return plainAnswer(404, version === undefined ? t.noPractice : t.noVersion(publicId, version))
  if (error instanceof PressBusy) return plainAnswer(503, t.busy, { 'Retry-After': '5' })
  if (isUnavailable(error)) {
    log.error({ requestId, err: error }, 'database unavailable')
    return plainAnswer(503, 'the database does not answer', { 'Retry-After': '10' })
  }
  if (error instanceof DomainError) return plainAnswer(400, error.message)
  log.error({ requestId, err: error }, 'unexpected error')
  return plainAnswer(500, `something went wrong on our side, request ${requestId}`)
}
