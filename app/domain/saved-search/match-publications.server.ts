import {
  insertMatches,
  listAllSavedSearches,
  listPendingPublications,
  updatePublicationsMatched,
} from '#db/queries/saved-searches.server.ts'
import { readSearch, toPracticeQuery } from '../practice/practice-query.ts'
import type { Context } from '../shared/context.ts'
import { OVERLAP_MS } from './saved-search.ts'

/** Publications that are taken at a time. */
const BATCH = 100
/** Saved searches that are held against them at a time. */
const SEARCHES = 500
const FIRST_KEY = '00000000-0000-0000-0000-000000000000'

/**
 * Holds every saved search against the practices published since the last time and keeps what each has found. Answers
 * how many publications were done. Everything is asked of the database: no publication is missed when Meilisearch is
 * away, and one whose document is not there yet waits. Doing it twice, or in two processes, has the same effect.
 */
export async function matchPublications(ctx: Pick<Context, 'db' | 'search' | 'now'>): Promise<number> {
  const pending = await listPendingPublications(ctx.db, BATCH)
  if (pending.length === 0) return 0
  const open = pending.filter(({ isPublic }) => isPublic)
  const matches = open.length > 0 ? await matchesOf(ctx, open) : []
  await ctx.db.transaction(async (tx) => {
    await insertMatches(tx, matches)
    const ids = pending.map(({ id }) => id)
    await updatePublicationsMatched(tx, ids, ctx.now)
  })
  return pending.length
}

type Publication = Awaited<ReturnType<typeof listPendingPublications>>[number]

async function matchesOf(ctx: Pick<Context, 'db' | 'search'>, open: readonly Publication[]) {
  const practiceIds = [...new Set(open.map(({ practiceId }) => practiceId))]
  const matches: { savedSearchId: string; publicationId: number }[] = []
  for (let after = FIRST_KEY; ; ) {
    const searches = await listAllSavedSearches(ctx.db, { after, limit: SEARCHES })
    for (const { id, params, createdAt } of searches) {
      const { state } = readSearch(new URLSearchParams(params))
      const found = new Set(await ctx.search.matching(toPracticeQuery(state, 'id'), practiceIds))
      for (const { id: publicationId, practiceId, publishedAt } of open) {
        const isLater = publishedAt.getTime() >= createdAt.getTime() - OVERLAP_MS
        if (isLater && found.has(practiceId)) matches.push({ savedSearchId: id, publicationId })
      }
    }
    const last = searches.at(-1)
    if (!last || searches.length < SEARCHES) return matches
    after = last.id
  }
}
