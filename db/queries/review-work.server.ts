import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import {
  auditLog,
  memberships,
  practiceRevisions,
  practices,
  reviewBatches,
  reviewBatchItems,
  reviewClaims,
  reviewEscalations,
  revisionSubmissions,
  users,
} from '../schema/index.ts'
import type { ReviewStage, Role } from '../vocabulary.ts'

// ---- claims -------------------------------------------------------------------------------------------------------

type ClaimKey = { revisionId: string; stage: ReviewStage }

const ofClaim = ({ revisionId, stage }: ClaimKey) =>
  and(eq(reviewClaims.revisionId, revisionId), eq(reviewClaims.stage, stage))

/** Who has taken a text. `lock` keeps it so until the transaction ends. */
export async function findClaim(db: Executor, key: ClaimKey, { lock = false } = {}) {
  const query = db
    .select({
      reviewerId: reviewClaims.reviewerId,
      reviewer: users.name,
      claimedAt: reviewClaims.claimedAt,
    })
    .from(reviewClaims)
    .innerJoin(users, eq(users.id, reviewClaims.reviewerId))
    .where(ofClaim(key))
    .$dynamic()
  const [row] = await (lock ? query.for('update', { of: reviewClaims }) : query)
  return row
}

/** Takes a text that nobody has; `false` when somebody has. */
export async function insertClaim(tx: Executor, row: typeof reviewClaims.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(reviewClaims)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: reviewClaims.revisionId })
  return rows.length > 0
}

/** Gives a claim from one reviewer to another; `false` when it is no longer the first one's. */
export async function updateClaim(
  tx: Executor,
  key: ClaimKey & { from: string },
  claim: { reviewerId: string; claimedAt: Date; assignedBy: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(reviewClaims)
    .set(claim)
    .where(and(ofClaim(key), eq(reviewClaims.reviewerId, key.from)))
    .returning({ id: reviewClaims.revisionId })
  return rows.length > 0
}

/** Returns a text to the pool; `false` when this reviewer does not have it. */
export async function deleteClaim(tx: Executor, key: ClaimKey & { from: string }): Promise<boolean> {
  const rows = await tx
    .delete(reviewClaims)
    .where(and(ofClaim(key), eq(reviewClaims.reviewerId, key.from)))
    .returning({ id: reviewClaims.revisionId })
  return rows.length > 0
}

/** People in a role at some organisations on a date, by name: those who may review there. */
export async function listReviewers(
  db: Executor,
  { role, organisationIds, today }: { role: Role; organisationIds: readonly string[] | null; today: string },
) {
  return db
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.role, role),
        organisationIds ? inArray(memberships.organisationId, [...organisationIds]) : undefined,
        lte(memberships.startsOn, today),
        or(isNull(memberships.endsOn), gt(memberships.endsOn, today)),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(users.name)
    .limit(100)
}

// ---- what was sent in ---------------------------------------------------------------------------------------------

export async function insertSubmission(tx: Executor, row: typeof revisionSubmissions.$inferInsert): Promise<void> {
  await tx.insert(revisionSubmissions).values(row)
}

/** The texts of a revision as they were sent in, oldest first, without the texts. */
export async function listSubmissions(db: Executor, revisionId: string) {
  return db
    .select({
      version: revisionSubmissions.version,
      submittedAt: revisionSubmissions.submittedAt,
      submittedBy: users.name,
      fingerprint: revisionSubmissions.fingerprint,
    })
    .from(revisionSubmissions)
    .innerJoin(users, eq(users.id, revisionSubmissions.submittedBy))
    .where(eq(revisionSubmissions.revisionId, revisionId))
    .orderBy(asc(revisionSubmissions.version))
    .limit(100)
}

/** The text that a revision had at a version, as it was last sent in up to then. */
export async function findSubmission(db: Executor, revisionId: string, version: number) {
  const [row] = await db
    .select()
    .from(revisionSubmissions)
    .where(and(eq(revisionSubmissions.revisionId, revisionId), lte(revisionSubmissions.version, version)))
    .orderBy(sql`${revisionSubmissions.version} desc`)
    .limit(1)
  return row
}

// ---- decisions on several texts -----------------------------------------------------------------------------------

/** Begins a decision on several texts; `false` when this form was sent before. */
export async function insertBatch(tx: Executor, row: typeof reviewBatches.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(reviewBatches).values(row).onConflictDoNothing().returning({ id: reviewBatches.id })
  return rows.length > 0
}

export async function insertBatchItem(tx: Executor, row: typeof reviewBatchItems.$inferInsert): Promise<void> {
  await tx.insert(reviewBatchItems).values(row).onConflictDoNothing()
}

/** A decision on several texts, with what became of each. */
export async function findBatch(db: Executor, id: string) {
  const [batch] = await db.select().from(reviewBatches).where(eq(reviewBatches.id, id))
  if (!batch) return undefined
  const items = await db
    .select({
      practiceId: reviewBatchItems.practiceId,
      publicId: practices.publicId,
      revisionId: reviewBatchItems.revisionId,
      fromState: reviewBatchItems.fromState,
      version: reviewBatchItems.version,
      documentVerifiedBy: reviewBatchItems.documentVerifiedBy,
      documentVerifiedAt: reviewBatchItems.documentVerifiedAt,
      message: reviewBatchItems.message,
      refused: reviewBatchItems.refused,
      undoneAt: reviewBatchItems.undoneAt,
      title: sql<string>`coalesce(${practiceRevisions.content} -> 'title' ->> 'id', ${practiceRevisions.content} ->> 'brand', ${practices.publicId})`,
    })
    .from(reviewBatchItems)
    .innerJoin(practices, eq(practices.id, reviewBatchItems.practiceId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, reviewBatchItems.revisionId))
    .where(eq(reviewBatchItems.batchId, id))
    .orderBy(practices.publicId)
  return { ...batch, items }
}

/** Marks a decision; `false` when it was marked before. */
export async function updateBatch(
  tx: Executor,
  id: string,
  mark: { undoneAt: Date } | { toldAt: Date },
): Promise<boolean> {
  const unmarked = 'toldAt' in mark ? reviewBatches.toldAt : reviewBatches.undoneAt
  const rows = await tx
    .update(reviewBatches)
    .set(mark)
    .where(and(eq(reviewBatches.id, id), isNull(unmarked), isNull(reviewBatches.toldAt)))
    .returning({ id: reviewBatches.id })
  return rows.length > 0
}

export async function updateBatchItemUndone(
  tx: Executor,
  { batchId, practiceId }: { batchId: string; practiceId: string },
  undoneAt: Date,
): Promise<void> {
  await tx
    .update(reviewBatchItems)
    .set({ undoneAt })
    .where(and(eq(reviewBatchItems.batchId, batchId), eq(reviewBatchItems.practiceId, practiceId)))
}

/** Acts on a practice after a moment, beside those named: whether anything else happened. */
export async function countActsSince(
  db: Executor,
  { practiceId, since, except }: { practiceId: string; since: Date; except: readonly string[] },
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.entity, 'practice'),
        eq(auditLog.entityId, practiceId),
        gt(auditLog.at, since),
        ...except.map((action) => ne(auditLog.action, action)),
      ),
    )
  return row?.count ?? 0
}

// ---- what waits too long ------------------------------------------------------------------------------------------

/** Notes that a manager is told; `false` when they were told of this wait before. */
export async function insertEscalation(tx: Executor, row: typeof reviewEscalations.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(reviewEscalations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: reviewEscalations.revisionId })
  return rows.length > 0
}
