import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { hubReviewRules, reviewReplies, reviewTemplates, users } from '../schema/index.ts'
import type { MinorKind } from '../vocabulary.ts'

// ---- answer templates ---------------------------------------------------------------------------------------------

/** The answer templates of some organisations, by name. */
export async function listTemplates(db: Executor, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return []
  return db
    .select({
      id: reviewTemplates.id,
      organisationId: reviewTemplates.organisationId,
      name: reviewTemplates.name,
      bodyId: reviewTemplates.bodyId,
      bodyEn: reviewTemplates.bodyEn,
      version: reviewTemplates.version,
      updatedAt: reviewTemplates.updatedAt,
      updatedBy: users.name,
    })
    .from(reviewTemplates)
    .innerJoin(users, eq(users.id, reviewTemplates.updatedBy))
    .where(and(inArray(reviewTemplates.organisationId, [...organisationIds]), isNull(reviewTemplates.archivedAt)))
    .orderBy(asc(reviewTemplates.name), asc(reviewTemplates.id))
    .limit(50)
}

export async function insertTemplate(tx: Executor, row: typeof reviewTemplates.$inferInsert): Promise<{ id: string }> {
  const [created] = await tx.insert(reviewTemplates).values(row).returning({ id: reviewTemplates.id })
  return created!
}

/** Changes a template that still has this version; `false` when somebody else changed it. */
export async function updateTemplate(
  tx: Executor,
  { id, organisationId, version }: { id: string; organisationId: string; version: number },
  changes: Partial<Omit<typeof reviewTemplates.$inferInsert, 'id' | 'organisationId' | 'version'>>,
): Promise<boolean> {
  const rows = await tx
    .update(reviewTemplates)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(reviewTemplates.id, id),
        eq(reviewTemplates.organisationId, organisationId),
        eq(reviewTemplates.version, version),
        isNull(reviewTemplates.archivedAt),
      ),
    )
    .returning({ id: reviewTemplates.id })
  return rows.length > 0
}

// ---- what a hub allows without a review ---------------------------------------------------------------------------

/** What a hub lets authors publish without a review; nothing while it has not said so. */
export async function findReviewRules(db: Executor, hubId: string) {
  const [row] = await db
    .select({
      minorKinds: hubReviewRules.minorKinds,
      version: hubReviewRules.version,
      updatedAt: hubReviewRules.updatedAt,
      updatedBy: users.name,
    })
    .from(hubReviewRules)
    .innerJoin(users, eq(users.id, hubReviewRules.updatedBy))
    .where(eq(hubReviewRules.hubId, hubId))
  return row
}

type Rules = { hubId: string; minorKinds: MinorKind[]; updatedBy: string; updatedAt: Date }

/** Sets the rules of a hub if they still have this version (0: none were set); `false` otherwise. */
export async function upsertReviewRules(tx: Executor, { version, ...rules }: Rules & { version: number }) {
  if (version === 0) {
    const made = await tx
      .insert(hubReviewRules)
      .values(rules)
      .onConflictDoNothing()
      .returning({ id: hubReviewRules.hubId })
    return made.length > 0
  }
  const changed = await tx
    .update(hubReviewRules)
    .set({ ...rules, version: version + 1 })
    .where(and(eq(hubReviewRules.hubId, rules.hubId), eq(hubReviewRules.version, version)))
    .returning({ id: hubReviewRules.hubId })
  return changed.length > 0
}

// ---- replies ------------------------------------------------------------------------------------------------------

export async function insertReply(tx: Executor, row: typeof reviewReplies.$inferInsert): Promise<{ id: string }> {
  const [created] = await tx.insert(reviewReplies).values(row).returning({ id: reviewReplies.id })
  return created!
}

/** The answers to some remarks, oldest first. */
export async function listReplies(db: Executor, commentIds: readonly string[]) {
  if (commentIds.length === 0) return []
  return db
    .select({
      id: reviewReplies.id,
      commentId: reviewReplies.commentId,
      author: users.name,
      body: reviewReplies.body,
      createdAt: reviewReplies.createdAt,
    })
    .from(reviewReplies)
    .innerJoin(users, eq(users.id, reviewReplies.authorId))
    .where(inArray(reviewReplies.commentId, [...commentIds]))
    .orderBy(asc(reviewReplies.createdAt), asc(reviewReplies.id))
    .limit(1_000)
}
