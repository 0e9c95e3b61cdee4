import type { Transaction } from '#db/client.server.ts'
import { listReceivers } from '#db/queries/practice-reviews.server.ts'
import { findPracticeInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import { findBatch, updateBatch } from '#db/queries/review-work.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { type Mail, recordChange } from '../shared/record-change.server.ts'
import { titleOf } from './practice-moves.server.ts'
import { reviewersToTell } from './review-moves.server.ts'

type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>

/**
 * Sends the letters about a decision on several texts: one for each person, naming all that concerns them, from the
 * state at this moment. What was undone is not told; the same decision is told once.
 */
export async function tellBatch(ctx: Context, { batchId }: { batchId: string }): Promise<{ mails: number }> {
  const batch = await findBatch(ctx.db, batchId)
  if (!batch) return { mails: 0 }
  return ctx.db.transaction(async (tx) => {
    if (!(await updateBatch(tx, batchId, { toldAt: ctx.now }))) return { mails: 0 }
    const mail = await lettersOf(tx, ctx, batch)
    await recordChange(tx, ctx, {
      action: 'review.tell_batch',
      entity: 'review_batch',
      entityId: batchId,
      data: { mails: mail.length },
      mail,
    })
    return { mails: mail.length }
  })
}

async function lettersOf(tx: Transaction, ctx: Context, batch: Batch): Promise<Mail[]> {
  const lines = new Map<string, string[]>()
  for (const item of batch.items) {
    if (item.refused !== null || item.undoneAt !== null) continue
    const practice = await findPracticeInWork(tx, item.publicId, { kind: 'all' })
    // Moved on or written in since: whoever did that knows, and has told.
    if (practice?.open?.id !== item.revisionId || practice.open?.version !== item.version) continue
    for (const person of await concerned(tx, ctx, batch, practice)) {
      const message = batch.action === 'request_changes' && item.message ? `\n${item.message}` : ''
      lines.set(person, [...(lines.get(person) ?? []), `${practice.publicId}, ${titleOf(practice)}${message}`])
    }
  }
  const receivers = await listReceivers(tx, [...lines.keys()])
  const path = batch.action === 'request_changes' ? paths.workPractices() : paths.reviewQueue()
  return receivers
    .filter(({ id }) => id !== batch.actorId)
    .map(({ id, email, language }) => {
      const about = lines.get(id) ?? []
      const params = { action: batch.action, count: String(about.length), list: about.join('\n\n'), path }
      return { to: email, template: 'review_batch', language, params }
    })
}

async function concerned(tx: Transaction, ctx: Context, batch: Batch, practice: WorkPractice): Promise<string[]> {
  if (batch.action === 'verify_documents') return reviewersToTell(tx, ctx, practice, 'substance')
  const { open } = practice
  return [...new Set([...(open?.authorIds ?? []), open?.submittedBy].filter((id) => typeof id === 'string'))]
}
