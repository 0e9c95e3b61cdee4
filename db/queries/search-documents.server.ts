import { asc, gt, inArray, sql } from 'drizzle-orm'
import type { Database, Executor, Transaction } from '../client.server.ts'
import { practiceDocuments, practices } from '../schema/index.ts'

export type PracticeDocumentRow = typeof practiceDocuments.$inferInsert

/** Any number will do, as long as nothing else in the database uses it. */
const DOCUMENTS_LOCK = 4_815_162_343
const INDEX_LOCK = 4_815_162_344
const REBUILD_LOCK = 4_815_162_345

/**
 * Lets one process at a time write documents, until the transaction ends. Taken before the practices are read, it makes
 * sure that whoever writes last has read last.
 */
export async function lockDocuments(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${DOCUMENTS_LOCK})`)
}

/**
 * Lets one process at a time send documents to Meilisearch, until the transaction ends; `false` when another does.
 * The transaction may then wait for Meilisearch, which is not idling.
 */
export async function tryLockIndex(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`)
  const [row] = await tx.execute<{ locked: boolean }>(sql`select pg_try_advisory_xact_lock(${INDEX_LOCK}) as locked`)
  return row?.locked === true
}

/** The same, but waits for its turn before those that only try; throws when it has not come within `patienceMs`. */
export async function lockIndex(tx: Transaction, patienceMs: number): Promise<void> {
  await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`)
  await tx.execute(sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`)
  await tx.execute(sql`select pg_advisory_xact_lock(${INDEX_LOCK})`)
}

/** Lets one process at a time build an index beside the live one, until the transaction ends. It idles meanwhile. */
export async function tryLockRebuild(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
  const [row] = await tx.execute<{ locked: boolean }>(sql`select pg_try_advisory_xact_lock(${REBUILD_LOCK}) as locked`)
  return row?.locked === true
}

/** Puts documents in place of older ones and takes others away. */
export async function replaceDocuments(
  tx: Transaction,
  rows: readonly PracticeDocumentRow[],
  removed: readonly string[],
): Promise<void> {
  if (removed.length > 0) {
    await tx.delete(practiceDocuments).where(inArray(practiceDocuments.practiceId, [...removed]))
  }
  for (let start = 0; start < rows.length; start += 200) {
    await tx
      .insert(practiceDocuments)
      .values(rows.slice(start, start + 200))
      .onConflictDoUpdate({ target: practiceDocuments.practiceId, set: NEW_VALUES })
  }
}

/** The values of the row that could not be inserted. */
const NEW_VALUES = {
  publicId: sql`excluded.public_id`,
  version: sql`excluded.version`,
  checksum: sql`excluded.checksum`,
  document: sql`excluded.document`,
  entry: sql`excluded.entry`,
  terms: sql`excluded.terms`,
  words: sql`excluded.words`,
}

export type IndexedVersion = { practiceId: string; checksum: string }

/** Key and checksum of documents, a page at a time in the order of keys. */
export async function listDocumentVersions(
  db: Executor,
  after: string | null,
  limit: number,
): Promise<IndexedVersion[]> {
  return db
    .select({ practiceId: practiceDocuments.practiceId, checksum: practiceDocuments.checksum })
    .from(practiceDocuments)
    .where(after === null ? undefined : gt(practiceDocuments.practiceId, after))
    .orderBy(asc(practiceDocuments.practiceId))
    .limit(limit)
}

/** Key and checksum of the documents of some practices. */
export async function listDocumentVersionsOf(db: Executor, ids: readonly string[]): Promise<IndexedVersion[]> {
  if (ids.length === 0) return []
  return db
    .select({ practiceId: practiceDocuments.practiceId, checksum: practiceDocuments.checksum })
    .from(practiceDocuments)
    .where(sql`${practiceDocuments.practiceId} = any(${uuids(ids)})`)
}

/** The stored documents of some practices. */
export async function listDocuments(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select({ checksum: practiceDocuments.checksum, document: practiceDocuments.document })
    .from(practiceDocuments)
    .where(inArray(practiceDocuments.practiceId, [...ids]))
}

export async function countDocuments(db: Executor): Promise<number> {
  return db.$count(practiceDocuments)
}

/** Keys of published practices, a page at a time in the order of keys. */
export async function listPublishedKeys(db: Executor, after: string | null, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: practices.id })
    .from(practices)
    .where(sql`${practices.state} = 'published' and ${after === null ? sql`true` : gt(practices.id, after)}`)
    .orderBy(asc(practices.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Which of some keys belong to a practice at all, published or not. */
export async function listKnownKeys(db: Executor, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: practices.id })
    .from(practices)
    .where(inArray(practices.id, [...ids]))
  return rows.map(({ id }) => id)
}

/** Practices whose document is missing, of another version, or no longer allowed; a page at a time in the order of keys. */
export async function listOutdatedKeys(db: Executor, after: string | null, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select p.id from practices p left join practice_documents d on d.practice_id = p.id
    where ((p.state = 'published' and (d.practice_id is null or d.version <> p.search_version))
       or (p.state <> 'published' and d.practice_id is not null))
      and ${after === null ? sql`true` : sql`p.id > ${after}`}
    order by p.id limit ${limit}`)
  return rows.map(({ id }) => id)
}

/** Brings the statistics of the planner up to date after much was written; without them the first searches are slow. */
export async function analyzeDocuments(db: Database): Promise<void> {
  await db.execute(sql`analyze practice_documents`)
}

export const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`
