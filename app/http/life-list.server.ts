import type { Role } from '#db/vocabulary.ts'
import { signingSecret } from '../config/env.server.ts'
import { lifeListSchema } from '../domain/heartbeat/heartbeat.schema.ts'
import { previewReminders, readLifeList } from '../domain/heartbeat/read-life.server.ts'
import { PUBLIC_ID } from '../domain/practice/practice.ts'
import type { RouteArgs } from './context.server.ts'
import { requireRole } from './guard.server.ts'
import { run } from './respond.server.ts'
import { siteOf } from './site.server.ts'

const MOST_TICKED = 100

/** The list of practices by the age of their last word, with what sending reminders to those that are ticked would do. */
export function loadLifeList(args: RouteArgs, roles: Role[]) {
  return run(args, async (ctx) => {
    requireRole(ctx, args.request, ...roles)
    const params = new URL(args.request.url).searchParams
    const { view, page, done, n } = lifeListSchema.parse(Object.fromEntries(params))
    const ticked = params.has('preview') ? params.getAll('id').filter((id) => PUBLIC_ID.test(id)) : []
    const site = siteOf(args.request)
    const [list, preview] = await Promise.all([
      readLifeList(ctx, { view: view ?? null, page, secret: signingSecret() }),
      previewReminders(ctx, [...new Set(ticked)].slice(0, MOST_TICKED), site),
    ])
    return {
      ...{ list, preview, site, now: ctx.now },
      ...{ done: done ?? null, doneCount: n, isNothingTicked: params.has('preview') && ticked.length === 0 },
    }
  })
}
