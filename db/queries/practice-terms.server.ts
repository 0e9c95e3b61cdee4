import { and, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { practiceRevisions, practices, searchDemand } from '../schema/index.ts'
import type { Language } from '../vocabulary.ts'

/** The search terms of a practice; null until somebody has assigned any. */
export async function findSearchTerms(db: Executor, practiceId: string) {
  const [row] = await db
    .select({ searchTerms: practices.searchTerms })
    .from(practices)
    .where(eq(practices.id, practiceId))
  return row?.searchTerms ?? null
}

/**
 * Replaces the search terms of a practice that is not withdrawn, if they are still what was read, and raises the version
 * that the search index follows. Answers that version and the state; `undefined` when they were changed meanwhile.
 */
export async function updateSearchTerms(
  tx: Executor,
  { id, was }: { id: string; was: Record<Language, string[]> | null },
  terms: Record<Language, string[]>,
) {
  const [row] = await tx
    .update(practices)
    .set({ searchTerms: terms, searchVersion: sql`${practices.searchVersion} + 1` })
    .where(
      and(
        eq(practices.id, id),
        ne(practices.state, 'withdrawn'),
        sql`${practices.searchTerms} is not distinct from ${was && JSON.stringify(was)}::jsonb`,
      ),
    )
    .returning({ searchVersion: practices.searchVersion, state: practices.state })
  return row
}

/** The subject terms of published practices, in the order of the ids. */
export async function listSubjects(
  db: Executor,
  practiceIds: readonly string[],
): Promise<Record<Language, string[]>[]> {
  if (practiceIds.length === 0) return []
  const rows = await db
    .select({
      id: practices.id,
      subjects: sql<Record<Language, string[]>>`${practiceRevisions.content} -> 'subjects'`,
    })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(and(inArray(practices.id, [...practiceIds]), eq(practices.state, 'published')))
  return practiceIds.flatMap((id) => rows.find((row) => row.id === id)?.subjects ?? [])
}

/** Words that were searched at least so often since a day, by language; those in vain first. */
export async function listSearchedWords(
  db: Executor,
  { since, least, limit }: { since: string; least: number; limit: number },
) {
  const sum = (column: 'searches' | 'withoutHit' | 'opened') => sql<number>`sum(${searchDemand[column]})::int`
  const inVain = sql`sum(${searchDemand.withoutHit} + greatest(0, ${searchDemand.searches} - ${searchDemand.opened})) desc`
  return db
    .select({
      words: searchDemand.words,
      language: searchDemand.language,
      searches: sum('searches'),
      withoutHit: sum('withoutHit'),
      opened: sum('opened'),
    })
    .from(searchDemand)
    .where(gte(searchDemand.day, since))
    .groupBy(searchDemand.words, searchDemand.language)
    .having(sql`sum(${searchDemand.searches}) >= ${least}`)
    .orderBy(inVain, searchDemand.words)
    .limit(limit)
}
