import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { PracticeContent } from '../practice-content.ts'
import { practiceRevisions, practices, publicIdCounters } from '../schema/index.ts'
import type { PracticeState, RevisionState } from '../vocabulary.ts'

/** Scope of public numbers that belong to no province. */
export const NATIONAL_SCOPE = '00'
export const ABROAD_SCOPE = '99'

/** Gives the next public number of a scope (province code, `00` national, `99` abroad). Never gives a number twice. */
export async function allocatePublicId(tx: Executor, scope: string): Promise<string> {
  const [row] = await tx
    .insert(publicIdCounters)
    .values({ scope, lastNumber: 1 })
    .onConflictDoUpdate({
      target: publicIdCounters.scope,
      set: { lastNumber: sql`${publicIdCounters.lastNumber} + 1` },
    })
    .returning({ number: publicIdCounters.lastNumber })
  return `JIPP-${scope}-${String(row!.number).padStart(4, '0')}`
}

/** A new practice; `undefined` when its id is taken. */
export async function insertPractice(
  tx: Executor,
  row: Pick<typeof practices.$inferInsert, 'id' | 'publicId' | 'agencyId' | 'hubId' | 'isDemo' | 'createdAt'>,
): Promise<{ id: string } | undefined> {
  const [created] = await tx
    .insert(practices)
    .values(row)
    .onConflictDoNothing({ target: practices.id })
    .returning({ id: practices.id })
  return created
}

/** The public number of a practice of an agency. */
export async function findPublicId(
  db: Executor,
  { id, agencyId }: { id: string; agencyId: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ publicId: practices.publicId })
    .from(practices)
    .where(and(eq(practices.id, id), eq(practices.agencyId, agencyId)))
  return row?.publicId
}

/**
 * Changes a practice while it is in state `from`, and raises the version that the search index follows.
 * Answers that version; `undefined` when it is in another state by now.
 */
export async function updatePractice(
  tx: Executor,
  { id, from }: { id: string; from: PracticeState },
  changes: Partial<Omit<typeof practices.$inferInsert, 'id' | 'publicId' | 'searchVersion'>>,
): Promise<number | undefined> {
  const [row] = await tx
    .update(practices)
    .set({ ...changes, searchVersion: sql`${practices.searchVersion} + 1` })
    .where(and(eq(practices.id, id), eq(practices.state, from)))
    .returning({ searchVersion: practices.searchVersion })
  return row?.searchVersion
}

/** The next revision of a practice; `undefined` when another one is open. */
export async function insertRevision(
  tx: Executor,
  row: { practiceId: string; content: PracticeContent; createdBy: string | null; now: Date },
): Promise<{ id: string; number: number } | undefined> {
  const { practiceId, content, createdBy, now } = row
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from practice_revisions where practice_id = ${practiceId})`
  const [created] = await tx
    .insert(practiceRevisions)
    .values({ practiceId, number, content, createdBy, createdAt: now, savedAt: now })
    .onConflictDoNothing()
    .returning({ id: practiceRevisions.id, number: practiceRevisions.number })
  return created
}

/**
 * Holds a practice until the transaction ends, and answers its state: nothing of it moves or is taken back in between.
 * Whoever locks a revision too locks its practice first, or two would wait for each other.
 */
export async function lockPractice(
  tx: Executor,
  key: { id: string } | { revisionId: string },
): Promise<PracticeState | undefined> {
  const isMeant =
    'id' in key
      ? eq(practices.id, key.id)
      : sql`${practices.id} = (select r.practice_id from practice_revisions r where r.id = ${key.revisionId})`
  const [row] = await tx.select({ state: practices.state }).from(practices).where(isMeant).for('no key update')
  return row?.state
}

/** The revision that the public reads now. */
export async function findLiveRevisionId(db: Executor, id: string): Promise<string | null | undefined> {
  const [row] = await db.select({ id: practices.liveRevisionId }).from(practices).where(eq(practices.id, id))
  return row?.id
}

/**
 * Changes a revision that still has this version and one of these states, of a practice that was not taken back; answers
 * its new version, else `undefined`.
 */
export async function updateRevision(
  tx: Executor,
  { id, version, from }: { id: string; version: number; from: readonly RevisionState[] },
  changes: Partial<Omit<typeof practiceRevisions.$inferInsert, 'id' | 'practiceId' | 'number' | 'version'>>,
): Promise<number | undefined> {
  if ((await lockPractice(tx, { revisionId: id })) === 'withdrawn') return undefined
  const [row] = await tx
    .update(practiceRevisions)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(practiceRevisions.id, id),
        eq(practiceRevisions.version, version),
        inArray(practiceRevisions.state, [...from]),
      ),
    )
    .returning({ version: practiceRevisions.version })
  return row?.version
}
