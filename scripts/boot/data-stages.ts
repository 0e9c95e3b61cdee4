import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { createDb } from '#db/client.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { createSearch } from '#search/create.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { loadDemo } from '../demo/load-demo.ts'
import type { SearchEngineChoice } from './search-stage.ts'
import type { Report } from './stages.mjs'

const PATIENT = { max: 3, statementTimeout: 300_000, applicationName: 'jipp-start' }

export type DataOptions = { url: string; demoPassword: string | undefined; report: Report }

/** Regions, agencies, hubs and the starting catalogue, and the demo records where wanted. Running it again changes nothing. */
export async function loadData({ url, demoPassword, report }: DataOptions): Promise<{ note: string }> {
  const { db, close } = createDb(url, PATIENT)
  try {
    report({ note: 'regions and agencies' })
    await seedReference(db)
    report({ note: 'starting catalogue' })
    const now = new Date()
    const { added, total } = await loadCatalogue({ db, actor: { kind: 'system', name: 'start' }, now })
    const practices = added > 0 ? `${added} practices of the catalogue loaded` : `${total} practices of the catalogue`
    if (demoPassword === undefined) return { note: practices }
    report({ note: 'demo records' })
    await loadDemo({ db, search: createSearch({ db }), now }, demoPassword)
    return { note: `${practices}, demo records` }
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
