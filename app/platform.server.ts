import path from 'node:path'
import { createDb, type DbClient } from '#db/client.server.ts'
import { followPublicContent } from '#db/public-content.server.ts'
import { createSearch } from '#search/create.server.ts'
import type { Search } from '#search/engine.ts'
import { type Env, env } from './config/env.server.ts'
import { type Files, openFiles } from './files/files.server.ts'
import { log, logRequest } from './http/logger.server.ts'
import { type PageCache, pageCache } from './http/page-cache.server.ts'
import { noteVisit } from './http/search-log.server.ts'
import { noteView } from './http/visits.server.ts'

export type Platform = DbClient & { search: Search; files: Files }

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
  instance = { ...client, search, files: openFilesOfSite() }
  return instance
}

/** The store that the settings name, and what comes with it. */
export function openFilesOfSite(): Files {
  return openFiles(fileOptions(env()))
}

function fileOptions(settings: Env): Parameters<typeof openFiles>[0] {
  const { JIPP_DATA_DIR, CLAMD_URL, FILES_S3_ENDPOINT, FILES_S3_REGION, FILES_S3_BUCKET } = settings
  return {
    store: FILES_S3_BUCKET
      ? {
          kind: 's3',
          endpoint: FILES_S3_ENDPOINT,
          region: FILES_S3_REGION,
          bucket: FILES_S3_BUCKET,
          accessKeyId: settings.FILES_S3_KEY ?? '',
          secretAccessKey: settings.FILES_S3_SECRET ?? '',
        }
      : { kind: 'folder', folder: path.resolve(JIPP_DATA_DIR, 'files') },
    scannerUrl: CLAMD_URL,
    incoming: path.resolve(JIPP_DATA_DIR, 'incoming'),
  }
}

/** Kept pages for visitors, which let go when the database announces a change; `undefined` where they are switched off. */
export function openPageCache(): { pages: PageCache; stop: () => Promise<void> } | undefined {
  const { DATABASE_URL, JIPP_PAGE_CACHE_MB, NODE_ENV } = env()
  if (!DATABASE_URL || JIPP_PAGE_CACHE_MB === 0) return undefined
  const content = followPublicContent(DATABASE_URL, { onChange: () => pages.drop(), onLost: () => pages.drop() })
  const pages = pageCache({
    maxBytes: JIPP_PAGE_CACHE_MB * 1_000_000,
    version: content.version,
    isTold: NODE_ENV === 'development',
    onSent: (request, { requestId, status, startedAt }) => {
      const { method, url } = request
      logRequest({ requestId, method, path: url?.split('?', 1)[0], status }, startedAt)
      noteVisit(request, status)
      noteView(request, status)
    },
  })
  return { pages, stop: content.stop }
}
