import type { Transaction } from '#db/client.server.ts'
import {
  type AdoptionChanges,
  allocateNumber,
  insertDocument,
  updateClosing,
  updateStep,
  upsertClosing,
} from '#db/queries/adoption-writes.server.ts'
import { updateNeed } from '#db/queries/needs.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { factsOf, partyOf } from './adoption.policy.ts'
import { type AdoptionFile, adoptionLifecycle } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'
import { createReplicaDraft } from './create-replica-draft.server.ts'
import { needLifecycle } from './need.ts'

type Closing = {
  comparison: string
  differences: string
  legalBasis: string
  nextBudget: string
  lessons: string | null
}

/** Writes what became of the adoption, or writes it anew; what was signed before no longer holds. */
export async function writeClosing(ctx: Context, input: Target & Closing): Promise<AdoptionRecord> {
  const { comparison, differences, legalBasis, nextBudget, lessons } = input
  return changeAdoption(ctx, input, 'write_closing', ({ adoption }) => ({
    write: async (tx, actorId) => {
      const written = { adoptionId: adoption.id, writtenBy: actorId, writtenAt: ctx.now }
      await upsertClosing(tx, { ...written, comparison, differences, legalBasis, nextBudget, lessons })
      return undefined
    },
    event: 'write_closing',
    tell: ['hub', 'source'],
  }))
}

/**
 * Source or hub signs the closing. The second signature completes the adoption: certificate, draft of the replica
 * record, need met. Where the head of the source cannot sign in, the hub records the signature on paper.
 */
export async function cosignClosing(ctx: Context, input: Target & { side: 'source' | 'hub' }): Promise<AdoptionRecord> {
  const act = input.side === 'source' ? 'cosign_source' : 'cosign_hub'
  return changeAdoption(ctx, input, act, (file) => {
    const { adoption, closing } = file
    const onPaper = input.side === 'source' && partyOf(ctx.actor, factsOf(file)) === 'hub'
    const other = input.side === 'source' ? closing?.hubSignedBy : closing?.sourceSignedBy
    const paper = onPaper || closing?.sourceSignedOnPaper
    if (other === userIdOf(ctx.actor) && !paper) throw new Invalid({ '': ['samePerson'] })
    return {
      changes: other ? { state: adoptionLifecycle.next(adoption.state, 'complete'), endedAt: ctx.now } : {},
      write: async (tx, actorId) => {
        await updateClosing(
          tx,
          adoption.id,
          input.side === 'source'
            ? { sourceSignedBy: actorId, sourceSignedAt: ctx.now, sourceSignedOnPaper: onPaper }
            : { hubSignedBy: actorId, hubSignedAt: ctx.now },
        )
        return other ? complete(tx, ctx, file, actorId) : undefined
      },
      event: other ? 'complete' : act,
      data: { side: input.side, onPaper },
      tell: ['adopter', 'source', 'hub'],
    }
  })
}

/** What completion brings, in the transaction of the second signature. */
async function complete(tx: Transaction, ctx: Context, file: AdoptionFile, actorId: string): Promise<AdoptionChanges> {
  const { adoption, closing, need } = file
  const now = ctx.now
  const year = today(now).slice(0, 4)
  const number = await allocateNumber(tx, `certificate-${year}`)
  const certificateNumber = `SA-${year}-${String(number).padStart(4, '0')}`
  await updateStep(tx, { adoptionId: adoption.id, step: adoption.step }, { passedAt: now, passedBy: actorId })
  await insertDocument(tx, {
    adoptionId: adoption.id,
    kind: 'evaluation',
    title: certificateNumber,
    datedOn: today(now),
    body: closing?.comparison,
    createdBy: actorId,
    createdAt: now,
  })
  const met = { state: needLifecycle.next(need.state, 'meet'), closedAt: now }
  if (!(await updateNeed(tx, need, met))) throw new Conflict(`need ${need.publicId} has changed`)
  await recordChange(tx, ctx, {
    action: 'need.meet',
    entity: 'need',
    entityId: need.publicId,
    data: { adoption: adoption.publicId },
  })
  return { certificateNumber, replicaPracticeId: await createReplicaDraft(tx, ctx, file) }
}
