import { and, asc, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import { practiceRevisions, practices, publications, savedSearches, savedSearchMatches } from '../schema/index.ts'
import type { Alert } from '../vocabulary.ts'

export type SavedSearchRow = typeof savedSearches.$inferSelect

/** The searches of a person, by name. */
export async function listSavedSearches(db: Executor, userId: string): Promise<SavedSearchRow[]> {
  return db
    .select()
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(sql`lower(${savedSearches.name})`, savedSearches.id)
    .limit(200)
}

export async function countSavedSearches(db: Executor, userId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(savedSearches).where(eq(savedSearches.userId, userId))
  return row?.n ?? 0
}

/** A search of this person; others' do not exist for them. */
export async function findSavedSearch(
  db: Executor,
  { userId, ...by }: { userId: string } & ({ id: string } | { params: string }),
): Promise<SavedSearchRow | undefined> {
  const one = 'id' in by ? eq(savedSearches.id, by.id) : eq(savedSearches.params, by.params)
  const [row] = await db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.userId, userId), one))
  return row
}

/** The new search; `undefined` when the person keeps the same one already. */
export async function insertSavedSearch(
  db: Executor,
  row: Omit<typeof savedSearches.$inferInsert, 'id'>,
): Promise<{ id: string } | undefined> {
  const [created] = await db
    .insert(savedSearches)
    .values(row)
    .onConflictDoNothing({ target: [savedSearches.userId, savedSearches.params] })
    .returning({ id: savedSearches.id })
  return created
}

export async function updateSavedSearch(
  db: Executor,
  { id, userId }: { id: string; userId: string },
  { name, alert, now }: { name: string; alert: Alert; now: Date },
): Promise<boolean> {
  // Mail that was off tells of nothing that was published meanwhile.
  const alertSince = sql`case when ${alert} = 'off' then null
    when ${savedSearches.alert} = 'off' then ${now.toISOString()}::timestamptz else ${savedSearches.alertSince} end`
  const rows = await db
    .update(savedSearches)
    .set({ name, alert, alertSince })
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, userId)))
    .returning({ id: savedSearches.id })
  return rows.length > 0
}

export async function deleteSavedSearch(
  db: Executor,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const rows = await db
    .delete(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, userId)))
    .returning({ id: savedSearches.id })
  return rows.length > 0
}

/** Notes that the person looks at the results of a search now, and answers it, when they keep it. */
export async function updateSavedSearchSeen(
  db: Executor,
  { userId, params, now }: { userId: string; params: string; now: Date },
): Promise<SavedSearchRow | undefined> {
  const [row] = await db
    .update(savedSearches)
    .set({ seenAt: now })
    .where(and(eq(savedSearches.userId, userId), eq(savedSearches.params, params)))
    .returning()
  return row
}

/** Stops all mail about new practices to a person; answers how many searches it was on for. */
export async function updateAlertsOff(db: Executor, userId: string): Promise<number> {
  const rows = await db
    .update(savedSearches)
    .set({ alert: 'off', alertSince: null })
    .where(and(eq(savedSearches.userId, userId), sql`${savedSearches.alert} <> 'off'`))
    .returning({ id: savedSearches.id })
  return rows.length
}

/** Practices that the searches of a person have found since the last look at each, and that are still published; newest first. */
export async function listNewMatches(db: Executor, userId: string) {
  return db
    .selectDistinctOn([savedSearches.id, practices.id], {
      savedSearchId: savedSearches.id,
      publicId: practices.publicId,
      title: sql<Bilingual>`${practiceRevisions.content}->'title'`,
      brand: sql<string>`${practiceRevisions.content}->>'brand'`,
      publishedAt: publications.publishedAt,
    })
    .from(savedSearches)
    .innerJoin(savedSearchMatches, eq(savedSearchMatches.savedSearchId, savedSearches.id))
    .innerJoin(publications, eq(publications.id, savedSearchMatches.publicationId))
    .innerJoin(practices, and(eq(practices.id, publications.practiceId), eq(practices.state, 'published')))
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(and(eq(savedSearches.userId, userId), gt(publications.publishedAt, savedSearches.seenAt)))
    .orderBy(savedSearches.id, practices.id, desc(publications.publishedAt))
    .limit(2_000)
}

// ---- holding searches against publications --------------------------------------------------------------------------

export async function insertPublication(
  tx: Executor,
  row: { practiceId: string; version: number; publishedAt: Date },
): Promise<void> {
  await tx.insert(publications).values(row)
}

/**
 * Publications that no saved search was held against yet and that can be by now: the document of the practice is as new
 * as the publication, or the practice is no longer public (`isPublic`).
 */
export async function listPendingPublications(db: Executor, limit: number) {
  return db
    .select({
      id: publications.id,
      practiceId: publications.practiceId,
      publishedAt: publications.publishedAt,
      isPublic: sql<boolean>`${practices.state} = 'published'`,
    })
    .from(publications)
    .innerJoin(practices, eq(practices.id, publications.practiceId))
    .where(
      and(
        isNull(publications.matchedAt),
        sql`(${practices.state} <> 'published' or exists (
          select from practice_documents d
          where d.practice_id = ${practices.id} and d.version >= ${publications.version}))`,
      ),
    )
    .orderBy(asc(publications.id))
    .limit(limit)
}

/** Saved searches of everybody, in the order of their keys, after one of them. */
export async function listAllSavedSearches(db: Executor, { after, limit }: { after: string; limit: number }) {
  return db
    .select({ id: savedSearches.id, params: savedSearches.params, createdAt: savedSearches.createdAt })
    .from(savedSearches)
    .where(gt(savedSearches.id, after))
    .orderBy(asc(savedSearches.id))
    .limit(limit)
}

/** Stores what searches found; a search that was deleted meanwhile, and what is stored already, is left out. */
export async function insertMatches(
  tx: Executor,
  matches: readonly { savedSearchId: string; publicationId: number }[],
): Promise<void> {
  if (matches.length === 0) return
  const rows = matches.map((match) => ({ s: match.savedSearchId, p: match.publicationId }))
  await tx.execute(sql`
    insert into saved_search_matches (saved_search_id, publication_id)
    select found.s, found.p from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found(s uuid, p bigint)
    join (select id from saved_searches for key share) kept on kept.id = found.s
    on conflict do nothing`)
}

export async function updatePublicationsMatched(tx: Executor, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(publications)
    .set({ matchedAt: now })
    .where(sql`${publications.id} = any(${`{${ids.join(',')}}`}::bigint[]) and ${publications.matchedAt} is null`)
}
