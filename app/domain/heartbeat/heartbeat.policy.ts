import { type Actor, roleOf } from '../shared/context.ts'

/** Whose practices a person keeps alive: those of the own hub, of the own agency, or those that no hub answers for. */
export type LifeScope = { kind: 'hub'; hubId: string } | { kind: 'agency'; agencyId: string } | { kind: 'national' }

/** The practices that this actor may ask about; null for everybody else. */
export function lifeScope(actor: Actor): LifeScope | null {
  const role = roleOf(actor)
  if (actor.kind !== 'user' || !actor.hat) return null
  const { organisationId } = actor.hat
  if (role === 'curator' || role === 'hub_manager') return { kind: 'hub', hubId: organisationId }
  if (role === 'agency_admin') return { kind: 'agency', agencyId: organisationId }
  return role === 'national_admin' ? { kind: 'national' } : null
}

type Owned = { agencyId: string; agencyParentId: string | null; hubId: string | null }

/** Whether the contact of a practice may be changed: by its owner, and by whoever keeps it alive. */
export function canChangeContact(actor: Actor, practice: Owned): boolean {
  if (actor.kind !== 'user' || !actor.hat) return false
  const { role, organisationId } = actor.hat
  const owns = organisationId === practice.agencyId || organisationId === practice.agencyParentId
  if (role === 'author' || role === 'agency_admin') return owns
  if (role === 'curator' || role === 'hub_manager') return organisationId === practice.hubId
  return role === 'national_admin' && practice.hubId === null
}
