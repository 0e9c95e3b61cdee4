import type { HoldingKind } from '#db/queries/handover.server.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Actor, Hat } from '../shared/context.ts'

/** Who can take over what: roles without which they could do nothing with it; none: anybody who belongs there. */
const ROLES_FOR: Record<HoldingKind, readonly Role[] | null> = {
  contact: null,
  draft: ['author'],
  adoption: ['adopter_lead'],
  action: null,
  assignment: ['mentor'],
  session: ['mentor'],
}

/** Whether somebody with these roles can take over something of this kind. */
export function canTakeOver(kind: HoldingKind, roles: readonly Role[]): boolean {
  const needed = ROLES_FOR[kind]
  return needed === null || needed.some((role) => roles.includes(role))
}

/** The organisation for which this actor hands over what people held; null for everybody but its keeper. */
export function handoverPlace(actor: Actor): { id: string; kind: Hat['organisationKind']; name: string } | null {
  if (actor.kind !== 'user' || !actor.hat) return null
  const { role, organisationId: id, organisationKind: kind, organisationName: name } = actor.hat
  const keeps = (role === 'agency_admin' && kind === 'agency') || (role === 'hub_manager' && kind === 'hub')
  return keeps ? { id, kind, name } : null
}
