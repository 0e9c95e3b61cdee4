import type { AppLoadContext } from '@remix-run/node'
import { type Actor, type Context, VISITOR } from '../domain/shared/context.ts'
import { type Lang, langOf } from '../i18n/lang.ts'
import { platform } from '../platform.server.ts'
import { searchLimit } from './search-limit.server.ts'
import { readSession, type SignedIn } from './session.server.ts'

declare module '@remix-run/server-runtime' {
  /** Loaders hand over dates as dates; see `v3_singleFetch` in remix.config.js. */
  interface Future {
    v3_singleFetch: true
  }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    requestId: string
    /** Address of the client, for limits only; never stored with a person. */
    clientAddress: string
    memo: {
      context?: Promise<RequestContext>
      visitor?: Promise<RequestContext>
      cookie?: string
      /** The search stood in for itself: such an answer is not kept for others. */
      isDegraded?: boolean
      /** In whose name a signed-in person reads: the owner's own reading is not counted. */
      organisationId?: string
    }
  }
}

export type RequestContext = Context & {
  lang: Lang
  signedIn: SignedIn | null
  requestId: string
  clientAddress: string
}

export type RouteArgs = { request: Request; context: AppLoadContext }

/** The context of a request: who asks, in which hat and language. Built once a request, shared by all its loaders. */
export function contextFor({ request, context }: RouteArgs): Promise<RequestContext> {
  context.memo.context ??= build(request, context)
  return context.memo.context
}

async function build(request: Request, load: AppLoadContext): Promise<RequestContext> {
  const now = new Date()
  const { db, search } = platform()
  const { signedIn, cookie } = await readSession(request.headers.get('Cookie'), now)
  if (cookie) load.memo.cookie = cookie
  load.memo.organisationId = signedIn?.hat?.organisationId
  if (!signedIn) await searchLimit.count(request.url, load.clientAddress)
  const actor: Actor = signedIn
    ? { kind: 'user', userId: signedIn.userId, name: signedIn.name, hat: signedIn.hat }
    : VISITOR
  return {
    db,
    search: {
      ...search,
      async practices(query) {
        const result = await search.practices(query)
        if (result.degraded) load.memo.isDegraded = true
        return result
      },
    },
    actor,
    now,
    lang: langOf(request),
    signedIn,
    requestId: load.requestId,
    clientAddress: load.clientAddress,
  }
}
