import { saveSearch } from '#app/domain/saved-search/save-search.server.ts'
import type { Context } from '#app/domain/shared/context.ts'
import { listSavedSearches } from '#db/queries/saved-searches.server.ts'
import type { DemoPeople } from './people.ts'

/** A few searches that demo people keep. */
export async function seedDemoSearches(base: Omit<Context, 'actor'>, people: DemoPeople): Promise<void> {
  const { adopter, curator } = people
  const wishes = [
    { actor: adopter, name: 'Antrean puskesmas', search: 'q=antrean+puskesmas', alert: 'daily' },
    { actor: adopter, name: 'Layanan di pulau-pulau', search: 'q=layanan+kepulauan', alert: 'weekly' },
    { actor: curator, name: 'Kesehatan', search: 'sector=kesehatan', alert: 'off' },
  ] as const
  for (const { actor, ...wish } of wishes) {
    const kept = await listSavedSearches(base.db, actor.userId)
    if (kept.some(({ name }) => name === wish.name)) continue
    await saveSearch({ ...base, actor }, wish)
  }
}
