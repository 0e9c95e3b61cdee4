import { listRegionNames } from '#db/queries/network.server.ts'
import { listPins } from '#db/queries/search-pins.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { readSearch } from '../practice/practice-query.ts'
import type { Context } from '../shared/context.ts'
import { addDays, today as todayOf } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import { pinScopeOf } from './search-pin.policy.ts'
import { MOST_DAYS } from './search-pin.server.ts'

/** Expired pins stay in the list so long, to be renewed. */
const SHOWN_AFTER_END = 90
/** What the form proposes. */
const USUAL_DAYS = 90

/** The pins of the actor's hub, or all of them for the national admin; those that hold first. */
export async function readPins(ctx: Context, lang: Language) {
  const scope = pinScopeOf(ctx.actor)
  if (scope.kind === 'none') throw new Forbidden('may not see pins')
  const today = todayOf(ctx.now)
  const rows = await listPins(ctx.db, scope, { today, endedSince: addDays(today, -SHOWN_AFTER_END) })
  const pins = rows.map(({ title, brand, ...pin }) => ({
    ...pin,
    title: title?.[lang] ?? title?.id ?? brand ?? pin.publicId,
  }))
  const codes = pins.flatMap(({ kind, target }) => {
    if (kind === 'words') return []
    const { filters } = readSearch(new URLSearchParams(target)).state
    return [...filters.province, ...filters.district]
  })
  const names = await listRegionNames(ctx.db, [...new Set(codes)])
  return {
    pins,
    places: Object.fromEntries(names.map(({ code, name }) => [code, name])),
    everywhere: scope.kind === 'all',
    dates: { today, usual: addDays(today, USUAL_DAYS), last: addDays(today, MOST_DAYS) },
  }
}

export type PinsView = Awaited<ReturnType<typeof readPins>>
