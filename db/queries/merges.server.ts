import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor, Transaction } from '../client.server.ts'
import type { PracticeContent } from '../practice-content.ts'
import { practiceMerges, practiceRevisions, practices, revisionAuthors, users } from '../schema/index.ts'
import type { MovedRows } from '../schema/merges.ts'
import type { PracticeState } from '../vocabulary.ts'

/* Two records of one practice made one: db/schema/merges.ts. */

const from = alias(practices, 'merged')
const into = alias(practices, 'survivor')
const fromText = alias(practiceRevisions, 'merged_text')
const intoText = alias(practiceRevisions, 'survivor_text')

/** The published practice that the addresses of a merged one lead to, however often that was merged itself. */
export async function findMergedInto(db: Executor, publicId: string) {
  const [row] = await mergedInto(db, [publicId])
  return row
}

/** The same for several, by their numbers; those that were not merged are left out. */
export async function listMergedInto(db: Executor, publicIds: readonly string[]): Promise<Map<string, string>> {
  const rows = publicIds.length > 0 ? await mergedInto(db, publicIds) : []
  return new Map(rows.map((row) => [row.merged, row.publicId]))
}

function mergedInto(db: Executor, publicIds: readonly string[]) {
  const wanted = sql.join(
    publicIds.map((id) => sql`${id}`),
    sql`, `,
  )
  return db.execute<{ merged: string; publicId: string; content: PracticeContent }>(sql`
    with recursive chain as (
      select p.public_id as merged, m.into_id, 1 as depth from practice_merges m join practices p on p.id = m.from_id
      where p.public_id in (${wanted}) and p.state = 'withdrawn' and m.undone_at is null
      union all
      select c.merged, m.into_id, depth + 1 from practice_merges m join chain c on m.from_id = c.into_id
      where m.undone_at is null and depth < 100
    )
    select c.merged, p.public_id as "publicId", r.content from chain c
    join practices p on p.id = c.into_id join practice_revisions r on r.id = p.live_revision_id
    where p.state = 'published'`)
}

/** A practice and those that were merged into it, to be compared with `=`; of most practices it is only that one. */
export const withMerged = (practiceId: unknown) => sql`any (
  case when exists (select from practice_merges m where m.into_id = ${practiceId} and m.undone_at is null) then array(
    with recursive one as (
      select ${practiceId}::uuid as id
      union select m.from_id from practice_merges m join one on m.into_id = one.id where m.undone_at is null
    ) select id from one)
  else array[${practiceId}::uuid] end)`

/**
 * Holds both practices and those that name the first one, in one order for everybody, until the transaction ends; answers
 * how the two are now.
 */
export async function lockForMerge(tx: Transaction, ids: { from: string; into: string }) {
  await tx.execute(sql`
    select id from practices where id in (${ids.from}, ${ids.into})
      or replica_of_id in (${ids.from}, ${ids.into}) or successor_id in (${ids.from}, ${ids.into})
    order by id for no key update`)
  const rows = await tx
    .select({
      id: practices.id,
      state: practices.state,
      liveRevisionId: practices.liveRevisionId,
      replicaOfId: practices.replicaOfId,
      // With one table alone its column would lose its name, and mean that of the revision.
      hasOpen: sql<boolean>`exists (select from practice_revisions r where r.practice_id = practices.id
        and r.state not in ('published', 'discarded'))`,
    })
    .from(practices)
    .where(inArray(practices.id, [ids.from, ids.into]))
  const byId = (id: string) => rows.find((row) => row.id === id)!
  return { from: byId(ids.from), into: byId(ids.into) }
}

/** Whether a practice says that it comes from another one, by however many steps. */
export async function existsOrigin(tx: Executor, { of, origin }: { of: string; origin: string }): Promise<boolean> {
  const rows = await tx.execute(sql`
    with recursive chain as (
      select replica_of_id as id, 1 as depth from practices where id = ${of}
      union all
      select p.replica_of_id, depth + 1 from practices p join chain c on p.id = c.id where depth < 100
    )
    select 1 from chain where id = ${origin} limit 1`)
  return rows.length > 0
}

/** A text that is published as it is written down: its words were reviewed elsewhere. */
export async function insertPublishedRevision(
  tx: Transaction,
  row: { practiceId: string; content: PracticeContent; publishedBy: string | null; now: Date; authorIds?: string[] },
): Promise<{ id: string; number: number }> {
  const { practiceId, content, publishedBy, now, authorIds = [] } = row
  const number = sql<number>`(select max(number) + 1 from practice_revisions where practice_id = ${practiceId})`
  const [created] = await tx
    .insert(practiceRevisions)
    .values({
      ...{ practiceId, number, content, publishedBy, state: 'published' },
      ...{ createdAt: now, savedAt: now, publishedAt: now },
    })
    .returning({ id: practiceRevisions.id, number: practiceRevisions.number })
  const revisionId = created!.id
  if (authorIds.length > 0) await tx.insert(revisionAuthors).values(authorIds.map((userId) => ({ revisionId, userId })))
  return created!
}

export async function insertMerge(tx: Transaction, row: typeof practiceMerges.$inferInsert): Promise<string> {
  const [created] = await tx.insert(practiceMerges).values(row).returning({ id: practiceMerges.id })
  return created!.id
}

/** Ends a merge that stands; `false` when it does not any more. */
export async function updateMergeUndone(
  tx: Transaction,
  id: string,
  changes: { undoneBy: string; undoneAt: Date; restoredRevisionId: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(practiceMerges)
    .set(changes)
    .where(and(eq(practiceMerges.id, id), isNull(practiceMerges.undoneAt)))
    .returning({ id: practiceMerges.id })
  return rows.length > 0
}

const columns = {
  id: practiceMerges.id,
  fromId: practiceMerges.fromId,
  intoId: practiceMerges.intoId,
  from: from.publicId,
  into: into.publicId,
  fromState: from.state,
  intoState: into.state,
  fromTitle: sql<string>`coalesce(${fromText.content} -> 'title' ->> 'id', ${fromText.content} ->> 'brand')`,
  intoTitle: sql<string>`coalesce(${intoText.content} -> 'title' ->> 'id', ${intoText.content} ->> 'brand')`,
  formerRevisionId: practiceMerges.formerRevisionId,
  revisionId: practiceMerges.revisionId,
  moved: practiceMerges.moved,
  formerSourceId: practiceMerges.formerSourceId,
  mergedAt: practiceMerges.mergedAt,
  mergedBy: sql<string>`(select u.name from ${users} u where u.id = ${practiceMerges.mergedBy})`,
  undoUntil: practiceMerges.undoUntil,
  undoneAt: practiceMerges.undoneAt,
  undoneBy: sql<string | null>`(select u.name from ${users} u where u.id = ${practiceMerges.undoneBy})`,
  isRestored: sql<boolean>`${practiceMerges.restoredRevisionId} is not null`,
  /** Whether the survivor still reads as the merge left it, and nobody is writing in it. */
  isUnchanged: sql<boolean>`${into.liveRevisionId} = ${practiceMerges.revisionId} and ${into.state} = 'published'
    and not exists (select from practice_revisions r where r.practice_id = ${into.id} and r.state not in ('published', 'discarded'))`,
}

function merges(db: Executor) {
  return db
    .select(columns)
    .from(practiceMerges)
    .innerJoin(from, eq(from.id, practiceMerges.fromId))
    .innerJoin(into, eq(into.id, practiceMerges.intoId))
    .innerJoin(fromText, eq(fromText.id, practiceMerges.fromRevisionId))
    .innerJoin(intoText, eq(intoText.id, practiceMerges.formerRevisionId))
    .$dynamic()
}

export type MergeRow = NonNullable<Awaited<ReturnType<typeof findMerge>>>

/** A merge with its two practices. */
export async function findMerge(db: Executor, id: string) {
  const [row] = await merges(db).where(eq(practiceMerges.id, id))
  return row
}

/** The merges that a practice had part in, newest first. */
export async function listMerges(db: Executor, practiceId: string) {
  return merges(db)
    .where(or(eq(practiceMerges.fromId, practiceId), eq(practiceMerges.intoId, practiceId)))
    .orderBy(desc(practiceMerges.mergedAt), practiceMerges.id)
    .limit(50)
}

/** The survivor of a merge and those that it was merged into itself, in this order, with what went along. */
export async function listHeirs(tx: Executor, practiceId: string) {
  return tx.execute<{ id: string; moved: MovedRows }>(sql`
    with recursive chain as (
      select ${practiceId}::uuid as id, 0 as depth
      union all
      select m.into_id, depth + 1 from practice_merges m join chain c on m.from_id = c.id
      where m.undone_at is null and depth < 100
    )
    select c.id, coalesce(m.moved, '{}'::jsonb) as moved from chain c
    left join practice_merges m on m.from_id = c.id and m.undone_at is null order by depth`)
}

/** Practices with the version that the search index must follow. */
export async function listSearchVersions(tx: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .select({ id: practices.id, searchVersion: practices.searchVersion })
    .from(practices)
    .where(and(inArray(practices.id, [...ids]), eq(practices.state, 'published' satisfies PracticeState)))
}
