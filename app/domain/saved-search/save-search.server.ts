import {
  countSavedSearches,
  deleteSavedSearch,
  findSavedSearch,
  insertSavedSearch,
  updateSavedSearch,
} from '#db/queries/saved-searches.server.ts'
import type { Alert } from '#db/vocabulary.ts'
import { savedParams } from '../practice/practice-query.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { MAX_SAVED_SEARCHES } from './saved-search.ts'

/** The person whose own searches these are: there is no way to anybody else's. */
function assertPerson(ctx: Context): string {
  const userId = userIdOf(ctx.actor)
  if (!userId) throw new Forbidden('nobody is signed in')
  return userId
}

/**
 * Keeps a search, given by the parameters of its address, under a name of the person's own. The same search is kept
 * once: saving it again renames it. At most MAX_SAVED_SEARCHES.
 */
export async function saveSearch(
  ctx: Context,
  { search, name, alert }: { search: string; name: string; alert: Alert },
) {
  const userId = assertPerson(ctx)
  const params = savedParams(new URLSearchParams(search))
  return ctx.db.transaction(async (tx) => {
    const alertSince = alert === 'off' ? null : ctx.now
    const row = { userId, params, name, alert, alertSince, seenAt: ctx.now, createdAt: ctx.now }
    const created = await insertSavedSearch(tx, row)
    if (created && (await countSavedSearches(tx, userId)) > MAX_SAVED_SEARCHES) {
      throw new Invalid({ '': [`tooManySearches|${MAX_SAVED_SEARCHES}`] })
    }
    const id = created?.id ?? (await findSavedSearch(tx, { userId, params }))?.id
    if (!id) throw new NotFound('the search was deleted meanwhile')
    if (!created) await updateSavedSearch(tx, { id, userId }, { name, alert, now: ctx.now })
    await recordChange(tx, ctx, { action: 'saved_search.save', entity: 'saved_search', entityId: id, data: { alert } })
    return { id }
  })
}

/** Renames an own saved search and turns its mail on or off. */
export async function changeSavedSearch(ctx: Context, { id, name, alert }: { id: string; name: string; alert: Alert }) {
  const userId = assertPerson(ctx)
  await ctx.db.transaction(async (tx) => {
    if (!(await updateSavedSearch(tx, { id, userId }, { name, alert, now: ctx.now }))) {
      throw new NotFound('no such saved search')
    }
    await recordChange(tx, ctx, {
      action: 'saved_search.change',
      entity: 'saved_search',
      entityId: id,
      data: { alert },
    })
  })
}

/** Forgets an own saved search; one that is gone already stays gone. */
export async function forgetSavedSearch(ctx: Context, { id }: { id: string }) {
  const userId = assertPerson(ctx)
  await ctx.db.transaction(async (tx) => {
    if (!(await deleteSavedSearch(tx, { id, userId }))) return
    await recordChange(tx, ctx, { action: 'saved_search.delete', entity: 'saved_search', entityId: id })
  })
}
