import {
  allocateNumber,
  insertAdoption,
  insertCandidates,
  insertEvent,
  upsertStep,
} from '#db/queries/adoption-writes.server.ts'
import { listMatches, updateNeed } from '#db/queries/needs.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { MAX_CANDIDATES } from './choose-practice.server.ts'
import { findNeedFor } from './find-need.server.ts'
import { needLifecycle } from './need.ts'
import { PROCESS_VERSION } from './process.ts'

/**
 * Begins an adoption for a need of the own agency: step 1, with the practices that were found as candidates. The
 * person who begins it leads it. Answers its public id. One adoption of a need at a time.
 */
export async function startAdoption(ctx: Context, needId: string, input: { version: number }): Promise<string> {
  const { need, facts } = await findNeedFor(ctx, needId, 'adopt', input.version)
  const leadId = userIdOf(ctx.actor)
  if (!leadId) throw new Forbidden('start an adoption')
  const matches = await listMatches(ctx.db, [need.id])
  const state = need.state === 'taken_up' ? need.state : needLifecycle.next(need.state, 'take_up')
  return ctx.db.transaction(async (tx) => {
    if (!(await updateNeed(tx, need, { state }))) throw new Conflict(`need ${needId} has changed`)
    const year = today(ctx.now).slice(0, 4)
    const number = await allocateNumber(tx, `adoption-${year}`)
    const adoption = await insertAdoption(tx, {
      publicId: `A-${year}-${String(number).padStart(4, '0')}`,
      needId: need.id,
      agencyId: need.agencyId,
      hubId: facts.hubIds[0] ?? null,
      processVersion: PROCESS_VERSION,
      leadId,
      isDemo: need.isDemo,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    await upsertStep(tx, { adoptionId: adoption.id, step: 1, openedAt: ctx.now })
    const candidates = matches.filter(({ agencyId }) => agencyId !== need.agencyId).slice(0, MAX_CANDIDATES)
    await insertCandidates(
      tx,
      candidates.map(({ practiceId, addedAt }) => ({ adoptionId: adoption.id, practiceId, addedAt })),
    )
    await insertEvent(tx, {
      adoptionId: adoption.id,
      event: 'start',
      step: 1,
      actorId: leadId,
      data: { organisation: need.agency },
      at: ctx.now,
    })
    await recordChange(tx, ctx, {
      action: 'adoption.start',
      entity: 'adoption',
      entityId: adoption.publicId,
      data: { need: needId, needFrom: need.state, needTo: state },
    })
    return adoption.publicId
  })
}
