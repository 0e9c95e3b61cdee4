import { redirect } from '@remix-run/node'
import type { Role } from '#db/vocabulary.ts'
import { type Hat, roleOf } from '../domain/shared/context.ts'
import { Forbidden } from '../domain/shared/errors.ts'
import { paths } from '../paths.ts'
import type { RequestContext } from './context.server.ts'

/** The signed-in person; visitors are sent to sign in and come back to where they were. */
export function requireSignedIn(ctx: RequestContext, request: Request) {
  if (ctx.signedIn) return ctx.signedIn
  const { pathname, search } = new URL(request.url)
  throw redirect(paths.signIn(request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : undefined))
}

/**
 * The same as `requireRole` for a form that holds text: whoever is signed out by now is sent to sign in together with the
 * form, which the page of signing in carries on to where it was going. Files cannot come along.
 */
export function requireRoleKeepingForm(ctx: RequestContext, request: Request, ...roles: Role[]): Hat {
  if (!ctx.signedIn && request.method === 'POST') {
    const { pathname, search } = new URL(request.url)
    const isText = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded')
    throw redirect(paths.signIn(pathname + search), isText ? 307 : 302)
  }
  return requireRole(ctx, request, ...roles)
}

/** The hat of a person who must wear one of `roles`; visitors sign in first, others get 403. */
export function requireRole(ctx: RequestContext, request: Request, ...roles: Role[]): Hat {
  const { hat } = requireSignedIn(ctx, request)
  const role = roleOf(ctx.actor)
  if (!hat || !role || (roles.length > 0 && !roles.includes(role)))
    throw new Forbidden(`needs one of: ${roles.join(', ')}`, roles)
  return hat
}
