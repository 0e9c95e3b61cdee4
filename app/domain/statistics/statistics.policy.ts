import type { StatisticsScope } from '#db/queries/statistics.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { PRACTICE_READERS, visibilityFor } from '../practice/practice.policy.ts'
import type { Actor } from '../shared/context.ts'

/** Whoever finds practices in the workspace, and those who only read. */
export const STATISTICS_READERS: readonly Role[] = [...PRACTICE_READERS, 'observer']

/** The practices whose statistics an actor may see: those of the organisation whose hat is worn. */
export function statisticsScope(actor: Actor): StatisticsScope {
  if (actor.kind === 'user' && actor.hat?.role === 'observer') {
    const { organisationKind, organisationId } = actor.hat
    return organisationKind === 'hub' ? { kind: 'hub', hubId: organisationId } : { kind: 'all' }
  }
  const visible = visibilityFor(actor)
  return visible.kind === 'national' ? { kind: 'all' } : visible
}
