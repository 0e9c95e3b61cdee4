import { existsSync } from 'node:fs'
import path from 'node:path'
import { createDb, type Database } from '#db/client.server.ts'
import { createSearch } from '#search/create.server.ts'
import type { Search } from '#search/engine.ts'
import { openSettings } from '../boot/settings.ts'
import { runningDatabaseUrl } from '../postgres/running.ts'
import { accepts } from './server.ts'

type Address = { url: string; key?: string }

/** The Meilisearch of this installation: MEILISEARCH_URL, else the one that a running `npm start` has brought along. */
export async function runningMeilisearch(): Promise<Address | undefined> {
  if (process.env.JIPP_SEARCH === 'postgres') return undefined
  if (process.env.MEILISEARCH_URL) return { url: process.env.MEILISEARCH_URL, key: process.env.MEILISEARCH_KEY }
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  if (!existsSync(path.join(dataDir, 'settings.json'))) return undefined
  const { key, port } = openSettings(dataDir).settings.meilisearch
  const url = `http://127.0.0.1:${port}`
  return port && (await accepts(url, key)) ? { url, key } : undefined
}

/** Database and search of this installation, for a command. */
export async function openRunningSearch(
  applicationName: string,
): Promise<{ db: Database; search: Search; close: () => Promise<void> }> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { db, close } = createDb(runningDatabaseUrl(), { max: 3, statementTimeout: 300_000, applicationName })
  const meilisearch = await runningMeilisearch()
  return { db, search: createSearch({ db, ...(meilisearch && { meilisearch }) }), close }
}
