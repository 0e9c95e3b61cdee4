import type { CostLine } from '#db/practice-content.ts'
import { listMentorsOfRegion } from '#db/queries/adoption-parts.server.ts'
import { countAdoptionsByState, findCompletedAdoption, listAdoptions } from '#db/queries/adoptions.server.ts'
import { countCoachingSessions, listCoachingSessions } from '#db/queries/coaching.server.ts'
import { ADOPTION_STEPS, type AdoptionState } from '#db/vocabulary.ts'
import { visibilityFor as coachingVisibility, seesExactCounts } from '../coaching/coaching.policy.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { abilitiesOf, can, factsOf, partyOf, visibilityFor } from './adoption.policy.ts'
import {
  type AdoptionAct,
  type AdoptionFile,
  checklistOf,
  isPossible,
  missingItems,
  nextOutcome,
  sourceParts,
} from './adoption.ts'
import { readFile } from './change-adoption.server.ts'
import { stepOf } from './process.ts'

const LATEST_SESSIONS = 3
const PAGE_SIZE = 20

export type AdoptionView = Awaited<ReturnType<typeof readAdoption>>

/** One adoption as its page shows it: papers, checklists, log, and what this person may do now. */
export async function readAdoption(ctx: Context, adoptionId: string) {
  const file = await readFile(ctx, adoptionId)
  const { content, ...papers } = file
  const { adoption } = file
  const [coaching, mentors] = await Promise.all([
    readCoachingLog(ctx, adoption.id),
    listMentorsOfRegion(ctx.db, file.need.regionCode, today(ctx.now)),
  ])
  const step = stepOf(adoption.processVersion, adoption.step)
  return {
    ...papers,
    title: content?.title ?? null,
    brand: content?.brand ?? null,
    sourceParts: sourceParts(file),
    sourceCost: content ? costOf(content.kit.costs) : null,
    process: ADOPTION_STEPS.map((one) => stepOf(adoption.processVersion, one)),
    current: step,
    checklists: ADOPTION_STEPS.filter((one) => one <= adoption.step).map((one) => ({
      step: one,
      lines: checklistOf(file, one, ctx.now),
    })),
    missing: missingItems(file, ctx.now),
    nextOutcome: nextOutcome(file, ctx.now),
    coaching,
    mentors: mentors.map(({ name }) => name),
    can: abilitiesOf(ctx.actor, file, ctx.now),
    party: partyOf(ctx.actor, factsOf(file)),
    now: ctx.now,
  }
}

/** The same for the page of one form; people who may never fill it in are told so. */
export async function readAdoptionFor(ctx: Context, adoptionId: string, ...acts: AdoptionAct[]): Promise<AdoptionView> {
  const view = await readAdoption(ctx, adoptionId)
  const facts = { ...view.adoption, sourceAgencyId: view.sourceAgencyId, sourceParentId: view.sourceParentId }
  const { sourceHasHead, sourceHasSignatory } = view
  const mine = acts.some((act) => can(ctx.actor, act, { ...facts, sourceHasHead, sourceHasSignatory }))
  if (!mine) throw new Forbidden(`${acts.join(', ')} on ${adoptionId}`)
  return view
}

async function readCoachingLog(ctx: Context, adoptionId: string) {
  const day = today(ctx.now)
  const visibility = coachingVisibility(ctx.actor, ctx.now)
  const held = { adoptionId, states: ['held', 'disputed', 'confirmed', 'locked'] as const }
  const [rows, total] = await Promise.all([
    listCoachingSessions(ctx.db, visibility, held, { today: day, limit: LATEST_SESSIONS }),
    countCoachingSessions(ctx.db, visibility, held),
  ])
  const sessions = rows.map((row) => {
    const { id, startsAt, timeZone, channel, durationMinutes, findings } = row
    const people = seesExactCounts(ctx.actor, row) ? { women: row.women, men: row.men } : null
    return { id, startsAt, timeZone, channel, durationMinutes, findings, people }
  })
  return { sessions, total }
}

/** Set-up and first year together; `null` where the record names no amount. */
function costOf(lines: readonly CostLine[]): number | null {
  const amounts = lines.flatMap(({ setUp, yearly }) => [setUp, yearly]).filter((amount) => amount !== null)
  return amounts.length ? amounts.reduce((sum, amount) => sum + amount, 0) : null
}

export type AdoptionList = Awaited<ReturnType<typeof listMyAdoptions>>

/** One page of the adoptions that this person may see, and how many there are in each state. */
export async function listMyAdoptions(ctx: Context, { state, page }: { state: AdoptionState | null; page: number }) {
  const visibility = visibilityFor(ctx.actor)
  const [rows, counts] = await Promise.all([
    listAdoptions(ctx.db, visibility, {
      ...(state ? { states: [state] } : {}),
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }),
    countAdoptionsByState(ctx.db, visibility),
  ])
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const total = state ? (counts.find((one) => one.state === state)?.count ?? 0) : all
  return { rows, counts, all, total, state, page, pageSize: PAGE_SIZE, now: ctx.now }
}

export type Certificate = Awaited<ReturnType<typeof readCertificate>>

/** A completed adoption as everybody may see it; throws `NotFound` for all others. */
export async function readCertificate(ctx: Context, adoptionId: string) {
  const adoption = await findCompletedAdoption(ctx.db, adoptionId)
  if (!adoption) throw new NotFound(`certificate of ${adoptionId}`)
  return { ...adoption, now: ctx.now }
}

/** Whether a gate waits for this actor alone: everything is there, somebody has to open it. */
export function isGateReady(ctx: Pick<Context, 'actor' | 'now'>, file: AdoptionFile): boolean {
  return (
    isPossible('pass_gate', file, ctx.now) &&
    can(ctx.actor, 'pass_gate', factsOf(file)) &&
    missingItems(file, ctx.now).length === 0
  )
}
