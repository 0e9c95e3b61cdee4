import { createDb, type DbClient } from '#db/client.server.ts'
import { createSearch } from '#search/create.server.ts'
import type { Search } from '#search/engine.ts'
import { env } from './config/env.server.ts'
import { log } from './http/logger.server.ts'

export type Platform = DbClient & { search: Search }

let instance: Platform | undefined

/** The one joint of environment, database and search: built at first use, once a process. */
export function platform(): Platform {
  if (instance) return instance
  const settings = env()
  if (!settings.DATABASE_URL)
    throw new Error('DATABASE_URL is not set: start the server with `npm start`, which sets it')
  const client = createDb(settings.DATABASE_URL)
  const wanted = settings.JIPP_SEARCH !== 'postgres' && settings.MEILISEARCH_URL
  const search = createSearch({
    db: client.db,
    meilisearch: wanted ? { url: wanted, key: settings.MEILISEARCH_KEY } : undefined,
    log,
  })
  instance = { ...client, search }
  return instance
}
