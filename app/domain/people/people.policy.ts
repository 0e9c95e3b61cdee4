import { type OrganisationKind, ROLES_OF_ORGANISATION, type Role } from '#db/vocabulary.ts'
import type { Actor } from '../shared/context.ts'

type Place = { id: string; kind: OrganisationKind }

/** Roles that a national admin grants outside the national office: the one who then invites the others. */
const GRANTED_BY_NATION: Record<OrganisationKind, readonly Role[]> = {
  agency: ['agency_admin'],
  hub: ['hub_manager'],
  national: ['national_admin', 'observer'],
}

/** The roles this actor may give in an organisation, and may end there; none is an empty list. */
export function grantableRoles(actor: Actor, place: Place): readonly Role[] {
  if (actor.kind === 'system') return ROLES_OF_ORGANISATION[place.kind]
  if (actor.kind !== 'user' || !actor.hat) return []
  const { role, organisationId } = actor.hat
  if (role === 'national_admin') return GRANTED_BY_NATION[place.kind]
  const own = organisationId === place.id
  if (own && role === 'agency_admin' && place.kind === 'agency') return ROLES_OF_ORGANISATION.agency
  if (own && role === 'hub_manager' && place.kind === 'hub') return ROLES_OF_ORGANISATION.hub
  return []
}

/** Whether the actor may see who belongs to an organisation: those who manage it. */
export function canSeeMembers(actor: Actor, place: Place): boolean {
  return grantableRoles(actor, place).length > 0
}

/** Whether the actor may invite somebody to this role. */
export function canInvite(actor: Actor, place: Place, role: Role): boolean {
  return grantableRoles(actor, place).includes(role)
}

/** Whether the actor may look up any organisation and its keepers. */
export function canSearchOrganisations(actor: Actor): boolean {
  return actor.kind === 'user' && actor.hat?.role === 'national_admin'
}

export type AuditScope = { organisationId: string | null }

/**
 * Which part of the audit trail the actor reads: `null` none, `{ organisationId: null }` all of it.
 * National admins and national observers read everything, an observer of a hub what was done in its name.
 */
export function auditScope(actor: Actor): AuditScope | null {
  if (actor.kind !== 'user' || !actor.hat) return null
  const { role, organisationKind, organisationId } = actor.hat
  if (role === 'national_admin') return { organisationId: null }
  if (role !== 'observer') return null
  return { organisationId: organisationKind === 'national' ? null : organisationId }
}
