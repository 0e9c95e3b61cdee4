import { updateRevision } from '#db/queries/practices.server.ts'
import { findPracticeInWork } from '#db/queries/practices-work.server.ts'
import { countActsSince, findBatch, updateBatch, updateBatchItemUndone } from '#db/queries/review-work.server.ts'
import type { BatchAction, RevisionState } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict, InvalidTransition, NotFound } from '../shared/errors.ts'
import { visibilityFor } from './practice.policy.ts'
import { type RevisionEvent, revisionLifecycle } from './practice.ts'
import { recordMove } from './practice-moves.server.ts'
import { UNDO_MINUTES } from './review.schema.ts'

type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>
type Item = Batch['items'][number]

/** Until when a decision on several texts can be undone. */
export function undoableUntil({ at }: Pick<Batch, 'at'>): Date {
  return new Date(at.getTime() + UNDO_MINUTES * 60_000)
}

/** Whether the time to undo it has not passed and nobody was told yet. */
export function isUndoable(batch: Pick<Batch, 'at' | 'undoneAt' | 'toldAt'>, now: Date): boolean {
  return batch.undoneAt === null && batch.toldAt === null && now <= undoableUntil(batch)
}

/**
 * Undoes a decision on several texts, for the one who made it, within some minutes: each text with which nothing else
 * happened goes back to where it was. Answers how many did; those that moved on stay.
 */
export async function undoBatch(ctx: Context, { batchId }: { batchId: string }) {
  const batch = await findBatch(ctx.db, batchId)
  if (!batch || batch.actorId !== userIdOf(ctx.actor)) throw new NotFound(`no batch ${batchId} of this person`)
  if (!isUndoable(batch, ctx.now)) throw new InvalidTransition('final', 'undo')
  return ctx.db.transaction(async (tx) => {
    if (!(await updateBatch(tx, batchId, { undoneAt: ctx.now }))) throw new Conflict('it was undone or told meanwhile')
    let undone = 0
    for (const item of batch.items) {
      if (item.refused !== null || item.undoneAt !== null) continue
      const practice = await findPracticeInWork(tx, item.publicId, visibilityFor(ctx.actor))
      if (!practice || practice.state === 'withdrawn') continue
      const moved = revisionLifecycle.moves[undoEvent(batch.action, item.fromState)]
      const except = [`practice.${batch.action}`]
      if ((await countActsSince(tx, { practiceId: item.practiceId, since: batch.at, except })) > 0) continue
      const key = { id: item.revisionId!, version: item.version!, from: moved.from }
      const { documentVerifiedBy, documentVerifiedAt } = item
      const back = { state: moved.to, documentVerifiedBy, documentVerifiedAt }
      if (!(await updateRevision(tx, key, back))) continue
      await updateBatchItemUndone(tx, { batchId, practiceId: item.practiceId }, ctx.now)
      await recordMove(tx, ctx, {
        practice,
        event: undoEvent(batch.action, item.fromState),
        revisionId: item.revisionId!,
        from: moved.from[0],
        to: moved.to,
        data: { batchId },
      })
      undone++
    }
    return { batchId, undone }
  })
}

function undoEvent(action: BatchAction, from: Item['fromState']): RevisionEvent {
  if (action === 'verify_documents') return 'undo_verify_documents'
  const verified: RevisionState = 'document_verified'
  return from === verified ? 'undo_request_changes_verified' : 'undo_request_changes'
}
