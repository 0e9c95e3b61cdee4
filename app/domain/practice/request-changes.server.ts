import { updateRevision } from '#db/queries/practices.server.ts'
import { insertBatchItem } from '#db/queries/review-work.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, practiceFor, recordMove } from './practice-moves.server.ts'
import { assertNotTaken, textUnderReview } from './review-moves.server.ts'

type Input = {
  practiceId: string
  version: number
  message: string
  /** The decision on several texts that this is part of: its letters wait. */
  batchId?: string
}

/** Gives a text back to its authors with a message, from either check. Both checks begin anew when it is sent again. */
export async function requestChanges(ctx: Context, { practiceId, version, message, batchId }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'request_changes')
  const { open, stage } = textUnderReview(practice, 'request_changes')
  const to = revisionLifecycle.next(open.state, 'request_changes')
  return ctx.db.transaction(async (tx) => {
    const changes = { state: to, documentVerifiedBy: null, documentVerifiedAt: null }
    const returned = await updateRevision(tx, { id: open.id, version, from: [open.state] }, changes)
    if (!returned) throw new Conflict('the text was moved meanwhile')
    await assertNotTaken(tx, ctx, practice, { revisionId: open.id, stage })
    if (batchId) {
      const { documentVerifiedBy, documentVerifiedAt } = open
      const item = { batchId, practiceId: practice.id, revisionId: open.id, fromState: open.state, version: returned }
      await insertBatchItem(tx, { ...item, documentVerifiedBy, documentVerifiedAt, message })
    }
    await recordMove(tx, ctx, {
      practice,
      event: 'request_changes',
      revisionId: open.id,
      from: open.state,
      to,
      reason: message,
      data: { version, batchId },
      mail: await letters(tx, ctx, practice, {
        template: 'practice_changes_requested',
        path: paths.workPractice(practice.publicId),
        message,
        people: batchId ? [] : [...open.authorIds, open.submittedBy],
      }),
    })
    return { publicId: practice.publicId, version: returned }
  })
}
