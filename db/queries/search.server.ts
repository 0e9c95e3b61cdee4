import { sql } from 'drizzle-orm'
import type { Database, Executor } from '../client.server.ts'
import { uuids } from './search-documents.server.ts'

/*
 * What the search reads of the database: the documents, whatever is newer than it knows, and the last check before
 * anything is shown.
 */

/** Where the documents stand; a generation is only comparable inside one epoch. */
export type Generation = { epoch: string; generation: number }

export type DocumentState = Generation & {
  /** Practices that are no longer published although their document has not followed yet. */
  hidden: string[]
}

/** The state of the documents at this moment. */
export async function findDocumentState(db: Executor): Promise<DocumentState> {
  const [row] = await db.execute<{ epoch: string; generation: string; hidden: string[] }>(sql`
    select g.epoch, g.generation, array(
      select p.id::text from outbox o join practices p on p.id = o.entity_id
      where o.topic = 'practice' and o.processed_at is null and p.state <> 'published') as hidden
    from search_generation g`)
  if (!row) throw new Error('search_generation is empty: the migrations have not run')
  return { epoch: row.epoch, generation: Number(row.generation), hidden: row.hidden }
}

export type MemoryRow = {
  id: string
  entry: Record<string, unknown>
  terms: string
  words: string[]
}

const PAGE = 2_000

/**
 * Reads documents that are newer than a generation (all of them after −1) and the keys of those taken away since, in
 * one snapshot. Answers the generation of that snapshot.
 */
export async function readDocumentsSince(
  db: Database,
  since: number,
  onRows: (rows: readonly MemoryRow[]) => void,
): Promise<Generation & { removed: string[] }> {
  return db.transaction(
    async (tx) => {
      const { epoch, generation } = await findDocumentState(tx)
      for (let after: string | null = null; ; ) {
        const rows: MemoryRow[] = [
          ...(await tx.execute<MemoryRow>(sql`
            select practice_id as id, entry, terms, words from practice_documents
            where generation > ${since} and ${after === null ? sql`true` : sql`practice_id > ${after}`}
            order by practice_id limit ${PAGE}`)),
        ]
        onRows(rows)
        const last = rows.at(-1)
        if (last === undefined || rows.length < PAGE) break
        after = last.id
      }
      const removed = await tx.execute<{ id: string }>(
        sql`select practice_id as id from practice_documents_removed where generation > ${since}`,
      )
      return { epoch, generation, removed: removed.map(({ id }) => id) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** Checksums of the documents of hits that are published at this moment: the last check before anything is shown. */
export async function listPublicChecksums(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db.execute<{ id: string; checksum: string }>(sql`
    select d.practice_id as id, d.checksum
    from practice_documents d join practices p on p.id = d.practice_id and p.state = 'published'
    where d.practice_id = any(${uuids(ids)})`)
  return [...rows]
}

/** Documents of practices that are published at this moment, in no order. */
export async function listPublicDocuments(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db.execute<{ id: string; checksum: string; document: Record<string, unknown> }>(sql`
    select d.practice_id as id, d.checksum, d.document
    from practice_documents d join practices p on p.id = d.practice_id and p.state = 'published'
    where d.practice_id = any(${uuids(ids)})`)
  return [...rows]
}
