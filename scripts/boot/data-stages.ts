import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { createDb } from '#db/client.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { createSearch } from '#search/create.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import type { SearchEngineChoice } from './search-stage.ts'
import type { Report } from './stages.mjs'

const PATIENT = { max: 3, statementTimeout: 300_000, applicationName: 'jipp-start' }

/** Regions, agencies, hubs and the starting catalogue, and the demo records where wanted. Running it again changes nothing. */
export async function loadData(options: { url: string; demo: boolean; report: Report }): Promise<{ note: string }> {
  const { db, close } = createDb(options.url, PATIENT)
  try {
    options.report({ note: 'regions and agencies' })
    await seedReference(db)
    options.report({ note: 'starting catalogue' })
    const actor = { kind: 'system', name: 'start' } as const
    const { added, total } = await loadCatalogue({ db, actor, now: new Date() })
    return { note: added > 0 ? `${added} practices of the catalogue loaded` : `${total} practices of the catalogue` }
  } finally {
    await close()
  }
}

type IndexOptions = { url: string; engine: SearchEngineChoice; report: Report }

/** Brings both search engines level with the database. */
export async function fillIndex({ url, engine, report }: IndexOptions): Promise<{ note: string }> {
  const { db, close } = createDb(url, PATIENT)
  try {
    const meilisearch = engine.engine === 'meilisearch' ? { url: engine.url, key: engine.key } : undefined
    const search = createSearch({ db, ...(meilisearch && { meilisearch }) })
    const outcome = await ensureIndexed(db, search, (done, all) => report({ fraction: all > 0 ? done / all : 1 }))
    const renewed = outcome.renewed > 0 ? `, ${outcome.renewed} renewed` : ''
    const copy = { none: '', level: '', rebuilt: ', Meilisearch filled', later: ', Meilisearch follows later' }
    return { note: `${outcome.documents} practices${renewed}${copy[outcome.meilisearch]}` }
  } finally {
    await close()
  }
}
