import {
  findRevision,
  listPracticeEvents,
  listReviewComments,
  listRevisionAuthors,
} from '#db/queries/practice-reviews.server.ts'
import { listReplies } from '#db/queries/review-texts.server.ts'
import { findSubmission, listSubmissions } from '#db/queries/review-work.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { listShownAttachments } from '../attachment/show-attachments.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { readDraftEvidence } from './draft-evidence.server.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import { readReviewDraft } from './keep-review-draft.server.ts'
import { canCloseRemark, isPossible } from './practice.policy.ts'
import { factsOf } from './practice-moves.server.ts'
import { rowFor } from './read-queue.server.ts'
import { listTemplatesFor } from './read-review-texts.server.ts'
import { findWork } from './read-work.server.ts'
import { stageOfState } from './review-due.ts'
import { reviewersOf } from './review-moves.server.ts'
import { completenessOf } from './sections.ts'
import { listPracticesOfSubjects } from './similar-practices.server.ts'

/** Moves of a text: what a reviewer who came late is told of. */
const MOVES: readonly string[] = [
  'submit',
  'take_back',
  'verify_documents',
  'request_changes',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'undo_verify_documents',
  'undo_request_changes',
  'undo_request_changes_verified',
]

/** What happened last to the text of a practice, by whom and when. */
export async function findLastMove(ctx: Context, practiceId: string) {
  const events = await listPracticeEvents(ctx.db, practiceId)
  return events.find(({ event }) => MOVES.includes(event)) ?? null
}

/** A practice of which nothing waits for a review (any more): what became of it. */
export async function readDecided(ctx: Context, publicId: string) {
  const { practice, title, brand, zone } = await findWork(ctx, publicId)
  return { publicId, title, brand, zone, lastMove: await findLastMove(ctx, practice.id) }
}

/**
 * A text to be judged beside the one on the site, or beside the one that was sent in at `since`: both contents, remarks,
 * who wrote it, who has taken it, and what it may duplicate. `null` when nothing of it waits for a review (any more).
 */
export async function readReview(
  ctx: Context,
  publicId: string,
  { lang, since = null }: { lang: Language; since?: number | null },
) {
  const found = await findWork(ctx, publicId)
  const { practice } = found
  const { live } = practice
  const may = found.can.request_changes || found.can.publish || found.can.verify_documents
  const facts = factsOf(practice)
  if (!practice.open || !(isPossible('request_changes', facts) || isPossible('unschedule', facts))) return null
  const { open } = practice
  const stage = stageOfState(open.state) ?? 'substance'
  const [proposed, published, comments, authors, submissions, earlier, lastMove] = await Promise.all([
    findRevision(ctx.db, open.id),
    live ? findRevision(ctx.db, live.id) : undefined,
    listReviewComments(ctx.db, open.id),
    listRevisionAuthors(ctx.db, open.id),
    listSubmissions(ctx.db, open.id),
    since === null ? undefined : findSubmission(ctx.db, open.id, since),
    findLastMove(ctx, practice.id),
  ])
  const after = proposed!.content
  const before = published?.content ?? null
  const [replies, similar, templates, reviewers] = await Promise.all([
    listReplies(
      ctx.db,
      comments.map(({ id }) => id),
    ),
    listPracticesOfSubjects(ctx, { publicId, content: after }, lang),
    may ? listTemplatesFor(ctx, practice, { lang, comments }) : [],
    found.can.reassign ? reviewersOf(ctx.db, practice, stage, ctx.now) : [],
  ])
  const { taken, mine, due } = rowFor(ctx)(practice)
  return {
    ...found,
    stage,
    /** Nobody judges what they wrote; others in a fitting hat may. */
    may,
    own: [...practice.writerIds, open.documentVerifiedBy].includes(userIdOf(ctx.actor) ?? ''),
    open,
    before,
    after,
    /** The files of the text, as its readers will see them. */
    attachments: await listShownAttachments(ctx, after),
    /** What the reviewer sees is what they decide on. */
    seen: fingerprintOf(after),
    /** The text that was sent in earlier, when the comparison is with it. */
    earlier: earlier && { content: earlier.content, version: earlier.version, submittedAt: earlier.submittedAt },
    submissions: submissions.filter(({ version }) => version < (submissions.at(-1)?.version ?? 0)),
    taken,
    mine,
    due,
    reviewers,
    templates,
    lastMove,
    /** What they typed here before and have not sent. */
    draft: await readReviewDraft(ctx, open, fingerprintOf(after)),
    comments: comments.map((comment) => ({
      ...comment,
      /** Whether this person confirms it; each side confirms its own. */
      mayClose: found.can.resolve_comment && canCloseRemark(ctx.actor, facts, comment),
      replies: replies.filter(({ commentId }) => commentId === comment.id),
    })),
    authors,
    requiredOpen: comments.filter(
      (one) => one.required && !one.resolvedAt && (stage === 'substance' || one.stage === stage),
    ).length,
    evidence: await readDraftEvidence(ctx, publicId, after),
    completeness: { before: before && completenessOf(before).complete, after: completenessOf(after) },
    similar,
  }
}
