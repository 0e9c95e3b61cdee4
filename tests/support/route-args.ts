import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { Context } from '#app/domain/shared/context.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { langOf } from '#app/i18n/lang.ts'

/** What Remix would give a loader for this address, on the database and as the actor of `ctx`. */
export function routeArgs(
  ctx: Context,
  path: string,
  params: Record<string, string> = {},
  init: RequestInit = {},
): LoaderFunctionArgs {
  const request = new Request(`http://jipp.test${path}`, init)
  const known: RequestContext = {
    ...ctx,
    lang: langOf(request),
    signedIn: null,
    requestId: 'test',
    clientAddress: '127.0.0.1',
  }
  const context: AppLoadContext = {
    requestId: 'test',
    clientAddress: '127.0.0.1',
    memo: { context: Promise.resolve(known), visitor: Promise.resolve(known) },
  }
  return { request, params, context }
}
