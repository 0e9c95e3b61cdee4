import type { RegionType } from '#db/vocabulary.ts'

export type Place = { code: string; name: string; type: RegionType; provinceCode: string }

/** One practice that one place took over; codes are null where the source does not name a place we know. */
export type Flow = {
  publicId: string
  brand: string
  origin: string
  originProvince: string | null
  /** As the source names it. */
  adopter: string
  adopterProvince: string | null
}

/** What sources call a place without its full name. */
const GENERIC = new Set(['Kota', 'Kabupaten'])

/**
 * Finds the region that a text of a source names (`Kabupaten Buleleng (PAS URBAN)`, `Provinsi Lampung`), by the longest
 * name that occurs whole.
 */
export function placeFinder(places: readonly Place[]): (text: string) => Place | undefined {
  const named = places
    .filter(({ name }) => !GENERIC.has(name))
    .map((place) => ({ place, pattern: wholeWords(place.name) }))
    .sort((a, b) => b.place.name.length - a.place.name.length)
  return (text) => named.find(({ pattern }) => pattern.test(text))?.place
}

function wholeWords(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}-])`, 'iu')
}

export type Thread = { from: string | null; to: string; count: number }

/**
 * How many practices went from each province (null: ministries and agencies) to each other or the same province,
 * origins by code, adopters in the order in which their threads arrive.
 */
export function threadsOf(flows: readonly Flow[]): Thread[] {
  const threads = new Map<string, Thread>()
  for (const { originProvince, adopterProvince } of flows) {
    if (adopterProvince === null) continue
    const key = `${originProvince}>${adopterProvince}`
    const known = threads.get(key)
    threads.set(key, { from: originProvince, to: adopterProvince, count: (known?.count ?? 0) + 1 })
  }
  const code = (province: string | null) => Number(province ?? 999)
  return [...threads.values()].sort((a, b) => code(a.from) - code(b.from) || code(a.to) - code(b.to))
}

/** The province that took over from most other provinces, when it stands out with three or more. */
export function keenestAdopter(threads: readonly Thread[]): { code: string; origins: number } | undefined {
  const origins = new Map<string, number>()
  for (const { from, to } of threads) if (from !== to) origins.set(to, (origins.get(to) ?? 0) + 1)
  const [keenest] = [...origins].sort((a, b) => b[1] - a[1])
  return keenest && keenest[1] >= 3 ? { code: keenest[0], origins: keenest[1] } : undefined
}
