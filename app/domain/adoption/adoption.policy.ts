import type { AdoptionVisibility } from '#db/queries/adoptions.server.ts'
import { ADOPTION_STEPS, type AdoptionState, type AdoptionStep, type Role } from '#db/vocabulary.ts'
import type { Actor, Hat } from '../shared/context.ts'
import { type AdoptionAct, type AdoptionFile, ALL_ACTS, isPossible } from './adoption.ts'
import { type Party, stepOf } from './process.ts'

/** What the rules need to know of an adoption. */
export type AdoptionFacts = {
  agencyId: string
  sourceAgencyId: string | null
  sourceParentId: string | null
  /** Null: no hub covers the province, the national office opens the gates. */
  hubId: string | null
  step: AdoptionStep
  state: AdoptionState
  processVersion: number
  sourceHasSignatory: boolean
  sourceHasHead: boolean
}

/** The facts of a file that the rules look at. */
export function factsOf(file: AdoptionFile): AdoptionFacts {
  const { adoption, sourceAgencyId, sourceParentId, sourceHasSignatory, sourceHasHead } = file
  const { agencyId, hubId, step, state, processVersion } = adoption
  return {
    agencyId,
    hubId,
    step,
    state,
    processVersion,
    sourceAgencyId,
    sourceParentId,
    sourceHasSignatory,
    sourceHasHead,
  }
}

/** For whom the person speaks in the hat they wear; `null` when for none of the three. */
export function partyOf(
  actor: Actor,
  { agencyId, sourceAgencyId, sourceParentId, hubId }: AdoptionFacts,
): Party | null {
  if (actor.kind !== 'user' || !actor.hat) return null
  const { organisationId, role } = actor.hat
  if (organisationId === agencyId) return 'adopter'
  if (sourceAgencyId !== null && (organisationId === sourceAgencyId || organisationId === sourceParentId))
    return 'source'
  if (hubId === null ? role === 'national_admin' : organisationId === hubId) return 'hub'
  return null
}

type Rule = (party: Party | null, hat: Hat, facts: AdoptionFacts) => boolean

/** The rule that a person speaks for `party` in one of `roles`. At the national office the admin stands in for the hub. */
function by(party: Party, ...roles: Role[]): Rule {
  return (is, { role }) => is === party && (roles.includes(role) || (party === 'hub' && role === 'national_admin'))
}

const any =
  (...rules: Rule[]): Rule =>
  (...args) =>
    rules.some((rule) => rule(...args))

const team = by('adopter', 'adopter_lead', 'agency_admin')
const adopterHead = by('adopter', 'agency_head')
const hubDesk = by('hub', 'hub_manager', 'curator')

/** The hub records what the source gave on paper, as long as nobody of the source can do it here. */
const onPaper =
  (who: 'sourceHasSignatory' | 'sourceHasHead'): Rule =>
  (party, hat, facts) =>
    facts.sourceAgencyId !== null && !facts[who] && hubDesk(party, hat, facts)

const keepers: Rule = (party, hat, facts) =>
  stepOf(facts.processVersion, facts.step).keepers.some((keeper) =>
    by(keeper.party, ...keeper.roles)(party, hat, facts),
  )

const MAY: Record<AdoptionAct, Rule> = {
  compare: team,
  choose: team,
  tick: team,
  write_letter: team,
  sign_letter: adopterHead,
  verify_interest: hubDesk,
  answer_interest: any(by('source', 'agency_admin', 'agency_head'), onPaper('sourceHasSignatory')),
  record_visit: team,
  write_agreement: team,
  sign_adopter: adopterHead,
  sign_source: any(by('source', 'agency_head'), onPaper('sourceHasHead')),
  adapt: team,
  set_indicator: team,
  plan: team,
  launch: team,
  report_outcome: team,
  add_document: any(team, by('hub', 'hub_manager', 'curator', 'mentor')),
  write_closing: team,
  cosign_source: any(by('source', 'agency_head'), onPaper('sourceHasHead')),
  cosign_hub: hubDesk,
  pass_gate: keepers,
  step_back: any(team, adopterHead, hubDesk),
  pause: any(team, adopterHead),
  resume: any(team, adopterHead),
  stop: any(team, adopterHead),
}

/** Whether this person, in the hat they wear, is the one to do it; when it may be done is asked of `isPossible`. */
export function can(actor: Actor, act: AdoptionAct, facts: AdoptionFacts): boolean {
  return actor.kind === 'user' && actor.hat !== null && MAY[act](partyOf(actor, facts), actor.hat, facts)
}

/** Whether it may have been this person's to do when the adoption stood in another step. */
export function canInSomeStep(actor: Actor, act: AdoptionAct, facts: AdoptionFacts): boolean {
  return ADOPTION_STEPS.some((step) => can(actor, act, { ...facts, step }))
}

export type AdoptionAbilities = Record<AdoptionAct, boolean>

/** What this person may do with the adoption now: pages offer exactly this. */
export function abilitiesOf(actor: Actor, file: AdoptionFile, now: Date): AdoptionAbilities {
  const facts = factsOf(file)
  const entries = ALL_ACTS.map((act) => [act, can(actor, act, facts) && isPossible(act, file, now)])
  return Object.fromEntries(entries) as AdoptionAbilities
}

/** The adoptions that this actor may see: the adopter's, the source's, the hub's; all of them for the national office. */
export function visibilityFor(actor: Actor): AdoptionVisibility {
  if (actor.kind === 'system') return { kind: 'all' }
  if (actor.kind === 'visitor' || !actor.hat) return { kind: 'none' }
  const { organisationKind, organisationId } = actor.hat
  if (organisationKind === 'national') return { kind: 'all' }
  return organisationKind === 'hub'
    ? { kind: 'hub', hubId: organisationId }
    : { kind: 'agency', agencyId: organisationId }
}
