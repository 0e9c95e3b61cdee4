import { type AdoptionWorkRow, listRunningAdoptions } from '#db/queries/adoption-work.server.ts'
import { listNeeds } from '#db/queries/needs.server.ts'
import type { NeedState } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import { addMonths } from '../practice/practice.ts'
import { type Actor, type Context, roleOf } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import type { WorkItem, WorkItemKind } from '../shared/work-item.ts'
import { can, partyOf, visibilityFor } from './adoption.policy.ts'
import type { AdoptionAct } from './adoption.ts'
import { readFile } from './change-adoption.server.ts'
import { canRecordNeed, visibilityFor as needVisibility } from './need.policy.ts'
import { stepOf } from './process.ts'
import { isGateReady } from './read-adoption.server.ts'

const MOST = 50
/** How many days before its date a report or a pause is put on the list. */
const AHEAD_DAYS = 14

/** Needs that wait for this actor: the hub finds practices for them, the agency chooses among those found. */
export async function needWorkItems(ctx: Context): Promise<WorkItem[]> {
  const role = roleOf(ctx.actor)
  const finds = role === 'curator' || role === 'hub_manager'
  if (!finds && !canRecordNeed(ctx.actor)) return []
  const state: NeedState = finds ? 'open' : 'matched'
  const needs = await listNeeds(ctx.db, needVisibility(ctx.actor), { states: [state], limit: MOST, offset: 0 })
  return needs.map((need) => ({
    kind: finds ? 'need_match' : 'need_choose',
    params: { about: need.problem, where: need.agency },
    href: paths.workNeed(need.publicId),
    since: need.createdAt,
    urgent: false,
  }))
}

/** Adoptions in which this actor has the next move. */
export async function adoptionWorkItems(ctx: Context): Promise<WorkItem[]> {
  const role = roleOf(ctx.actor)
  if (role === null || role === 'observer' || role === 'author') return []
  const rows = await listRunningAdoptions(ctx.db, visibilityFor(ctx.actor), today(ctx.now), MOST)
  const items = await Promise.all(rows.map((row) => itemOf(ctx, row)))
  return items.filter((item) => item !== null)
}

async function itemOf(ctx: Context, row: AdoptionWorkRow): Promise<WorkItem | null> {
  const day = today(ctx.now)
  const due = dueOf(row)
  const turn = turnOf(ctx.actor, row, day)
  const kind =
    turn ?? ((await isGateMine(ctx, row)) ? 'adoption_gate' : leads(ctx.actor, row) ? 'adoption_continue' : 'none')
  if (kind === 'none') return null
  const dated = (kind === 'outcome_report' || kind === 'adoption_pause_review') && due !== null
  return {
    kind,
    params: { about: row.title?.id ?? row.brand ?? row.problem, where: row.agency, step: row.step },
    href: paths.workAdoption(row.publicId),
    since: row.updatedAt,
    ...(dated ? { due } : {}),
    urgent: dated && due < day,
  }
}

/** The date that a running adoption has to keep: the review of a pause, else the next outcome report. */
function dueOf({ state, reviewOn, launchedOn, nextMonth }: AdoptionWorkRow): string | null {
  if (state === 'paused') return reviewOn
  return launchedOn && nextMonth ? addMonths(launchedOn, nextMonth) : null
}

/** What this actor has to do next; `none` while it is another's turn, `undefined` where the checklist must tell. */
function turnOf(actor: Actor, row: AdoptionWorkRow, day: string): WorkItemKind | 'none' | undefined {
  const may = (act: AdoptionAct) => can(actor, act, row)
  const isDue = (dueOf(row) ?? '9999') <= addDays(day, AHEAD_DAYS)
  if (row.state === 'paused') return isDue && may('resume') ? 'adoption_pause_review' : 'none'
  const { step, letter, agreement, closing } = row
  if (step === 3 && letter) {
    if (!letter.signed) return may('sign_letter') ? 'interest_sign' : undefined
    if (!letter.verified) return may('verify_interest') ? 'interest_verify' : 'none'
    return may('answer_interest') ? 'interest_answer' : 'none'
  }
  if (step === 5 && agreement) {
    if (!agreement.adopterSigned && may('sign_adopter')) return 'agreement_sign'
    return !agreement.sourceSigned && may('sign_source') ? 'agreement_sign' : undefined
  }
  if (step === 8 && closing) {
    if (!closing.hubSigned && may('cosign_hub')) return 'closing_sign'
    return !closing.sourceSigned && may('cosign_source') ? 'closing_sign' : undefined
  }
  return step >= 7 && isDue && may('report_outcome') ? 'outcome_report' : undefined
}

const leads = (actor: Actor, row: AdoptionWorkRow) =>
  partyOf(actor, row) === 'adopter' && roleOf(actor) === 'adopter_lead'

/** Whether this actor keeps the gate and nothing is missing; only then the whole file is read. */
async function isGateMine(ctx: Context, row: AdoptionWorkRow): Promise<boolean> {
  if (stepOf(row.processVersion, row.step).opening !== 'keeper' || !can(ctx.actor, 'pass_gate', row)) return false
  return isGateReady(ctx, await readFile(ctx, row.publicId))
}
