import { countLife, listLife } from '#db/queries/life.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import type { WorkItem, WorkItemKind } from '../shared/work-item.ts'
import { lifeScope } from './heartbeat.policy.ts'
import { lifeFilter } from './read-life.server.ts'

/** What waits for the hub (and the admin of the owner): practices whose owners are silent, and contacts that fail. */
export async function heartbeatWorkItems(ctx: Context): Promise<WorkItem[]> {
  const scope = lifeScope(ctx.actor)
  if (!scope) return []
  const filter = lifeFilter(ctx)
  const counts = await countLife(ctx.db, filter, ctx.now)
  const lists = [
    { kind: 'contact_dead', view: 'contact', count: counts.broken },
    // The owner knows that nobody has answered: the letters went there.
    { kind: 'life_silent', view: 'silent', count: scope.kind === 'agency' ? 0 : counts.silent },
  ] as const satisfies { kind: WorkItemKind; view: 'contact' | 'silent'; count: number }[]
  const items = await Promise.all(
    lists
      .filter(({ count }) => count > 0)
      .map(async ({ kind, view, count }): Promise<WorkItem[]> => {
        const rows = await listLife(ctx.db, filter, { view, now: ctx.now, limit: 20, offset: 0 })
        const first = rows.find(({ contactState }) => kind !== 'contact_dead' || contactState !== 'none')
        if (!first) return []
        const since = first.lastLetterAt ?? new Date(`${first.roundOn}T00:00:00Z`)
        return [
          {
            kind,
            params: {
              about: first.titleId ?? first.brand,
              where: first.agency,
              more: count > 1 ? count - 1 : undefined,
            },
            href: paths.workLife({ view }),
            since,
            urgent: kind === 'contact_dead',
          },
        ]
      }),
  )
  return items.flat()
}
