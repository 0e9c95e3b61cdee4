import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notePresence, readPresence } from '#app/domain/practice/note-presence.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { sectionParams } from '#app/http/section-param.server.ts'

const NOT_KEPT = { headers: { 'Cache-Control': 'no-store' } }

/** Who else has this text open. */
export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    return Response.json(await readPresence(ctx, sectionParams(args)), NOT_KEPT)
  })

/** The same, and a page of the editor says that it is being looked at. */
export const action = (args: ActionFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    return Response.json(await notePresence(ctx, sectionParams(args)), NOT_KEPT)
  })
