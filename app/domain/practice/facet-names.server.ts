import QuickLRU from 'quick-lru'
import type { Executor } from '#db/client.server.ts'
import { listHubNames, listRegionNames } from '#db/queries/network.server.ts'
import type { Facet, FacetValue, Filters } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'

type Spoken = { filters: Filters; facets: Record<Facet, FacetValue[]>; codes?: readonly string[] }

/** Names of the places and hubs that a result speaks of, by code and slug; `codes` are spoken of beside the facets. */
export async function readFacetNames(
  { db }: Pick<Context, 'db'>,
  { filters, facets, codes = [] }: Spoken,
): Promise<Record<string, string>> {
  const valuesOf = (facet: Facet) => [...facets[facet].map(({ value }) => value), ...filters[facet]]
  const known = knownNames(db)
  const [regions, hubs] = await Promise.all([
    namesOf(known.regions, [...valuesOf('province'), ...valuesOf('district'), ...codes], async (unknown) =>
      (await listRegionNames(db, unknown)).map(({ code, name }) => [code, name]),
    ),
    namesOf(known.hubs, valuesOf('hub'), async (unknown) =>
      (await listHubNames(db, unknown)).map(({ slug, name }) => [slug, name]),
    ),
  ])
  return Object.fromEntries([...regions, ...hubs])
}

/** A place that was renamed is called by its former name for so long at most. */
const KEPT_MS = 10_000

type Names = QuickLRU<string, string>
const kept = new WeakMap<Executor, { regions: Names; hubs: Names }>()

/** Every search speaks of the same few hundred names. */
function knownNames(db: Executor) {
  const known = kept.get(db) ?? { regions: namesFor(KEPT_MS), hubs: namesFor(KEPT_MS) }
  kept.set(db, known)
  return known
}

const namesFor = (maxAge: number): Names => new QuickLRU({ maxSize: 1_000, maxAge })

async function namesOf(
  known: Names,
  keys: readonly string[],
  read: (unknown: string[]) => Promise<[string, string][]>,
): Promise<[string, string][]> {
  const found: [string, string][] = []
  const unknown: string[] = []
  for (const key of new Set(keys)) {
    const name = known.get(key)
    if (name === undefined) unknown.push(key)
    else found.push([key, name])
  }
  for (const [key, name] of unknown.length > 0 ? await read(unknown) : []) {
    known.set(key, name)
    found.push([key, name])
  }
  return found
}
