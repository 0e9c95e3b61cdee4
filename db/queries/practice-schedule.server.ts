import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { practiceRevisions, practices } from '../schema/index.ts'
import { lockPractice } from './practices.server.ts'

const isScheduled = and(eq(practiceRevisions.state, 'scheduled'), ne(practices.state, 'withdrawn'))

/** A text that waits for its moment, with the clock of the database; held until the transaction ends. */
export async function findScheduledRevision(tx: Executor, id: string) {
  await lockPractice(tx, { revisionId: id })
  const [row] = await tx
    .select({
      publicId: practices.publicId,
      version: practiceRevisions.version,
      publishAt: practiceRevisions.publishAt,
      now: sql<Date>`now()`.mapWith(practiceRevisions.publishAt),
    })
    .from(practiceRevisions)
    .innerJoin(practices, eq(practices.id, practiceRevisions.practiceId))
    .where(and(eq(practiceRevisions.id, id), isScheduled))
    .for('update', { of: practiceRevisions })
  return row && { ...row, publishAt: row.publishAt! }
}

/** Texts whose moment is past by more than their jobs need. */
export async function listOverdueRevisions(db: Executor): Promise<string[]> {
  const rows = await db
    .select({ id: practiceRevisions.id })
    .from(practiceRevisions)
    .innerJoin(practices, eq(practices.id, practiceRevisions.practiceId))
    .where(and(isScheduled, sql`${practiceRevisions.publishAt} < now() - interval '3 seconds'`))
    .orderBy(asc(practiceRevisions.publishAt))
    .limit(1000)
  return rows.map(({ id }) => id)
}
