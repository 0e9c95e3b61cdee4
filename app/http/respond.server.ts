import { data } from '@remix-run/node'
import type { Role } from '#db/vocabulary.ts'
import {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  InvalidTransition,
  TooManyAttempts,
} from '../domain/shared/errors.ts'
import { contextFor, type RequestContext, type RouteArgs } from './context.server.ts'
import { log } from './logger.server.ts'

/** What an error page is told; the page has the words. */
export type Problem = {
  code: DomainError['code'] | 'unavailable' | 'unexpected'
  requestId: string
  retryAfter?: number
  /** Who may open what this person may not. */
  roles?: readonly Role[]
}

const STATUS: Record<DomainError['code'], number> = {
  not_found: 404,
  forbidden: 403,
  invalid_transition: 409,
  conflict: 409,
  invalid: 422,
  too_many: 429,
}

/** Postgres is away: connection refused, reset, timed out, shutting down, too many clients. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** Whether the database could not be reached (as opposed to: refused what was asked). */
export function isUnavailable(error: unknown): boolean {
  for (let e = error, depth = 0; e instanceof Error && depth < 4; e = e.cause, depth++) {
    if ('code' in e && typeof e.code === 'string' && AWAY.has(e.code)) return true
  }
  return false
}

/** Turns what a verb threw into what Remix shows; unknown errors are logged and become a page with an id only. */
export function toResponse(error: unknown, requestId: string) {
  if (error instanceof Response) return error
  if (error instanceof DomainError) {
    const retryAfter = error instanceof TooManyAttempts ? error.retryAfter : undefined
    const roles = error instanceof Forbidden ? error.roles : undefined
    return data({ code: error.code, requestId, retryAfter, roles } satisfies Problem, {
      status: STATUS[error.code],
      headers: retryAfter ? { 'Retry-After': String(retryAfter) } : undefined,
    })
  }
  if (isUnavailable(error)) {
    log.error({ requestId, err: error }, 'database unavailable')
    return data({ code: 'unavailable', requestId } satisfies Problem, { status: 503, headers: { 'Retry-After': '10' } })
  }
  // Remix's own answers (redirects, data()) pass through untouched.
  if (typeof error === 'object' && error !== null && 'type' in error && 'init' in error) return error
  log.error({ requestId, err: error }, 'unexpected error')
  return data({ code: 'unexpected', requestId } satisfies Problem, { status: 500 })
}

/** Runs a loader: builds the context, maps what the domain throws to responses. */
export async function run<T>(args: RouteArgs, fn: (ctx: RequestContext) => Promise<T>): Promise<T> {
  try {
    return await fn(await contextFor(args))
  } catch (error) {
    throw toResponse(error, args.context.requestId)
  }
}

/** Errors that belong next to a form and not on a page of their own. */
export function isFormError(error: unknown): error is Invalid | Conflict | InvalidTransition | TooManyAttempts {
  return (
    error instanceof Invalid ||
    error instanceof Conflict ||
    error instanceof InvalidTransition ||
    error instanceof TooManyAttempts
  )
}
