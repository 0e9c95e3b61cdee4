import type { Actor } from '../shared/context.ts'

/** Whether the actor may open hubs and see which provinces have none. */
export function canManageHubs(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'user' && actor.hat?.role === 'national_admin')
}
