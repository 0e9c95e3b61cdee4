import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { editorPresence, users } from '../schema/index.ts'

const DAY_MS = 86_400_000

/** Notes where a person is now; what was noted of this text more than a day ago goes. */
export async function upsertPresence(db: Executor, row: typeof editorPresence.$inferInsert): Promise<void> {
  const { revisionId, section, seenAt } = row
  await db
    .insert(editorPresence)
    .values(row)
    .onConflictDoUpdate({ target: [editorPresence.revisionId, editorPresence.userId], set: { section, seenAt } })
  await db
    .delete(editorPresence)
    .where(
      and(eq(editorPresence.revisionId, revisionId), lt(editorPresence.seenAt, new Date(seenAt.getTime() - DAY_MS))),
    )
}

/** Who was seen in a text since a moment, by name. */
export async function listPresence(db: Executor, { revisionId, since }: { revisionId: string; since: Date }) {
  return db
    .select({
      userId: editorPresence.userId,
      name: users.name,
      section: editorPresence.section,
      seenAt: editorPresence.seenAt,
    })
    .from(editorPresence)
    .innerJoin(users, eq(users.id, editorPresence.userId))
    .where(and(eq(editorPresence.revisionId, revisionId), gte(editorPresence.seenAt, since)))
    .orderBy(asc(users.name))
    .limit(50)
}
