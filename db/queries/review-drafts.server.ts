import { and, eq, inArray } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { practiceRevisions, reviewDrafts } from '../schema/index.ts'

type Key = { revisionId: string; reviewerId: string }

const ofReviewer = ({ revisionId, reviewerId }: Key) =>
  and(eq(reviewDrafts.revisionId, revisionId), eq(reviewDrafts.reviewerId, reviewerId))

export async function findReviewDraft(db: Executor, key: Key) {
  const [row] = await db.select().from(reviewDrafts).where(ofReviewer(key))
  return row
}

export async function upsertReviewDraft(db: Executor, row: typeof reviewDrafts.$inferInsert): Promise<void> {
  const { fields, seen, savedAt } = row
  await db
    .insert(reviewDrafts)
    .values(row)
    .onConflictDoUpdate({ target: [reviewDrafts.revisionId, reviewDrafts.reviewerId], set: { fields, seen, savedAt } })
}

/** What a reviewer had not sent about a practice, in whichever version. */
export async function deleteReviewDrafts(
  db: Executor,
  { practiceId, reviewerId }: { practiceId: string; reviewerId: string },
): Promise<void> {
  const versions = db
    .select({ id: practiceRevisions.id })
    .from(practiceRevisions)
    .where(eq(practiceRevisions.practiceId, practiceId))
  await db
    .delete(reviewDrafts)
    .where(and(eq(reviewDrafts.reviewerId, reviewerId), inArray(reviewDrafts.revisionId, versions)))
}
