import { existsRunningAdoption } from '#db/queries/adoptions.server.ts'
import { findNeed, listHubsOfProvince, type NeedRow } from '#db/queries/needs.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '../shared/errors.ts'
import { can, isPossible, type NeedAct, type NeedFacts, visibilityFor } from './need.policy.ts'

export type KnownNeed = { need: NeedRow; facts: NeedFacts; hubs: { id: string; name: string; slug: string }[] }

/** A need that this actor works with, and what the rules need to know of it; throws `NotFound`. */
export async function readNeedFile(ctx: Context, needId: string): Promise<KnownNeed> {
  const need = await findNeed(ctx.db, needId, visibilityFor(ctx.actor))
  if (!need) throw new NotFound(`need ${needId}`)
  const [hubs, running] = await Promise.all([
    listHubsOfProvince(ctx.db, need.provinceCode),
    existsRunningAdoption(ctx.db, need.id),
  ])
  const facts = { state: need.state, agencyId: need.agencyId, hubIds: hubs.map(({ id }) => id), running }
  return { need, facts, hubs }
}

/** The same for a verb: the actor may do it, sees the newest version, and the moment allows it. */
export async function findNeedFor(ctx: Context, needId: string, act: NeedAct, version: number): Promise<KnownNeed> {
  const known = await readNeedFile(ctx, needId)
  if (!can(ctx.actor, act, known.facts)) throw new Forbidden(`${act} need ${needId}`)
  if (known.need.version !== version) throw new Conflict(`need ${needId} has changed`)
  if (!isPossible(act, known.facts)) throw new InvalidTransition(known.need.state, act)
  return known
}
