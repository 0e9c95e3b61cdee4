import { orderJob } from '#db/queries/jobs.server.ts'
import { findPracticeInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import { insertBatch, insertBatchItem } from '#db/queries/review-work.server.ts'
import type { BatchAction } from '#db/vocabulary.ts'
import { type Context, roleOf } from '../shared/context.ts'
import { DomainError, Forbidden, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canReviewPractices, visibilityFor } from './practice.policy.ts'
import { personOf } from './practice-moves.server.ts'
import { requestChanges } from './request-changes.server.ts'
import { MAX_BATCH, UNDO_MINUTES } from './review.schema.ts'
import { verifyDocuments } from './verify-documents.server.ts'

export type BatchItem = { practiceId: string; version: number; message: string | null }

type Input = {
  /** Made by the form: the same decision sent twice is one. */
  batchId: string
  action: BatchAction
  message: string | null
  items: readonly BatchItem[]
}

/**
 * One decision on several texts, each by the same verb as a single one: what cannot be done is refused for that text
 * alone and named. The letters wait until the decision can no longer be undone, then everybody gets one.
 */
export async function decideBatch(ctx: Context, { batchId, action, message, items }: Input) {
  const actorId = personOf(ctx)
  if (!canReviewPractices(ctx.actor) || roleOf(ctx.actor) === 'hub_manager')
    throw new Forbidden('this hat checks nothing')
  if (items.length === 0 || items.length > MAX_BATCH) throw new Invalid({ items: ['batchSize'] })
  const begun = await ctx.db.transaction(async (tx) => {
    if (!(await insertBatch(tx, { id: batchId, action, actorId, message, at: ctx.now }))) return false
    await recordChange(tx, ctx, {
      action: `review.batch_${action}`,
      entity: 'review_batch',
      entityId: batchId,
      data: { practices: items.map(({ practiceId }) => practiceId) },
    })
    const runAt = new Date(ctx.now.getTime() + UNDO_MINUTES * 60_000)
    await orderJob(tx, { task: 'tell_review_batch', payload: { batchId }, key: `tell_review_batch:${batchId}`, runAt })
    return true
  })
  if (!begun) return { batchId }
  for (const item of items) {
    const practice = await findPracticeInWork(ctx.db, item.practiceId, visibilityFor(ctx.actor))
    if (!practice) continue
    try {
      await decide(ctx, action, batchId, item)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await refuse(ctx, batchId, practice, error)
    }
  }
  return { batchId }
}

async function decide(ctx: Context, action: BatchAction, batchId: string, item: BatchItem): Promise<void> {
  const input = { practiceId: item.practiceId, version: item.version, batchId }
  if (action === 'verify_documents') await verifyDocuments(ctx, { ...input, message: item.message })
  else await requestChanges(ctx, { ...input, message: item.message ?? '' })
}

async function refuse(ctx: Context, batchId: string, practice: WorkPractice, error: DomainError): Promise<void> {
  const refused = error instanceof Invalid && error.fieldErrors.decision ? 'required_open' : error.code
  await insertBatchItem(ctx.db, { batchId, practiceId: practice.id, revisionId: practice.open?.id ?? null, refused })
}
