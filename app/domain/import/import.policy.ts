import type { Role } from '#db/vocabulary.ts'
import { type Actor, organisationOf, roleOf } from '../shared/context.ts'

/** Who brings many records at once: those who answer for the records of an agency, of a hub, of the country. */
export const IMPORTERS: readonly Role[] = ['agency_admin', 'curator', 'hub_manager', 'national_admin']

export function canImport(actor: Actor): boolean {
  const role = roleOf(actor)
  return role !== null && IMPORTERS.includes(role)
}

/** For whose records this actor may write drafts: the own agency with its units, the provinces of the hub, everybody's. */
export type ImportTerritory =
  | { kind: 'none' }
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string }
  | { kind: 'national' }

export function territoryOf(actor: Actor): ImportTerritory {
  const [role, organisationId] = [roleOf(actor), organisationOf(actor)]
  if (!role || !organisationId || !canImport(actor)) return { kind: 'none' }
  if (role === 'agency_admin') return { kind: 'agency', agencyId: organisationId }
  return role === 'national_admin' ? { kind: 'national' } : { kind: 'hub', hubId: organisationId }
}
