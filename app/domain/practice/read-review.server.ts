import { findRevision, listReviewComments, listRevisionAuthors } from '#db/queries/practice-reviews.server.ts'
import { listPracticesInWork, type PracticeListFilter, type WorkPractice } from '#db/queries/practices-work.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { type Context, roleOf, userIdOf } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'
import { abilitiesOf, isPossible, visibilityFor } from './practice.policy.ts'
import { evidenceLevelOf } from './practice.ts'
import { factsOf, titleOf } from './practice-moves.server.ts'
import { findWork } from './read-work.server.ts'
import { completenessOf } from './sections.ts'
import { listPracticesOfSubjects } from './similar-practices.server.ts'

export type ReviewStage = 'documents' | 'substance'

const QUEUE_LIMIT = 100

/** Which check the hat of this person is for; `null` for hats that check nothing. */
function stageOf(ctx: Context): ReviewStage | null {
  switch (roleOf(ctx.actor)) {
    case 'agency_admin':
      return 'documents'
    case 'curator':
    case 'national_admin':
      return 'substance'
    default:
      return null
  }
}

/** What waits for this hat: texts to check, and words on the life of practices to confirm; oldest first. */
export async function listReviewQueue(ctx: Context) {
  const stage = stageOf(ctx)
  if (!stage) throw new Forbidden('this hat checks nothing')
  const scope = visibilityFor(ctx.actor)
  const place = { scope, limit: QUEUE_LIMIT, withoutHub: scope.kind === 'national' }
  const waits: PracticeListFilter = { openStates: [stage === 'documents' ? 'submitted' : 'document_verified'] }
  const [texts, scheduled, lives] = await Promise.all([
    listPracticesInWork(ctx.db, { ...place, ...waits }),
    stage === 'substance' ? listPracticesInWork(ctx.db, { ...place, openStates: ['scheduled'] }) : [],
    stage === 'substance' ? listPracticesInWork(ctx.db, { ...place, assertionOpen: true }) : [],
  ])
  const row = (practice: WorkPractice) => ({
    ...practice,
    title: titleOf(practice),
    can: abilitiesOf(ctx.actor, factsOf(practice)),
  })
  return { stage, texts: texts.map(row), scheduled: scheduled.map(row), lives: lives.map(row) }
}

/**
 * A text to be judged beside the one on the site: both contents, remarks, who wrote it, and what it may duplicate.
 * `null` when nothing of this practice waits for a review (any more).
 */
export async function readReview(ctx: Context, publicId: string, lang: Language) {
  const found = await findWork(ctx, publicId)
  const { open, live } = found.practice
  const may = found.can.request_changes || found.can.publish || found.can.verify_documents
  const facts = factsOf(found.practice)
  if (!open || !(isPossible('request_changes', facts) || isPossible('unschedule', facts))) return null
  const [proposed, published, comments, authors] = await Promise.all([
    findRevision(ctx.db, open.id),
    live ? findRevision(ctx.db, live.id) : undefined,
    listReviewComments(ctx.db, open.id),
    listRevisionAuthors(ctx.db, open.id),
  ])
  const after = proposed!.content
  const before = published?.content ?? null
  const stage: ReviewStage = open.state === 'submitted' ? 'documents' : 'substance'
  const evidence = { checkedByHub: published?.publishedBy != null, repeatedElsewhere: false }
  return {
    ...found,
    stage,
    /** Nobody judges what they wrote; others in a fitting hat may. */
    may,
    own: [open.submittedBy, open.documentVerifiedBy, ...open.authorIds].includes(userIdOf(ctx.actor)),
    open,
    before,
    after,
    comments,
    authors,
    requiredOpen: comments.filter((comment) => comment.required && !comment.resolvedAt).length,
    evidence: {
      before: before && evidenceLevelOf(before, evidence),
      after: evidenceLevelOf(after, { ...evidence, checkedByHub: true }),
    },
    completeness: { before: before && completenessOf(before).percent, after: completenessOf(after).percent },
    similar: await listPracticesOfSubjects(ctx, { publicId, content: after }, lang),
  }
}
