import type { AdoptionParts } from '#db/queries/adoption-parts.server.ts'
import type { AdoptionRow } from '#db/queries/adoptions.server.ts'
import {
  ADOPTION_STEPS,
  type AdoptionState,
  type AdoptionStep,
  OUTCOME_MONTHS,
  type OutcomeMonth,
} from '#db/vocabulary.ts'
import { addMonths, freshnessOf } from '../practice/practice.ts'
import { daysBetween, today } from '../shared/dates.ts'
import { defineLifecycle } from '../shared/transition.ts'
import { type ChecklistItem, type ItemKey, onlySignaturesIn, stepOf } from './process.ts'

export type AdoptionEvent = 'pass_gate' | 'step_back' | 'pause' | 'resume' | 'stop' | 'decline' | 'complete'

/**
 * The way of an adoption. A refusal of the source ends it; the adopter may go back one step and choose another
 * practice. Stopped and completed are final.
 */
export const adoptionLifecycle = defineLifecycle<AdoptionState, AdoptionEvent>({
  pass_gate: { from: ['active'], to: 'active' },
  step_back: { from: ['active', 'declined'], to: 'active' },
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  stop: { from: ['active', 'paused'], to: 'stopped' },
  decline: { from: ['active'], to: 'declined' },
  complete: { from: ['active'], to: 'completed' },
})

const RUNNING_ADOPTION_STATES: readonly AdoptionState[] = ['active', 'paused']

/** What the history of an adoption tells. */
export const ADOPTION_HISTORY = [
  'start',
  'choose',
  'write_letter',
  'sign_letter',
  'verify_interest',
  'return_interest',
  'accept_interest',
  'record_visit',
  'write_agreement',
  'sign_adopter',
  'sign_source',
  'adapt',
  'set_indicator',
  'plan',
  'launch',
  'report_outcome',
  'add_document',
  'write_closing',
  'cosign_source',
  'cosign_hub',
  'pass_gate',
  'step_back',
  'pause',
  'resume',
  'stop',
  'decline',
  'complete',
] as const
export type AdoptionHistory = (typeof ADOPTION_HISTORY)[number]

/** Whether an adoption is still under way. */
export function isRunning(state: AdoptionState): boolean {
  return RUNNING_ADOPTION_STATES.includes(state)
}

/** Everything about one adoption: its row, its papers, and what others know that its checklists ask for. */
export type AdoptionFile = AdoptionRow &
  AdoptionParts & {
    /** Action items of its coaching sessions, and those not verified yet. */
    actions: { all: number; open: number }
    /** Somebody can answer and sign for the source here; else the hub records what was given on paper. */
    sourceHasSignatory: boolean
    sourceHasHead: boolean
  }

/** What people do with an adoption besides letting it pass, and in which steps. */
export const ADOPTION_ACTS = {
  compare: [1, 2],
  choose: [2],
  tick: ADOPTION_STEPS,
  write_letter: [3],
  sign_letter: [3],
  verify_interest: [3],
  answer_interest: [3],
  record_visit: [4, 5, 6, 7],
  write_agreement: [5],
  sign_adopter: [5],
  sign_source: [5],
  adapt: [6, 7],
  set_indicator: [6],
  plan: [6],
  launch: [7],
  report_outcome: [7, 8],
  add_document: ADOPTION_STEPS,
  write_closing: [8],
  cosign_source: [8],
  cosign_hub: [8],
} as const satisfies Record<string, readonly AdoptionStep[]>

export type AdoptionWork = keyof typeof ADOPTION_ACTS
/** Moves that a person makes as such; declining and completing follow from an answer and from a signature. */
export type AdoptionMove = Exclude<AdoptionEvent, 'decline' | 'complete'>
export type AdoptionAct = AdoptionWork | AdoptionMove

const MOVES: readonly AdoptionMove[] = ['pass_gate', 'step_back', 'pause', 'resume', 'stop']
export const ALL_ACTS: readonly AdoptionAct[] = [...(Object.keys(ADOPTION_ACTS) as AdoptionWork[]), ...MOVES]

const isMove = (act: AdoptionAct): act is AdoptionMove => (MOVES as readonly AdoptionAct[]).includes(act)

/** What must be true beside step and state, for acts that build on each other. */
const AFTER: Partial<Record<AdoptionAct, (file: AdoptionFile, now: Date) => boolean>> = {
  pass_gate: (file) => stepOf(file.adoption.processVersion, file.adoption.step).opening === 'keeper',
  step_back: ({ adoption }) => adoption.step > 1,
  write_letter: ({ interest }) => !interest?.signedAt,
  sign_letter: ({ interest }) => interest !== null && !interest.signedAt,
  verify_interest: ({ interest }) => Boolean(interest?.signedAt) && !interest?.hubVerifiedAt,
  answer_interest: ({ interest }) => Boolean(interest?.hubVerifiedAt) && !interest?.sourceAnsweredAt,
  sign_adopter: (file, now) =>
    file.agreement !== null && !file.agreement.adopterSignedAt && onlySignaturesIn(missingItems(file, now)),
  sign_source: (file, now) =>
    file.agreement !== null && !file.agreement.sourceSignedAt && onlySignaturesIn(missingItems(file, now)),
  report_outcome: ({ adoption, indicators }) => adoption.launchedOn !== null && indicators.length > 0,
  cosign_source: (file, now) =>
    file.closing !== null && !file.closing.sourceSignedAt && onlySignaturesIn(missingItems(file, now)),
  cosign_hub: (file, now) =>
    file.closing !== null && !file.closing.hubSignedAt && onlySignaturesIn(missingItems(file, now)),
}

/** Whether the moment allows it, whoever asks: state, step, and what must come before. */
export function isPossible(act: AdoptionAct, file: AdoptionFile, now: Date): boolean {
  const { state, step } = file.adoption
  const inTime = isMove(act)
    ? adoptionLifecycle.allows(state, act)
    : state === 'active' && (ADOPTION_ACTS[act] as readonly AdoptionStep[]).includes(step)
  return inTime && (AFTER[act]?.(file, now) ?? true)
}

/** One line of a checklist and what is known of it. */
export type ChecklistLine = ChecklistItem & {
  done: boolean
  /** Words, date or figures that show it; the page writes them out. */
  text?: string | null
  on?: Date | string | null
  count?: number
  of?: number
}

type Finding = Omit<ChecklistLine, keyof ChecklistItem>
type Look = (file: AdoptionFile, now: Date) => Finding

const filled = (text: string | null): Finding => ({ done: Boolean(text?.trim()), text })
const dated = (on: Date | string | null | undefined): Finding => ({ done: Boolean(on), on })

/** How each recorded item is seen. Items that are ticked are not in here. */
const FINDINGS: Partial<Record<ItemKey, Look>> = {
  problem: ({ need }) => filled(need.problem),
  affected_group: ({ need }) => filled(need.affectedGroup),
  baseline: ({ need }) => filled(need.baseline),
  plan_reference: ({ need }) => filled(need.planReference),
  lead_named: ({ leadName }) => filled(leadName),
  two_compared: ({ candidates }) => ({ done: candidates.length >= 2, count: candidates.length }),
  one_chosen: (file) => ({ done: isChoiceSound(file) }),
  source_confirmed: ({ lifeConfirmedOn }, now) => ({
    done: ['fresh', 'aging'].includes(freshnessOf(lifeConfirmedOn, now)),
    on: lifeConfirmedOn,
  }),
  letter_signed: ({ interest }) => dated(interest?.signedAt),
  hub_verified: ({ interest }) => dated(interest?.hubVerifiedAt),
  source_accepted: ({ interest }) => (interest?.sourceAccepts ? dated(interest.sourceAnsweredAt) : { done: false }),
  source_willing: ({ content }) => ({ done: content?.kit.replicable === true }),
  host_capacity: ({ content }) => ({
    done: (content?.kit.hostCapacity ?? 0) > 0,
    count: content?.kit.hostCapacity ?? 0,
  }),
  visit_recorded: ({ visits }) => ({ done: visits.length > 0, count: visits.length }),
  must_keep: ({ visits }) => ({ done: visits.some((visit) => visit.mustKeep?.trim()) }),
  agreement_written: ({ agreement }) => ({ done: agreement !== null, text: agreement?.number }),
  adopter_signed: ({ agreement }) => dated(agreement?.adopterSignedAt),
  source_signed: ({ agreement }) => dated(agreement?.sourceSignedAt),
  parts_decided: (file) => {
    const decided = new Set(file.adaptations.map(({ part }) => part))
    const parts = sourceParts(file)
    const done = parts.filter(({ name }) => decided.has(name)).length
    return {
      done: decided.size > 0 && done === parts.length,
      count: decided.size,
      of: Math.max(decided.size, parts.length),
    }
  },
  indicator_set: ({ indicators }) => ({ done: indicators.length > 0, count: indicators.length }),
  action_plan: ({ documents }) => dated(documents.findLast(({ kind }) => kind === 'action_plan')?.datedOn),
  cost_planned: ({ adoption }) => ({ done: adoption.plannedCost !== null }),
  launch_date: ({ adoption }) => dated(adoption.launchedOn),
  outcome_reported: (file) => ({
    done: file.reports.some((report) => isWhole(file, report)),
    count: file.reports.length,
  }),
  actions_closed: ({ actions }) => ({ done: actions.open === 0, count: actions.all - actions.open, of: actions.all }),
  closing_written: ({ closing }) => dated(closing?.writtenAt),
  year_measured: (file) => ({ done: file.reports.some((report) => report.month >= 12 && isWhole(file, report)) }),
  source_cosigned: ({ closing }) => dated(closing?.sourceSignedAt),
  hub_cosigned: ({ closing }) => dated(closing?.hubSignedAt),
}

/** The checklist of a step, in the order of the configuration, with what is known of each item. */
export function checklistOf(file: AdoptionFile, step: AdoptionStep, now: Date): ChecklistLine[] {
  return stepOf(file.adoption.processVersion, step).items.map((item) => {
    const look = item.kind === 'record' ? FINDINGS[item.key] : undefined
    if (look) return { ...item, ...look(file, now) }
    const check = file.checks.find((one) => one.item === item.key)
    return { ...item, done: check !== undefined, text: check?.note ?? null, on: check?.checkedAt ?? null }
  })
}

/** Required items of the current step that are not done. */
export function missingItems(file: AdoptionFile, now: Date): ItemKey[] {
  return checklistOf(file, file.adoption.step, now)
    .filter((line) => line.required && !line.done)
    .map((line) => line.key)
}

/** Whether the chosen practice can be adopted: published, not stopped, another agency's, chosen with a reason. */
export function isChoiceSound({ adoption, candidates }: Pick<AdoptionFile, 'adoption' | 'candidates'>): boolean {
  const chosen = candidates.find(({ practiceId }) => practiceId === adoption.practiceId)
  return chosen !== undefined && isAdoptableFor(adoption.agencyId, chosen) && Boolean(chosen.note?.trim())
}

/** Whether an agency may adopt a practice: published, not stopped, and not its own. */
export function isAdoptableFor(
  agencyId: string,
  practice: { state: string; lifeStatus: string; agencyId: string },
): boolean {
  return practice.state === 'published' && practice.lifeStatus !== 'stopped' && practice.agencyId !== agencyId
}

/** The parts of the source's adoption kit; none where the record names none. */
export function sourceParts({ content }: Pick<AdoptionFile, 'content'>) {
  return content?.kit.parts ?? []
}

type Report = AdoptionParts['reports'][number]

/** Whether a report gives a value for every indicator. */
function isWhole({ indicators }: AdoptionFile, report: Report): boolean {
  return (
    indicators.length > 0 && indicators.every(({ id }) => report.values.some(({ indicatorId }) => indicatorId === id))
  )
}

/** How far a value is on the way from baseline to target, in percent; may be below 0 or above 100. */
export function progressTo(
  { baselineValue, targetValue }: { baselineValue: number; targetValue: number },
  value: number,
): number {
  if (targetValue === baselineValue) return value === targetValue ? 100 : 0
  return ((value - baselineValue) / (targetValue - baselineValue)) * 100
}

/** The next outcome report: its month, its date and the days it is late (negative: still to come). */
export function nextOutcome(
  { adoption, reports }: Pick<AdoptionFile, 'adoption' | 'reports'>,
  now: Date,
): { month: OutcomeMonth; dueOn: string; daysLate: number } | null {
  const { launchedOn } = adoption
  const month = OUTCOME_MONTHS.find((one) => !reports.some((report) => report.month === one))
  if (!launchedOn || month === undefined) return null
  const dueOn = addMonths(launchedOn, month)
  return { month, dueOn, daysLate: daysBetween(dueOn, today(now)) }
}
