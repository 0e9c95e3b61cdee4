import type { AdoptionStep, Role } from '#db/vocabulary.ts'

/**
 * The eight steps as configuration. The order and the checklists are a composite of published replication guides
 * (LAN 2017, CITYNET 1998, GO-FAR, Kemendagri 2025); the wording is ours. An adoption keeps the version it began with.
 */

export type Party = 'adopter' | 'source' | 'hub'

export type StepKey = 'know_need' | 'choose' | 'declare_interest' | 'learn' | 'agree' | 'design' | 'implement' | 'embed'

/** What a checklist asks for. `record` is seen in what was entered, `tick` is vouched for by the adopter. */
export type ItemKey =
  | 'problem'
  | 'affected_group'
  | 'baseline'
  | 'plan_reference'
  | 'lead_named'
  | 'two_compared'
  | 'one_chosen'
  | 'evidence_read'
  | 'prerequisites_checked'
  | 'source_confirmed'
  | 'similar_district'
  | 'transfer_kind'
  | 'letter_signed'
  | 'hub_verified'
  | 'source_accepted'
  | 'source_willing'
  | 'host_capacity'
  | 'visit_recorded'
  | 'must_keep'
  | 'success_factors'
  | 'failures_met'
  | 'real_cost'
  | 'documents_collected'
  | 'agreement_written'
  | 'contact_persons'
  | 'budget_line'
  | 'exit_clause'
  | 'adopter_signed'
  | 'source_signed'
  | 'parts_decided'
  | 'indicator_set'
  | 'action_plan'
  | 'cost_planned'
  | 'communication_plan'
  | 'launch_date'
  | 'team_trained'
  | 'complaints_channel'
  | 'outcome_reported'
  | 'actions_closed'
  | 'users_served'
  | 'closing_written'
  | 'year_measured'
  | 'later_checks_planned'
  | 'source_cosigned'
  | 'hub_cosigned'

export type ChecklistItem = { key: ItemKey; required: boolean; kind: 'record' | 'tick' }

/** Who may open a gate. */
export type Keeper = { party: Party; roles: readonly Role[] }

export type ProcessStep = {
  step: AdoptionStep
  key: StepKey
  /** `keeper` opens it with a button, `answer` with the answer of the source, `signatures` with the second signature. */
  opening: 'keeper' | 'answer' | 'signatures'
  keepers: readonly Keeper[]
  items: readonly ChecklistItem[]
}

const record = (key: ItemKey): ChecklistItem => ({ key, required: true, kind: 'record' })
const tick = (key: ItemKey): ChecklistItem => ({ key, required: true, kind: 'tick' })
const optional = (item: ChecklistItem): ChecklistItem => ({ ...item, required: false })

const VERSION_1: readonly ProcessStep[] = [
  {
    step: 1,
    key: 'know_need',
    opening: 'keeper',
    keepers: [{ party: 'adopter', roles: ['agency_head', 'agency_admin'] }],
    items: [
      record('problem'),
      record('affected_group'),
      record('baseline'),
      record('plan_reference'),
      record('lead_named'),
    ],
  },
  {
    step: 2,
    key: 'choose',
    opening: 'keeper',
    keepers: [{ party: 'adopter', roles: ['adopter_lead'] }],
    items: [
      record('two_compared'),
      tick('evidence_read'),
      tick('prerequisites_checked'),
      record('one_chosen'),
      optional(record('source_confirmed')),
      optional(tick('similar_district')),
      optional(tick('transfer_kind')),
    ],
  },
  {
    step: 3,
    key: 'declare_interest',
    opening: 'answer',
    keepers: [{ party: 'source', roles: ['agency_admin', 'agency_head'] }],
    items: [
      record('letter_signed'),
      record('hub_verified'),
      record('source_accepted'),
      optional(record('source_willing')),
      optional(record('host_capacity')),
    ],
  },
  {
    step: 4,
    key: 'learn',
    opening: 'keeper',
    keepers: [{ party: 'hub', roles: ['mentor', 'hub_manager', 'curator'] }],
    items: [
      record('visit_recorded'),
      record('must_keep'),
      tick('success_factors'),
      tick('failures_met'),
      tick('real_cost'),
      optional(tick('documents_collected')),
    ],
  },
  {
    step: 5,
    key: 'agree',
    opening: 'signatures',
    keepers: [
      { party: 'adopter', roles: ['agency_head'] },
      { party: 'source', roles: ['agency_head'] },
    ],
    items: [
      record('agreement_written'),
      tick('contact_persons'),
      tick('budget_line'),
      optional(tick('exit_clause')),
      record('adopter_signed'),
      record('source_signed'),
    ],
  },
  {
    step: 6,
    key: 'design',
    opening: 'keeper',
    keepers: [{ party: 'adopter', roles: ['agency_head'] }],
    items: [
      record('parts_decided'),
      record('indicator_set'),
      record('action_plan'),
      optional(record('cost_planned')),
      optional(tick('communication_plan')),
    ],
  },
  {
    step: 7,
    key: 'implement',
    opening: 'keeper',
    keepers: [{ party: 'hub', roles: ['hub_manager', 'curator'] }],
    items: [
      record('launch_date'),
      tick('team_trained'),
      tick('complaints_channel'),
      record('outcome_reported'),
      record('actions_closed'),
      optional(tick('users_served')),
    ],
  },
  {
    step: 8,
    key: 'embed',
    opening: 'signatures',
    keepers: [
      { party: 'source', roles: ['agency_head'] },
      { party: 'hub', roles: ['hub_manager', 'curator'] },
    ],
    items: [
      record('closing_written'),
      optional(record('year_measured')),
      optional(tick('later_checks_planned')),
      record('source_cosigned'),
      record('hub_cosigned'),
    ],
  },
]

/** The version that new adoptions begin with. */
export const PROCESS_VERSION = 1

const PROCESSES: Record<number, readonly ProcessStep[]> = { 1: VERSION_1 }

/** The steps of one version, in order; an unknown version counts as the newest. */
export function processOf(version: number): readonly ProcessStep[] {
  return PROCESSES[version] ?? VERSION_1
}

/** The configuration of one step. */
export function stepOf(version: number, step: AdoptionStep): ProcessStep {
  const found = processOf(version).find((one) => one.step === step)
  if (!found) throw new RangeError(`process ${version} has no step ${step}`)
  return found
}

/** Signatures: what opens the gates of steps that are opened by signing. */
const SIGNATURES: readonly ItemKey[] = ['adopter_signed', 'source_signed', 'source_cosigned', 'hub_cosigned']

/** Whether nothing but signatures is among the items that are missing: then it is time to sign. */
export function onlySignaturesIn(missing: readonly ItemKey[]): boolean {
  return missing.every((key) => SIGNATURES.includes(key))
}
