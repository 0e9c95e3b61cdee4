import type { QueryProblem } from '../domain/practice/practice-query.ts'
import { DomainError, TooManyAttempts } from '../domain/shared/errors.ts'
import { isLang, type Lang } from '../i18n/lang.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { log } from './logger.server.ts'
import { isUnavailable } from './respond.server.ts'

/** A request that a program must change before sending it again. */
export class BadParameter extends Error {
  constructor(
    readonly code: string,
    readonly parameter: string,
    message: string,
  ) {
    super(message)
  }
}

const BECAUSE: Record<QueryProblem['code'], string> = {
  not_a_number: 'must be a whole number',
  out_of_range: 'is out of range',
  repeated: 'may be given once only',
  too_long: 'is too long',
  too_many: 'has too many values',
  unknown_value: 'has a value that is not known',
  unreadable: 'holds a character that cannot be read',
}

/** Refuses a query of which something would have to be changed. */
export function assertNoProblems(problems: readonly QueryProblem[]): void {
  const [problem] = problems
  if (problem) {
    throw new BadParameter(problem.code, problem.parameter, `${problem.parameter} ${BECAUSE[problem.code]}`)
  }
}

/** The language that a program asks for; people's cookies and browser settings do not count. */
export function apiLang(request: Request): Lang {
  const values = new URL(request.url).searchParams.getAll('lang')
  if (values.length === 0) return 'id'
  const [lang] = values
  if (values.length > 1) throw new BadParameter('repeated', 'lang', 'lang may be given once only')
  if (!isLang(lang)) throw new BadParameter('unknown_value', 'lang', 'lang must be id or en')
  return lang
}

/** That other sites may embed it is said where all answers get their headers; see app/server.ts. */
const OPEN = { 'Access-Control-Allow-Origin': '*' }
/** Kept by whoever likes, sent again only after asking: what was withdrawn is gone at once everywhere. */
const CACHED = 'public, no-cache'

export function json(body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status: init.status ?? 200,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...init.headers },
  })
}

const STATUS: Partial<Record<DomainError['code'], number>> = { not_found: 404, invalid: 400, too_many: 429 }

/**
 * Answers a program: JSON for good and bad news alike, open to every origin, always as to a visitor.
 * `fn` may answer with a Response of its own.
 */
export async function runApi(args: RouteArgs, fn: (ctx: RequestContext) => Promise<unknown>): Promise<Response> {
  if (args.request.method === 'OPTIONS') {
    const headers = { ...OPEN, 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS', 'Access-Control-Max-Age': '86400' }
    return new Response(null, { status: 204, headers })
  }
  try {
    const body = await fn(await visitorContext(args))
    if (body instanceof Response) return withHeaders(body, OPEN)
    return json(body, { headers: { ...OPEN, 'Cache-Control': CACHED } })
  } catch (error) {
    const { status, code, message, parameter } = refusal(error, args.context.requestId)
    const retryAfter = status === 503 ? '10' : error instanceof TooManyAttempts ? String(error.retryAfter) : undefined
    return json(
      { error: { code, message, parameter } },
      { status, headers: { ...OPEN, 'Cache-Control': 'no-store', ...(retryAfter && { 'Retry-After': retryAfter }) } },
    )
  }
}

/**
 * The context of somebody nobody knows, whoever asks: what is answered may be kept by caches, and no session is looked
 * up in a database that may not answer.
 */
export function visitorContext({ request, context }: RouteArgs): Promise<RequestContext> {
  const { memo } = context
  memo.visitor ??= contextFor({
    request: new Request(request.url),
    context: {
      ...context,
      memo: {
        set isDegraded(value: boolean) {
          memo.isDegraded = value
        },
      },
    },
  })
  return memo.visitor
}

function refusal(error: unknown, requestId: string) {
  if (error instanceof BadParameter) {
    return { status: 400, code: error.code, message: error.message, parameter: error.parameter }
  }
  if (error instanceof DomainError) {
    return { status: STATUS[error.code] ?? 400, code: error.code, message: error.message }
  }
  if (isUnavailable(error)) {
    log.error({ requestId, err: error }, 'database unavailable')
    return { status: 503, code: 'unavailable', message: 'the database does not answer' }
  }
  log.error({ requestId, err: error }, 'unexpected error')
  return { status: 500, code: 'unexpected', message: `something went wrong on our side, request ${requestId}` }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
