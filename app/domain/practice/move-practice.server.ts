import type { Context } from '../shared/context.ts'
import { addressComment } from './address-comment.server.ts'
import { assertLife } from './assert-life.server.ts'
import { confirmLife } from './confirm-life.server.ts'
import { discardRevision } from './discard-revision.server.ts'
import { publishMinor } from './publish-minor.server.ts'
import { replyToComment } from './reply-comment.server.ts'
import type { WorkMove } from './review.schema.ts'
import { startRevision } from './start-revision.server.ts'
import { submitPractice } from './submit-practice.server.ts'
import { takeBackPractice } from './take-back-practice.server.ts'

/** Does what was asked on the page of a practice: each intent is one verb. */
export function movePractice(ctx: Context, practiceId: string, move: WorkMove): Promise<unknown> {
  switch (move.intent) {
    case 'submit':
      return submitPractice(ctx, { practiceId, version: move.version, asksFirst: !move.unticked })
    case 'take_back':
      return takeBackPractice(ctx, { practiceId, ...move })
    case 'discard':
      return discardRevision(ctx, { practiceId, ...move })
    case 'start_revision':
      return startRevision(ctx, { practiceId })
    case 'publish_minor':
      return publishMinor(ctx, { practiceId, ...move })
    case 'reply':
      return replyToComment(ctx, { practiceId, ...move })
    case 'address':
      return addressComment(ctx, { practiceId, ...move })
    case 'assert_life':
      return assertLife(ctx, { practiceId, ...move })
    case 'answer_life':
      return confirmLife(ctx, { practiceId, ...move })
  }
}
