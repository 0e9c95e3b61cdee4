import type { Role } from '#db/vocabulary.ts'
import { type Actor, roleOf } from '../shared/context.ts'

/** Words that were searched less often are shown to nobody. */
export const LEAST_SHOWN = 5
/** Words that never come to LEAST_SHOWN are forgotten after so many days, all after KEEP_DAYS. */
export const KEEP_RARE_DAYS = 7
export const KEEP_DAYS = 90

export const PERIODS = [30, 90] as const

/** Those who look for practices on behalf of others, and those who may record a need. */
const READERS: readonly Role[] = [
  'curator',
  'hub_manager',
  'national_admin',
  'observer',
  'agency_admin',
  'adopter_lead',
]

/** Whether the actor may see what is searched and not found. Nothing in it tells of a person. */
export function canReadDemand(actor: Actor): boolean {
  const role = roleOf(actor)
  return actor.kind === 'system' || (role !== null && READERS.includes(role))
}

/** For the guard of the page. */
export const DEMAND_READERS = READERS
