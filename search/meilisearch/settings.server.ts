import { isDeepStrictEqual } from 'node:util'
import type { Index, Settings } from 'meilisearch'
import { MEILISEARCH_SETTINGS } from '../indexes/practices-meilisearch.ts'
import { refusalOf } from './client.server.ts'

/** The settings of an index; `undefined` when there is none. */
export async function settingsOf(index: Index): Promise<Settings | undefined> {
  try {
    return await index.getSettings()
  } catch (error) {
    if (refusalOf(error)?.code === 'index_not_found') return undefined
    throw error
  }
}

/** Settings that differ from ours, because they are new or because somebody changed them. */
export function hasDrifted(actual: Settings): boolean {
  return Object.entries(MEILISEARCH_SETTINGS).some(([key, wanted]) => {
    const found = actual[key as keyof Settings]
    return !isDeepStrictEqual(comparable(key, found, wanted), comparable(key, wanted, wanted))
  })
}

/** Lists whose order means something. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules'])

/** Meilisearch fills in what is left out and sorts some lists: only what we set is compared. */
function comparable(key: string, found: unknown, wanted: unknown): unknown {
  if (Array.isArray(found)) return ORDERED.has(key) ? found : [...found].sort()
  if (!found || !wanted || typeof found !== 'object' || typeof wanted !== 'object') return found
  const names = Object.keys(key === 'synonyms' ? found : wanted).sort()
  const values = (from: object) => from as Record<string, unknown>
  return names.map((name) => [name, comparable(name, values(found)[name], values(wanted)[name])])
}
