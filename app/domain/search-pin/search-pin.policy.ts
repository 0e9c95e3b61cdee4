import type { PinScope } from '#db/queries/search-pins.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { type Actor, roleOf } from '../shared/context.ts'

/** Who puts practices on top of results: people of a hub for their hub, the national admin for the country. */
export const PIN_ROLES: readonly Role[] = ['curator', 'hub_manager', 'national_admin']

export function canManagePins(actor: Actor): boolean {
  return pinScopeOf(actor).kind !== 'none'
}

/** The pins that this actor may see and change; there is no difference between the two. */
export function pinScopeOf(actor: Actor): PinScope {
  if (actor.kind === 'system') return { kind: 'all' }
  const role = roleOf(actor)
  if (actor.kind === 'visitor' || !actor.hat || !role || !PIN_ROLES.includes(role)) return { kind: 'none' }
  return role === 'national_admin' ? { kind: 'all' } : { kind: 'hub', hubId: actor.hat.organisationId }
}
