import { allocateNumber } from '#db/queries/adoption-writes.server.ts'
import { findPlaceOfAgency, insertMatch, insertNeed, updateNeed } from '#db/queries/needs.server.ts'
import { type Context, organisationOf, userIdOf } from '../shared/context.ts'
import { Conflict, Forbidden, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { findAdoptable } from './choose-practice.server.ts'
import { findNeedFor } from './find-need.server.ts'
import { canRecordNeed } from './need.policy.ts'
import { needLifecycle } from './need.ts'

export type NeedSheet = {
  problem: string
  affectedGroup: string | null
  baseline: string | null
  planReference: string | null
  laporTopic: string | null
  laporCount: number | null
}

/** Records a problem that the own agency wants solved, perhaps with a practice that was found already; answers its public id. */
export async function recordNeed(
  ctx: Context,
  input: NeedSheet & { practiceId?: string | undefined },
): Promise<string> {
  const { practiceId, ...sheet } = input
  const [agencyId, createdBy] = [organisationOf(ctx.actor), userIdOf(ctx.actor)]
  if (!agencyId || !createdBy || !canRecordNeed(ctx.actor)) throw new Forbidden('record a need')
  const place = await findPlaceOfAgency(ctx.db, agencyId)
  if (!place) throw new Invalid({ '': ['noPlace'] })
  const practice = practiceId ? await findAdoptable(ctx, practiceId, agencyId) : undefined
  const region = place.regionCode.replace('.', '')
  return ctx.db.transaction(async (tx) => {
    const number = await allocateNumber(tx, `need-${region}`)
    const need = await insertNeed(tx, {
      ...sheet,
      publicId: `K-${region}-${String(number).padStart(4, '0')}`,
      agencyId,
      regionCode: place.regionCode,
      state: practice ? needLifecycle.next('open', 'match') : 'open',
      createdBy,
      isDemo: place.isDemo,
      createdAt: ctx.now,
    })
    if (practice) {
      await insertMatch(tx, { needId: need.id, practiceId: practice.id, addedBy: createdBy, createdAt: ctx.now })
    }
    await recordChange(tx, ctx, {
      action: 'need.record',
      entity: 'need',
      entityId: need.publicId,
      data: { problem: need.problem, practice: practiceId ?? null },
    })
    return need.publicId
  })
}

/** Corrects or completes the sheet of a need of the own agency. */
export async function editNeed(
  ctx: Context,
  needId: string,
  { version, ...sheet }: NeedSheet & { version: number },
): Promise<void> {
  const { need } = await findNeedFor(ctx, needId, 'edit', version)
  await ctx.db.transaction(async (tx) => {
    if (!(await updateNeed(tx, need, sheet))) throw new Conflict(`need ${needId} has changed`)
    await recordChange(tx, ctx, { action: 'need.edit', entity: 'need', entityId: needId, data: { ...sheet } })
  })
}
