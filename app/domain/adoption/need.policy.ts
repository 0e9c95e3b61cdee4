import type { NeedVisibility } from '#db/queries/needs.server.ts'
import type { NeedState, Role } from '#db/vocabulary.ts'
import { type Actor, roleOf } from '../shared/context.ts'
import { LIVE_NEED_STATES, needLifecycle } from './need.ts'

export const NEED_ACTS = ['edit', 'match', 'unmatch', 'adopt', 'close'] as const
export type NeedAct = (typeof NEED_ACTS)[number]

/** What the rules need to know of a need. */
export type NeedFacts = {
  state: NeedState
  agencyId: string
  /** The hubs of its province. */
  hubIds: readonly string[]
  /** An adoption of it is under way. */
  running: boolean
}

const OWNERS: readonly Role[] = ['adopter_lead', 'agency_admin']
const FINDERS: readonly Role[] = ['curator', 'hub_manager']

/** Who may record needs: the people of an agency that lead its adoptions, and its admin. */
export function canRecordNeed(actor: Actor): boolean {
  const role = roleOf(actor)
  return role !== null && OWNERS.includes(role)
}

/** Whether this person, in the hat they wear, is the one to do it: the agency itself; the hub of its province adds practices. */
export function can(actor: Actor, act: NeedAct, { agencyId, hubIds }: NeedFacts): boolean {
  if (actor.kind !== 'user' || !actor.hat) return false
  const { role, organisationId } = actor.hat
  const owns = organisationId === agencyId && OWNERS.includes(role)
  const finds = FINDERS.includes(role) && hubIds.includes(organisationId)
  return act === 'match' || act === 'unmatch' ? owns || finds : owns
}

/** Whether the moment allows it, whoever asks. */
export function isPossible(act: NeedAct, { state, running }: NeedFacts): boolean {
  switch (act) {
    case 'edit':
    case 'match':
    case 'unmatch':
      return LIVE_NEED_STATES.includes(state)
    case 'adopt':
      return LIVE_NEED_STATES.includes(state) && !running
    case 'close':
      return needLifecycle.allows(state, 'close') && !running
  }
}

export type NeedAbilities = Record<NeedAct, boolean>

/** What this person may do with the need now: pages offer exactly this. */
export function abilitiesOf(actor: Actor, need: NeedFacts): NeedAbilities {
  return Object.fromEntries(
    NEED_ACTS.map((act) => [act, can(actor, act, need) && isPossible(act, need)]),
  ) as NeedAbilities
}

/** The needs that this actor works with: the own agency's, those of the hub's provinces, all for the national office. */
export function visibilityFor(actor: Actor): NeedVisibility {
  if (actor.kind === 'system') return { kind: 'all' }
  if (actor.kind === 'visitor' || !actor.hat) return { kind: 'none' }
  const { organisationKind, organisationId } = actor.hat
  if (organisationKind === 'national') return { kind: 'all' }
  return organisationKind === 'hub'
    ? { kind: 'hub', hubId: organisationId }
    : { kind: 'agency', agencyId: organisationId }
}
