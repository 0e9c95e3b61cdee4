import { setTimeout as sleep } from 'node:timers/promises'
import { listSetAside, updateSetAsideDue } from '#db/queries/search-queue.server.ts'
import { askForCheck, isCheckDue } from '#search/check.server.ts'
import { findCheck, findRebuild } from '#search/record.server.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canKeepSearch } from './report.policy.ts'

/** More are not listed: then the matter is not one of single practices. */
const MOST_SET_ASIDE = 100
/** A check of some thousand practices is done within this; a longer one goes on and is shown when it is done. */
const PATIENCE_MS = 8_000
const LOOK_MS = 200

/** How the search stands: which engine answers, what waits, what the last check found, what is set aside and why. */
export async function readSearchHealth(ctx: Context) {
  if (!canKeepSearch(ctx.actor)) throw new Forbidden('may not look into the search index')
  const hasIndex = ctx.search.index !== null
  const [status, check, rebuild, isWaiting, setAside] = await Promise.all([
    ctx.search.status(),
    findCheck(ctx.db),
    findRebuild(ctx.db),
    isCheckDue(ctx.db),
    listSetAside(ctx.db, hasIndex, MOST_SET_ASIDE),
  ])
  return { status, check, rebuild, isWaiting, setAside }
}

/**
 * Has the workers compare everything and mend what differs, and waits a moment for the result; `false` when it is not
 * there yet.
 */
export async function checkSearchNow(ctx: Context, patienceMs = PATIENCE_MS): Promise<boolean> {
  if (!canKeepSearch(ctx.actor)) throw new Forbidden('may not check the search index')
  const before = await findCheck(ctx.db)
  await ctx.db.transaction((tx) =>
    recordChange(tx, ctx, { action: 'search.check', entity: 'search', entityId: 'practices' }),
  )
  await askForCheck(ctx.db)
  for (const giveUp = Date.now() + patienceMs; Date.now() < giveUp; await sleep(LOOK_MS)) {
    if ((await findCheck(ctx.db))?.at.getTime() !== before?.at.getTime()) return true
  }
  return false
}

/** Gives a practice that is set aside one more chance. */
export async function retrySetAside(ctx: Context, { practiceId }: { practiceId: string }): Promise<void> {
  if (!canKeepSearch(ctx.actor)) throw new Forbidden('may not mend the search index')
  await ctx.db.transaction(async (tx) => {
    await updateSetAsideDue(tx, practiceId)
    await recordChange(tx, ctx, { action: 'search.retry', entity: 'search', entityId: practiceId })
  })
}
