import { listNewMatches, listSavedSearches, updateSavedSearchSeen } from '#db/queries/saved-searches.server.ts'
import type { Alert, Language } from '#db/vocabulary.ts'
import { type SearchState, savedParams, searchParams } from '../practice/practice-query.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'

/** Names of new practices that are told; of more only the number. */
const NAMED = 3

/** The own saved searches by name, each with what was published for it since the last look. */
export async function readSavedSearches(ctx: Context, lang: Language) {
  const userId = userIdOf(ctx.actor)
  if (!userId) throw new Forbidden('nobody is signed in')
  const [searches, matches] = await Promise.all([listSavedSearches(ctx.db, userId), listNewMatches(ctx.db, userId)])
  return searches.map(({ id, name, params, alert, seenAt }) => {
    const fresh = matches
      .filter(({ savedSearchId }) => savedSearchId === id)
      .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    const named = fresh.slice(0, NAMED).map(({ publicId, title, brand }) => ({
      publicId,
      title: title[lang] ?? title.id ?? brand,
    }))
    return { id, name, params, alert, seenAt, newCount: fresh.length, named }
  })
}

export type SavedSearchView = Awaited<ReturnType<typeof readSavedSearches>>[number]

/** What the search page shows of saving: the parameters to save, and the own saved search that they are already. */
export type SearchKept = { params: string; saved: { name: string; alert: Alert } | null }

/**
 * Whether the person keeps this very search; if so, this is their last look at its results. Nothing is written for
 * visitors.
 */
export async function lookAtSearch(ctx: Context, state: SearchState): Promise<SearchKept> {
  const params = savedParams(searchParams(state))
  const userId = userIdOf(ctx.actor)
  const saved = userId ? await updateSavedSearchSeen(ctx.db, { userId, params, now: ctx.now }) : undefined
  return { params, saved: saved ? { name: saved.name, alert: saved.alert } : null }
}
