import { and, asc, eq, exists, inArray, lt, not, or, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { files, type PhotoFacts, practiceRevisions, practices } from '../schema/index.ts'
import type { FileState } from '../vocabulary.ts'

export type FileRow = typeof files.$inferSelect

export async function insertFile(tx: Executor, row: typeof files.$inferInsert): Promise<FileRow> {
  const [created] = await tx.insert(files).values(row).returning()
  return created!
}

export async function findFile(db: Executor, id: string): Promise<FileRow | undefined> {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row
}

/** The files of these ids, in no order. */
export async function listFiles(db: Executor, ids: readonly string[]): Promise<FileRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(files)
        .where(inArray(files.id, [...ids]))
}

/** Files that wait for the scanner or for their pictures, the oldest first. */
export async function listWaitingFiles(db: Executor, limit: number): Promise<FileRow[]> {
  return db
    .select()
    .from(files)
    .where(inArray(files.state, ['quarantined', 'processing']))
    .orderBy(asc(files.uploadedAt))
    .limit(limit)
}

type FileChanges = { state?: FileState; scannedAt?: Date; refusal?: string; photo?: PhotoFacts }

/** Changes a file while it is in state `from`; `undefined` when it is in another one by now. */
export async function updateFile(
  tx: Executor,
  { id, from }: { id: string; from: FileState },
  changes: FileChanges,
): Promise<FileRow | undefined> {
  const [row] = await tx
    .update(files)
    .set(changes)
    .where(and(eq(files.id, id), eq(files.state, from)))
    .returning()
  return row
}

/** A revision of the file's practice that names it. */
const named = (condition?: SQL) =>
  and(
    eq(practiceRevisions.practiceId, files.practiceId),
    sql`${practiceRevisions.content} -> 'attachments' @> jsonb_build_array(jsonb_build_object('fileId', ${files.id}))`,
    condition,
  )

/** A file with what decides who may read it: its practice, and whether a published text or the one in work names it. */
export async function findFileWithReaders(db: Executor, id: string) {
  const names = (condition: SQL) =>
    sql<boolean>`${exists(db.select({ one: sql`1` }).from(practiceRevisions).where(named(condition)))}`
  const [row] = await db
    .select({
      file: files,
      publicId: practices.publicId,
      practiceState: practices.state,
      isPublished: names(eq(practiceRevisions.state, 'published')),
      isInWork: names(not(inArray(practiceRevisions.state, ['published', 'discarded']))),
    })
    .from(files)
    .innerJoin(practices, eq(practices.id, files.practiceId))
    .where(eq(files.id, id))
  return row
}

/** Forgets files that no text names any more and that came before this moment. Answers how many. */
export async function deleteUnnamedFiles(tx: Executor, before: Date): Promise<number> {
  const gone = await tx
    .delete(files)
    .where(
      and(lt(files.uploadedAt, before), not(exists(tx.select({ one: sql`1` }).from(practiceRevisions).where(named())))),
    )
    .returning({ id: files.id })
  return gone.length
}

/**
 * Which of these checksums lie under some file: a document as it came, a photo as it came until its sizes are made,
 * and the sizes.
 */
export async function listUsedChecksums(db: Executor, checksums: readonly string[]): Promise<Set<string>> {
  if (checksums.length === 0) return new Set()
  const list = sql`array[${sql.join(
    checksums.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[]`
  const originals = await db
    .select({ sha256: files.sha256 })
    .from(files)
    .where(
      and(
        sql`${files.sha256} = any(${list})`,
        or(
          and(eq(files.kind, 'document'), not(eq(files.state, 'refused'))),
          inArray(files.state, ['quarantined', 'processing']),
        ),
      ),
    )
  const sizes = await db.execute<{ sha256: string }>(sql`
    select distinct size ->> 'sha256' as sha256
    from ${files}, jsonb_array_elements(${files.photo} -> 'sizes') size
    where ${files.kind} = 'photo' and size ->> 'sha256' = any(${list})`)
  return new Set([...originals, ...sizes].map(({ sha256 }) => sha256))
}
