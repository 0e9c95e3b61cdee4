import { ROLES, type Role } from '#db/vocabulary.ts'
import { type Actor, type Hat, roleOf } from '../shared/context.ts'

type Owned = { agencyId: string; agencyParentId: string | null; hubId: string | null }

const hatOf = (actor: Actor): Hat | null => (actor.kind === 'user' ? actor.hat : null)

const owns = (hat: Hat, { agencyId, agencyParentId }: Owned) =>
  hat.organisationId === agencyId || hat.organisationId === agencyParentId

/** Who may ask at all: officials. Observers write nothing. */
export const ASKERS: readonly Role[] = ROLES.filter((role) => role !== 'observer')

/** Every official of another organisation asks; visitors sign in first, owners know. */
export function canAsk(actor: Actor, practice: Owned): boolean {
  const hat = hatOf(actor)
  return hat !== null && ASKERS.includes(hat.role) && !owns(hat, practice)
}

/** The owner answers: its authors and its admin. */
export function canAnswer(actor: Actor, practice: Owned): boolean {
  const hat = hatOf(actor)
  return hat !== null && (hat.role === 'author' || hat.role === 'agency_admin') && owns(hat, practice)
}

/** Authors of the owner write the text that an answer is taken into. */
export function canTake(actor: Actor, practice: Owned): boolean {
  return roleOf(actor) === 'author' && canAnswer(actor, practice)
}

/** The hub keeps order; the national office where no hub answers for the place. */
export function canModerate(actor: Actor, { hubId }: Owned): boolean {
  const hat = hatOf(actor)
  if (hat === null) return false
  if (hubId === null) return hat.role === 'national_admin'
  return (hat.role === 'curator' || hat.role === 'hub_manager') && hat.organisationId === hubId
}

export type QuestionScope = { kind: 'agency'; agencyId: string } | { kind: 'hub'; hubId: string } | { kind: 'national' }

/** Whose questions this actor answers or watches over; null for everybody else. */
export function questionScope(actor: Actor): QuestionScope | null {
  const hat = hatOf(actor)
  switch (hat?.role) {
    case 'author':
    case 'agency_admin':
      return { kind: 'agency', agencyId: hat.organisationId }
    case 'curator':
    case 'hub_manager':
      return { kind: 'hub', hubId: hat.organisationId }
    case 'national_admin':
      return { kind: 'national' }
    default:
      return null
  }
}
