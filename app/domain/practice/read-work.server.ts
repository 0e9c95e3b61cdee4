import { listDeadLinks } from '#db/queries/links.server.ts'
import { findPracticeOwner } from '#db/queries/practice-places.server.ts'
import {
  findRevision,
  listPracticeEvents,
  listReviewComments,
  listRevisionAuthors,
} from '#db/queries/practice-reviews.server.ts'
import { findSearchTerms } from '#db/queries/practice-terms.server.ts'
import { listLifeConfirmations } from '#db/queries/practices-public.server.ts'
import {
  countPracticesInWork,
  findPracticeInWork,
  listPracticesInWork,
  type WordKind,
  type WorkPractice,
} from '#db/queries/practices-work.server.ts'
import { listReplies } from '#db/queries/review-texts.server.ts'
import type { TimeZone } from '#db/vocabulary.ts'
import { attachmentsOf } from '../attachment/attachment.ts'
import { listShownAttachments } from '../attachment/show-attachments.server.ts'
import { canChangeContact } from '../heartbeat/heartbeat.policy.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Forbidden, InvalidTransition, NotFound } from '../shared/errors.ts'
import { checkForSection, checkText } from './check-text.ts'
import { readDraftEvidence } from './draft-evidence.server.ts'
import { readMerges } from './merge-notes.server.ts'
import { isMinorEdit } from './minor-edit.ts'
import { othersIn } from './note-presence.server.ts'
import {
  abilitiesOf,
  can,
  canCreatePractice,
  canReviewPractices,
  isPossible,
  visibilityFor,
} from './practice.policy.ts'
import { PUBLIC_ID } from './practice.ts'
import { factsOf, personOf, titleOf } from './practice-moves.server.ts'
import type { PracticeView } from './read-practice.server.ts'
import { readHistory } from './read-versions.server.ts'
import { sectionBase } from './save-section.server.ts'
import { sectionEntries } from './section-form.ts'
import { completenessOf, type Section } from './sections.ts'
import { blocking, submissionGaps } from './submission.ts'
import { translationsOf } from './translation.ts'

/** The practice with what this person may do with it now, and what every page of the workspace says of it. */
export async function findWork(ctx: Context, publicId: string) {
  if (!PUBLIC_ID.test(publicId)) throw new NotFound('not a public id')
  const practice = await findPracticeInWork(ctx.db, publicId, visibilityFor(ctx.actor))
  if (!practice) throw new NotFound(`no practice ${publicId} for this actor`)
  return { practice, ...work(ctx, practice) }
}

function work(ctx: Context, practice: WorkPractice) {
  const zone: TimeZone = practice.timeZone ?? 'WIB'
  return { title: titleOf(practice), brand: brandOf(practice), zone, can: abilitiesOf(ctx.actor, factsOf(practice)) }
}

const brandOf = ({ open, live, publicId }: WorkPractice) => open?.brand ?? live?.brand ?? publicId

const PAGE_SIZE = 25

/** The practices of the organisation whose hat is worn, what moved last first; all, or those that lack some words. */
export async function listOwnPractices(
  ctx: Context,
  { page, without = null }: { page: number; without?: WordKind | null },
) {
  const scope = visibilityFor(ctx.actor)
  const [counts, rows] = await Promise.all([
    countPracticesInWork(ctx.db, scope),
    listPracticesInWork(ctx.db, {
      ...{ scope, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
      without: without ?? undefined,
    }),
  ])
  const practices = rows.map((practice) => ({ ...practice, ...work(ctx, practice) }))
  return {
    practices,
    counts,
    total: counts[without ?? 'all'],
    without,
    page,
    pageSize: PAGE_SIZE,
    canCreate: canCreatePractice(ctx.actor),
    canReview: canReviewPractices(ctx.actor),
  }
}

/** A practice in the workspace: where it stands, what is missing, who said what, what happened. */
export async function readWorkPractice(ctx: Context, publicId: string) {
  const found = await findWork(ctx, publicId)
  const { open, live, id } = found.practice
  const revisionId = open && found.can.read_draft ? open.id : live?.id
  const [revision, published, searchTerms, events, comments, authors, present] = await Promise.all([
    revisionId ? findRevision(ctx.db, revisionId) : undefined,
    live && live.id !== revisionId ? findRevision(ctx.db, live.id) : undefined,
    found.can.assign_terms ? findSearchTerms(ctx.db, id) : null,
    listPracticeEvents(ctx.db, id),
    open && found.can.read_draft ? listReviewComments(ctx.db, open.id) : [],
    open && found.can.read_draft ? listRevisionAuthors(ctx.db, open.id) : [],
    open && found.can.edit ? othersIn(ctx, open.id) : [],
  ])
  const check = revision && found.can.edit ? checkText(revision.content) : null
  const replies = await listReplies(
    ctx.db,
    comments.map((comment) => comment.id),
  )
  return {
    ...found,
    /** Whether the draft differs from the live text only in what the hub lets pass without a review. */
    minorEdit: found.can.publish_minor && (await isMinorDraft(ctx, found.practice)),
    preparedOwnLink: found.practice.assertion?.channel === 'whatsapp' && preparedByMe(ctx, found.practice),
    canChangeContact: found.practice.state === 'published' && canChangeContact(ctx.actor, found.practice),
    present,
    completeness: revision ? completenessOf(revision.content) : null,
    gaps: check && found.can.submit ? blocking(check.findings) : [],
    check,
    fileCount: attachmentsOf(revision?.content ?? {}).length,
    /** Outside links of the published text, or of the one in work, that lead nowhere any more. */
    deadLinks: await listDeadLinks(ctx.db, (published ?? revision)?.content.sources ?? []),
    searchTerms,
    merges: await readMerges(ctx, found.practice),
    subjects: revision?.content.subjects ?? null,
    events,
    comments: comments.map((comment) => ({
      ...comment,
      replies: replies.filter(({ commentId }) => commentId === comment.id),
    })),
    authors,
  }
}

async function isMinorDraft(ctx: Context, { open, live, minorKinds }: WorkPractice): Promise<boolean> {
  if (!open || !live || !minorKinds) return false
  const [draft, published] = await Promise.all([findRevision(ctx.db, open.id), findRevision(ctx.db, live.id)])
  return isMinorEdit(published!.content, draft!.content, minorKinds)
}

const preparedByMe = (ctx: Context, { assertion }: WorkPractice) =>
  assertion?.preparedBy !== null && assertion?.preparedBy === userIdOf(ctx.actor)

/**
 * One section of a text in work as the fields of its form. Once it was sent in, it is still shown to its writers, so that
 * what they typed meanwhile is not lost with the page.
 */
export async function readSection(ctx: Context, publicId: string, section: Section) {
  const found = await findWork(ctx, publicId)
  const { open } = found.practice
  if (!can(ctx.actor, 'edit', factsOf(found.practice))) throw new Forbidden('may not write')
  if (!open) throw new InvalidTransition(found.practice.state, 'edit')
  const [revision, comments] = await Promise.all([findRevision(ctx.db, open.id), listReviewComments(ctx.db, open.id)])
  const { content, savedAt, version } = revision!
  const shown = comments.filter((comment) => comment.section === section && !comment.resolvedAt)
  const replies = await listReplies(
    ctx.db,
    shown.map((comment) => comment.id),
  )
  return {
    ...found,
    revision: { id: open.id, number: open.number, state: open.state, savedAt, version },
    userId: personOf(ctx),
    section,
    entries: sectionEntries(content, section),
    base: sectionBase(content, section),
    completeness: completenessOf(content),
    gaps: submissionGaps(content),
    check: checkForSection(content, section),
    translations: translationsOf(content, section),
    comments: shown.map((comment) => ({
      ...comment,
      replies: replies.filter(({ commentId }) => commentId === comment.id),
    })),
  }
}

/** The text that is being written or reviewed, as its page will look: for people who may read it before it is public. */
export async function readPreview(ctx: Context, publicId: string): Promise<{ view: PracticeView; state: string }> {
  const { practice, can } = await findWork(ctx, publicId)
  const { open, id } = practice
  if (!open) throw new NotFound('nothing is being written')
  if (!can.read_draft) throw new Forbidden('the draft was not sent in')
  const [revision, owner, versions, confirmations] = await Promise.all([
    findRevision(ctx.db, open.id),
    findPracticeOwner(ctx.db, id),
    readHistory(ctx, id),
    listLifeConfirmations(ctx.db, id),
  ])
  const { content } = revision!
  const { state, lifeStatus, lifeConfirmedOn, isDemo, agencyId, agencyParentId, hubId } = practice
  const view = {
    ...owner!,
    ...{ agencyId, agencyParentId, hubId },
    ...{ id, publicId, state, lifeStatus, lifeConfirmedOn, isDemo, content, versions, confirmations },
    version: open.number,
    latestVersion: open.number,
    versionPublishedAt: null,
    contactEmail: content.contactEmail ?? owner!.agencyEmail,
    evidence: (await readDraftEvidence(ctx, publicId, content)).now,
    completeness: completenessOf(content).percent,
    hub: null,
    originalId: null,
    mergedInto: null,
    attachments: await listShownAttachments(ctx, content),
    adoptions: [],
    answers: { answered: 0, waiting: 0, latest: [] },
    adoptionsRecorded: 0,
    adoptionCount: content.replicatedBy.length,
  }
  return { view, state: open.state }
}

/** What is about to be withdrawn, for whoever may do it. */
export async function readWithdrawal(ctx: Context, publicId: string) {
  const { practice, title, brand } = await findWork(ctx, publicId)
  if (!can(ctx.actor, 'withdraw', factsOf(practice))) throw new Forbidden('may not withdraw')
  if (!isPossible('withdraw', factsOf(practice))) throw new InvalidTransition(practice.state, 'withdraw')
  return { publicId, title, brand }
}
