import type { Executor, Transaction } from '#db/client.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import { findClaim, listReviewers } from '#db/queries/review-work.server.ts'
import type { ReviewStage, Role } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import { openRevision } from './practice-moves.server.ts'
import { stageOfState } from './review-due.ts'

/** The text under review with the check it waits for. */
export function textUnderReview(practice: WorkPractice, event: string) {
  const open = openRevision(practice, event)
  const stage = stageOfState(open.state)
  if (!stage) throw new InvalidTransition(open.state, event)
  return { open, stage }
}

/** Who does a check: a role, in some organisations (`null`: anywhere, the national office). */
export function reviewerRole(
  practice: WorkPractice,
  stage: ReviewStage,
): { role: Role; organisationIds: string[] | null } {
  if (stage === 'documents') {
    const organisationIds = [practice.agencyId, practice.agencyParentId].filter((id) => id !== null)
    return { role: 'agency_admin', organisationIds }
  }
  return practice.hubId
    ? { role: 'curator', organisationIds: [practice.hubId] }
    : { role: 'national_admin', organisationIds: null }
}

/** The people who may do a check of this text now: they hold the role, never wrote in it, and did not do the first check. */
export async function reviewersOf(db: Executor, practice: WorkPractice, stage: ReviewStage, now: Date) {
  const holders = await listReviewers(db, { ...reviewerRole(practice, stage), today: today(now) })
  const first = stage === 'substance' ? practice.open?.documentVerifiedBy : null
  return holders.filter(({ id }) => !practice.writerIds.includes(id) && id !== first)
}

/** A text that a reviewer has taken is decided by them. Holds the claim, so that it does not change hands in between. */
export async function assertNotTaken(
  tx: Transaction,
  ctx: Context,
  practice: WorkPractice,
  { revisionId, stage }: { revisionId: string; stage: ReviewStage },
): Promise<void> {
  const claim = await findClaim(tx, { revisionId, stage }, { lock: true })
  if (!claim || claim.reviewerId === userIdOf(ctx.actor)) return
  const eligible = await reviewersOf(tx, practice, stage, ctx.now)
  if (eligible.some(({ id }) => id === claim.reviewerId)) throw new Conflict(`${claim.reviewer} has taken it`)
}

/** The text is the one that was on the reviewer's screen, where they say which it was. Answers its fingerprint. */
export async function assertSeen(tx: Transaction, revisionId: string, seen: string | undefined): Promise<string> {
  const revision = await findRevision(tx, revisionId)
  const fingerprint = fingerprintOf(revision!.content)
  if (seen !== undefined && seen !== fingerprint) throw new Conflict('another text was read')
  return fingerprint
}

/** Whom to tell that a text waits for a check: the one who has taken it, else everybody who may do it. */
export async function reviewersToTell(tx: Transaction, ctx: Context, practice: WorkPractice, stage: ReviewStage) {
  const eligible = await reviewersOf(tx, practice, stage, ctx.now)
  const claim = practice.open && (await findClaim(tx, { revisionId: practice.open.id, stage }))
  const holder = eligible.find(({ id }) => id === claim?.reviewerId)
  return (holder ? [holder] : eligible).map(({ id }) => id)
}
