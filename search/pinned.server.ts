import type { Database } from '#db/client.server.ts'
import { listPinsFor } from '#db/queries/search-pins.server.ts'
import type { EngineQuery, PracticeHit, PracticeQuery } from './engine.ts'
import { pinKeyOf, withPins } from './pins.ts'

export type Pin = Awaited<ReturnType<typeof listPinsFor>>[number]
type Found = { practiceId: string; score: number }

/** A pin holds to the end of its day in Western Indonesia. */
const WIB_MS = 7 * 3_600_000

/** What hubs have pinned for a search today; nothing for searches that cannot have pins. */
export async function pinsFor(db: Database, query: PracticeQuery): Promise<Pin[]> {
  const key = pinKeyOf(query)
  if (key === null) return []
  return listPinsFor(db, { key, lang: query.lang, today: new Date(Date.now() + WIB_MS).toISOString().slice(0, 10) })
}

export const keysOf = (pins: readonly Pin[]) => pins.map(({ practiceId }) => practiceId)

/** The query whose answer has every hit up to the end of the page, and as many more as there are pins. */
export function roomForPins(query: EngineQuery, pins: readonly Pin[]): EngineQuery {
  if (pins.length === 0) return query
  return { ...query, page: 1, limit: query.page * query.limit + pins.length }
}

/** The page that was asked for, with the pins in their places. */
export function pinnedPage(query: EngineQuery, found: readonly Found[], pins: readonly Pin[]): readonly Found[] {
  if (pins.length === 0) return found
  const pinned = pins.map((pin) => ({ ...pin, score: scoreOf(pin, found) }))
  const first = (query.page - 1) * query.limit
  return withPins(found, pinned).slice(first, first + query.limit)
}

const scoreOf = ({ practiceId }: Pin, found: readonly Found[]) =>
  found.find((hit) => hit.practiceId === practiceId)?.score ?? 0

/** Why a hit stands where it stands, when a hub has put it there. */
export function pinOf({ practiceId }: PracticeHit, pins: readonly Pin[]): PracticeHit['pinned'] {
  const pin = pins.find((one) => one.practiceId === practiceId)
  return pin ? { reason: pin.reason, hub: pin.hub } : null
}
