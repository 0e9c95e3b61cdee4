import type { Context } from '../shared/context.ts'
import { addComment } from './add-comment.server.ts'
import { addressComment } from './address-comment.server.ts'
import { assertLife } from './assert-life.server.ts'
import { confirmLife } from './confirm-life.server.ts'
import { discardRevision } from './discard-revision.server.ts'
import { publishPractice } from './publish-practice.server.ts'
import { requestChanges } from './request-changes.server.ts'
import { resolveComment } from './resolve-comment.server.ts'
import type { ReviewMove, WorkMove } from './review.schema.ts'
import { schedulePractice } from './schedule-practice.server.ts'
import { startRevision } from './start-revision.server.ts'
import { submitPractice } from './submit-practice.server.ts'
import { takeBackPractice } from './take-back-practice.server.ts'
import { unschedulePractice } from './unschedule-practice.server.ts'
import { verifyDocuments } from './verify-documents.server.ts'

/** Does what was asked on the page of a practice: each intent is one verb. */
export function movePractice(ctx: Context, practiceId: string, move: WorkMove): Promise<unknown> {
  switch (move.intent) {
    case 'submit':
      return submitPractice(ctx, { practiceId, ...move })
    case 'take_back':
      return takeBackPractice(ctx, { practiceId, ...move })
    case 'discard':
      return discardRevision(ctx, { practiceId, ...move })
    case 'start_revision':
      return startRevision(ctx, { practiceId })
    case 'address':
      return addressComment(ctx, { practiceId, ...move })
    case 'assert_life':
      return assertLife(ctx, { practiceId, ...move })
    case 'answer_life':
      return confirmLife(ctx, { practiceId, ...move })
  }
}

/** Does what was asked on the page of a review; answers the name of what was done. */
export async function moveReview(ctx: Context, practiceId: string, move: ReviewMove): Promise<string> {
  switch (move.intent) {
    case 'comment':
      await addComment(ctx, { practiceId, ...move })
      return 'comment'
    case 'resolve':
      await resolveComment(ctx, { practiceId, ...move })
      return 'resolved'
    case 'unschedule':
      await unschedulePractice(ctx, { practiceId, ...move })
      return 'unscheduled'
    case 'decide_documents':
    case 'decide_substance':
      break
  }
  if (move.decision === 'request_changes') {
    await requestChanges(ctx, { practiceId, version: move.version, message: move.message ?? '' })
    return 'request_changes'
  }
  if (move.intent === 'decide_documents') {
    await verifyDocuments(ctx, { practiceId, ...move })
    return 'verify_documents'
  }
  if (move.decision === 'schedule') {
    const { publishDate, publishTime } = move
    await schedulePractice(ctx, { practiceId, ...move, publishDate: publishDate ?? '', publishTime: publishTime ?? '' })
    return 'schedule'
  }
  await publishPractice(ctx, { practiceId, ...move })
  return 'publish'
}
