import type { Transaction } from '#db/client.server.ts'
import {
  countActionItemsOfAdoption,
  findAdoptionParts,
  listMembersWithRoles,
} from '#db/queries/adoption-parts.server.ts'
import {
  type AdoptionChanges,
  insertEvent,
  updateAdoption,
  updateSearchVersions,
} from '#db/queries/adoption-writes.server.ts'
import { findAdoption } from '#db/queries/adoptions.server.ts'
import { type Context, type ReadContext, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { can, canInSomeStep, factsOf, visibilityFor } from './adoption.policy.ts'
import { type AdoptionAct, type AdoptionFile, type AdoptionHistory, isPossible } from './adoption.ts'
import { adoptionMail } from './adoption-mail.server.ts'
import type { Party } from './process.ts'

/** Everything about an adoption that this actor may see; throws `NotFound`. */
export async function readFile(ctx: ReadContext, publicId: string): Promise<AdoptionFile> {
  const row = await findAdoption(ctx.db, publicId, visibilityFor(ctx.actor))
  if (!row) throw new NotFound(`adoption ${publicId}`)
  const source = [row.sourceAgencyId, row.sourceParentId].filter((id) => id !== null)
  const day = today(ctx.now)
  const [parts, actions, signatories, heads] = await Promise.all([
    findAdoptionParts(ctx.db, row.adoption.id),
    countActionItemsOfAdoption(ctx.db, row.adoption.id),
    listMembersWithRoles(ctx.db, source, ['agency_admin', 'agency_head'], day),
    listMembersWithRoles(ctx.db, source, ['agency_head'], day),
  ])
  const order = new Map(row.content?.kit.parts.map(({ name }, index) => [name, index]))
  const adaptations = parts.adaptations.toSorted((a, b) => (order.get(a.part) ?? 999) - (order.get(b.part) ?? 999))
  return {
    ...row,
    ...parts,
    adaptations,
    actions,
    sourceHasSignatory: signatories.length > 0,
    sourceHasHead: heads.length > 0,
  }
}

/** What a verb wants to happen to the adoption, worked out from its file. */
export type Plan = {
  changes?: AdoptionChanges
  /** Writes the papers once the adoption is ours; may answer changes that were not known before. */
  write?: (tx: Transaction, actorId: string) => Promise<AdoptionChanges | undefined>
  /** Named in the history of the adoption; small work leaves it out. */
  event?: AdoptionHistory
  reason?: string | null
  /** For the audit log. */
  data?: Record<string, unknown>
  /** Who hears of it by mail. */
  tell?: readonly Party[]
}

/** The row of an adoption as it is after a move. */
export type AdoptionRecord = AdoptionFile['adoption']

export type Target = { adoptionId: string; version: number }

/**
 * The five steps of every verb on an adoption: find it as this actor may see it, ask the policy, ask the moment, then
 * in one transaction compare-and-set, papers, audit, history, mail and the search. Throws `Conflict` when somebody
 * else changed the adoption since the page was made.
 */
export async function changeAdoption(
  ctx: Context,
  { adoptionId, version }: Target,
  act: AdoptionAct,
  work: (file: AdoptionFile) => Plan | Promise<Plan>,
): Promise<AdoptionRecord> {
  const file = await readFile(ctx, adoptionId)
  const actorId = userIdOf(ctx.actor)
  const stale = file.adoption.version !== version
  // Who was the one to do it a step ago is told that the adoption has moved on, not that they may not.
  const may = stale ? canInSomeStep : can
  if (!actorId || !may(ctx.actor, act, factsOf(file))) throw new Forbidden(`${act} on ${adoptionId}`)
  if (stale) throw new Conflict(`${adoptionId} has changed`)
  if (!isPossible(act, file, ctx.now))
    throw new InvalidTransition(`${file.adoption.state}, step ${file.adoption.step}`, act)
  const plan = await work(file)
  try {
    return await ctx.db.transaction((tx) => carryOut(tx, ctx, { file, act, plan, actorId }))
  } catch (error) {
    throw isTakenTwice(error) ? new Conflict(`the practice of ${adoptionId} is being adopted already`) : error
  }
}

type Move = { file: AdoptionFile; act: AdoptionAct; plan: Plan; actorId: string }

async function carryOut(tx: Transaction, ctx: Context, { file, act, plan, actorId }: Move): Promise<AdoptionRecord> {
  const { adoption } = file
  const row = await updateAdoption(tx, adoption, plan.changes ?? {}, ctx.now)
  if (!row) throw new Conflict(`${adoption.publicId} has changed`)
  const late = await plan.write?.(tx, actorId)
  const now = late ? await updateAdoption(tx, row, late, ctx.now) : row
  if (!now) throw new Conflict(`${adoption.publicId} has changed`)
  if (plan.event) {
    await insertEvent(tx, {
      adoptionId: adoption.id,
      event: plan.event,
      step: now.step,
      actorId,
      reason: plan.reason ?? null,
      data: { organisation: organisationName(ctx) },
      at: ctx.now,
    })
  }
  const visible = now.step !== adoption.step || now.state !== adoption.state || act === 'sign_letter'
  const practiceId = adoption.practiceId ?? now.practiceId
  const outbox =
    visible && practiceId
      ? (await updateSearchVersions(tx, practiceId)).map((row) => ({ topic: 'practice' as const, ...row }))
      : []
  await recordChange(tx, ctx, {
    action: `adoption.${plan.event ?? act}`,
    entity: 'adoption',
    entityId: adoption.publicId,
    reason: plan.reason ?? null,
    data: { from: adoption.state, to: now.state, step: adoption.step, toStep: now.step, ...plan.data },
    outbox,
    mail:
      plan.event && plan.tell
        ? await adoptionMail(tx, ctx, file, { event: plan.event, step: now.step, tell: plan.tell })
        : [],
  })
  return now
}

const organisationName = ({ actor }: Context) => (actor.kind === 'user' ? (actor.hat?.organisationName ?? null) : null)

/** The database allows an agency one running adoption of a practice; the loser of a race is told so. */
function isTakenTwice(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'constraint_name' in cause &&
    cause.constraint_name === 'adoptions_one_running'
  )
}
