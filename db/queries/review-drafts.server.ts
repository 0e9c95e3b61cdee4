import { and, eq } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { reviewDrafts } from '../schema/index.ts'

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

export async function deleteReviewDraft(db: Executor, key: Key): Promise<void> {
  await db.delete(reviewDrafts).where(ofReviewer(key))
}
