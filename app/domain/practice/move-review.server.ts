import { listReviewComments } from '#db/queries/practice-reviews.server.ts'
import type { Context } from '../shared/context.ts'
import { addComment } from './add-comment.server.ts'
import { claimReview, returnToPool } from './claim-review.server.ts'
import { practiceFor } from './practice-moves.server.ts'
import { publishPractice } from './publish-practice.server.ts'
import { messageTo } from './read-review-texts.server.ts'
import { reassignReview } from './reassign-review.server.ts'
import { reopenComment, replyToComment } from './reply-comment.server.ts'
import { requestChanges } from './request-changes.server.ts'
import { resolveComment } from './resolve-comment.server.ts'
import type { ReviewMove } from './review.schema.ts'
import { schedulePractice } from './schedule-practice.server.ts'
import { unschedulePractice } from './unschedule-practice.server.ts'
import { verifyDocuments } from './verify-documents.server.ts'

type Decision = Extract<ReviewMove, { intent: 'decide_documents' | 'decide_substance' }>

/** Does what was asked on the page of a review; answers the name of what was done. */
export async function moveReview(ctx: Context, practiceId: string, move: ReviewMove): Promise<string> {
  switch (move.intent) {
    case 'comment':
      await addComment(ctx, { practiceId, ...move })
      return 'comment'
    case 'resolve':
      await resolveComment(ctx, { practiceId, ...move })
      return 'resolved'
    case 'reply':
      await replyToComment(ctx, { practiceId, ...move })
      return 'reply'
    case 'reopen':
      await reopenComment(ctx, { practiceId, ...move })
      return 'reopen'
    case 'claim':
      await claimReview(ctx, { practiceId })
      return 'claim'
    case 'return':
      await returnToPool(ctx, { practiceId, ...move })
      return 'return'
    case 'reassign':
      await reassignReview(ctx, { practiceId, ...move })
      return 'reassign'
    case 'save_draft':
      return 'draft'
    case 'unschedule':
      await unschedulePractice(ctx, { practiceId, ...move })
      return 'unscheduled'
    default:
      return decide(ctx, practiceId, move)
  }
}

async function decide(ctx: Context, practiceId: string, move: Decision): Promise<string> {
  const { version, seen, checks } = move
  const action = move.decision === 'approve' ? approval(move) : move.decision
  const practice = await practiceFor(ctx, practiceId, action)
  const comments = practice.open ? await listReviewComments(ctx.db, practice.open.id) : []
  const message = await messageTo(ctx, practice, { ...move, comments })
  if (action === 'request_changes') await requestChanges(ctx, { practiceId, version, message: message ?? '' })
  else if (action === 'schedule') {
    const at = { publishDate: move.publishDate ?? '', publishTime: move.publishTime ?? '' }
    await schedulePractice(ctx, { practiceId, version, seen, message, checks, ...at })
  } else if (action === 'publish') await publishPractice(ctx, { practiceId, version, seen, message, checks })
  else await verifyDocuments(ctx, { practiceId, version, seen, message, checks })
  return action
}

const approval = ({ intent }: Decision) => (intent === 'decide_documents' ? 'verify_documents' : 'publish')
