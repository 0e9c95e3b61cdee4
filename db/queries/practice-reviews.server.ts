import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import {
  lifeAssertions,
  memberships,
  practiceEvents,
  practiceRevisions,
  practices,
  reviewComments,
  revisionAuthors,
  users,
} from '../schema/index.ts'
import type { LifeStatus, ReviewStage, Role } from '../vocabulary.ts'
import { lockPractice } from './practices.server.ts'

// ---- revisions and who wrote them ---------------------------------------------------------------------------------

/** The text of a revision with what a save is compared by. `lock` keeps others from moving it until the transaction ends. */
export async function findRevision(db: Executor, id: string, { lock = false } = {}) {
  if (lock) await lockPractice(db, { revisionId: id })
  const query = db.select().from(practiceRevisions).where(eq(practiceRevisions.id, id)).$dynamic()
  const [row] = await (lock ? query.for('update') : query)
  return row
}

/** Somebody writes in a text, for the first time or again. */
export async function insertRevisionAuthor(tx: Executor, revisionId: string, userId: string): Promise<void> {
  await tx
    .insert(revisionAuthors)
    .values({ revisionId, userId })
    .onConflictDoUpdate({
      target: [revisionAuthors.revisionId, revisionAuthors.userId],
      set: { handedOver: false },
      setWhere: eq(revisionAuthors.handedOver, true),
    })
}

/** Somebody gave a text they wrote in to another; they stay one of those who wrote it. */
export async function updateRevisionAuthorHandedOver(tx: Executor, revisionId: string, userId: string): Promise<void> {
  await tx
    .update(revisionAuthors)
    .set({ handedOver: true })
    .where(and(eq(revisionAuthors.revisionId, revisionId), eq(revisionAuthors.userId, userId)))
}

export async function listRevisionAuthors(db: Executor, revisionId: string) {
  return db
    .select({ id: users.id, name: users.name })
    .from(revisionAuthors)
    .innerJoin(users, eq(users.id, revisionAuthors.userId))
    .where(eq(revisionAuthors.revisionId, revisionId))
    .orderBy(users.name)
}

/** Another published practice by its public number. */
export async function findSuccessor(db: Executor, publicId: string): Promise<{ id: string } | undefined> {
  const [row] = await db
    .select({ id: practices.id })
    .from(practices)
    .where(and(eq(practices.publicId, publicId), eq(practices.state, 'published')))
  return row
}

// ---- comments -----------------------------------------------------------------------------------------------------

const resolver = sql<string | null>`(select u.name from users u where u.id = ${reviewComments.resolvedBy})`

/** All remarks on a revision, oldest first. */
export async function listReviewComments(db: Executor, revisionId: string) {
  return db
    .select({
      id: reviewComments.id,
      stage: reviewComments.stage,
      section: reviewComments.section,
      field: reviewComments.field,
      quote: reviewComments.quote,
      body: reviewComments.body,
      required: reviewComments.required,
      authorId: reviewComments.authorId,
      author: users.name,
      createdAt: reviewComments.createdAt,
      addressedAt: reviewComments.addressedAt,
      resolvedAt: reviewComments.resolvedAt,
      resolvedBy: resolver,
    })
    .from(reviewComments)
    .innerJoin(users, eq(users.id, reviewComments.authorId))
    .where(eq(reviewComments.revisionId, revisionId))
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id))
    .limit(500)
}

export async function insertReviewComment(
  tx: Executor,
  row: typeof reviewComments.$inferInsert,
): Promise<{ id: string }> {
  const [created] = await tx.insert(reviewComments).values(row).returning({ id: reviewComments.id })
  return created!
}

/** Marks a remark as done by its author; `false` when it was marked, closed or of another revision. */
export async function updateCommentAddressed(
  tx: Executor,
  key: { id: string; revisionId: string },
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(reviewComments)
    .set({ addressedAt: at })
    .where(and(ofRevision(key), isNull(reviewComments.addressedAt), isNull(reviewComments.resolvedAt)))
    .returning({ id: reviewComments.id })
  return rows.length > 0
}

/** Closes a remark; `false` when it was closed or is of another revision. */
export async function updateCommentResolved(
  tx: Executor,
  key: { id: string; revisionId: string },
  resolved: { resolvedAt: Date; resolvedBy: string },
): Promise<boolean> {
  const rows = await tx
    .update(reviewComments)
    .set(resolved)
    .where(and(ofRevision(key), isNull(reviewComments.resolvedAt)))
    .returning({ id: reviewComments.id })
  return rows.length > 0
}

/** A remark that its authors called done waits for them again; `false` when it does already, or was closed. */
export async function updateCommentReopened(tx: Executor, key: { id: string; revisionId: string }): Promise<boolean> {
  const rows = await tx
    .update(reviewComments)
    .set({ addressedAt: null })
    .where(and(ofRevision(key), isNotNull(reviewComments.addressedAt), isNull(reviewComments.resolvedAt)))
    .returning({ id: reviewComments.id })
  return rows.length > 0
}

/** A remark of this revision: who made it, during which check, and whether it must be dealt with. */
export async function findComment(db: Executor, key: { id: string; revisionId: string }) {
  const { stage, authorId, required } = reviewComments
  const [row] = await db.select({ stage, authorId, required }).from(reviewComments).where(ofRevision(key))
  return row
}

const ofRevision = ({ id, revisionId }: { id: string; revisionId: string }) =>
  and(eq(reviewComments.id, id), eq(reviewComments.revisionId, revisionId))

/** Required remarks of a revision that nobody has closed: all, or those of one check. */
export async function countOpenRequiredComments(
  db: Executor,
  revisionId: string,
  stage?: ReviewStage,
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(reviewComments)
    .where(
      and(
        eq(reviewComments.revisionId, revisionId),
        eq(reviewComments.required, true),
        stage && eq(reviewComments.stage, stage),
        isNull(reviewComments.resolvedAt),
      ),
    )
  return row?.count ?? 0
}

// ---- history ------------------------------------------------------------------------------------------------------

export async function insertPracticeEvent(tx: Executor, row: typeof practiceEvents.$inferInsert): Promise<void> {
  await tx.insert(practiceEvents).values(row)
}

/** What happened to a practice, newest first. */
export async function listPracticeEvents(db: Executor, practiceId: string) {
  return db
    .select({
      id: practiceEvents.id,
      event: practiceEvents.event,
      toState: practiceEvents.toState,
      reason: practiceEvents.reason,
      at: practiceEvents.at,
      actor: users.name,
      number: practiceRevisions.number,
      // What the owner said, at the moment when it was said or answered.
      lifeStatus: sql<LifeStatus | null>`(select a.status from life_assertions a where a.practice_id = ${practiceEvents.practiceId}
        and case ${practiceEvents.event} when 'assert_life' then a.asserted_at when 'confirm_life' then a.confirmed_at
          when 'reject_life' then a.rejected_at end = ${practiceEvents.at} limit 1)`,
    })
    .from(practiceEvents)
    .leftJoin(users, eq(users.id, practiceEvents.actorId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practiceEvents.revisionId))
    .where(eq(practiceEvents.practiceId, practiceId))
    .orderBy(desc(practiceEvents.at), desc(practiceEvents.id))
    .limit(200)
}

// ---- life status --------------------------------------------------------------------------------------------------

/** What the owner says; `undefined` when an earlier word still waits for the hub. */
export async function insertLifeAssertion(
  tx: Executor,
  row: Pick<typeof lifeAssertions.$inferInsert, 'practiceId' | 'status' | 'note' | 'assertedBy' | 'assertedAt'>,
): Promise<{ id: string } | undefined> {
  const [created] = await tx
    .insert(lifeAssertions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: lifeAssertions.id })
  return created
}

/** Answers an assertion that waits; `false` when it was answered meanwhile. */
export async function updateLifeAssertion(
  tx: Executor,
  id: string,
  answer: { confirmedBy: string; confirmedAt: Date } | { rejectedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(lifeAssertions)
    .set(answer)
    .where(and(eq(lifeAssertions.id, id), isNull(lifeAssertions.confirmedAt), isNull(lifeAssertions.rejectedAt)))
    .returning({ id: lifeAssertions.id })
  return rows.length > 0
}

// ---- whom to tell -------------------------------------------------------------------------------------------------

const receiver = { id: users.id, email: users.email, language: users.language }

/** People who hold a role in one of the organisations on a date. The national office: no organisations, any. */
export async function listReceiversByRole(
  db: Executor,
  { role, organisationIds, today }: { role: Role; organisationIds: readonly string[] | null; today: string },
) {
  return db
    .selectDistinct(receiver)
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
    .limit(50)
}

/** People by id, to be told something. */
export async function listReceivers(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select(receiver)
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.disabledAt)))
}

/** The language that a person reads. */
export async function findReceiverLanguage(db: Executor, userId: string) {
  const [row] = await db.select({ language: users.language }).from(users).where(eq(users.id, userId))
  return row?.language
}
