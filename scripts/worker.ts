// `npm run worker`: does the background work of this installation in a process of its own, beside any number of servers,
// until it is told to stop. `npm start` does it too: this is for machines that shall do nothing else.

import { existsSync } from 'node:fs'
import path from 'node:path'
import { openSettings } from './boot/settings.ts'
import { explain } from './boot/start-error.mjs'
import { onStopSignal } from './boot/stop-signals.ts'
import { runningMeilisearch } from './meilisearch/running.ts'
import { runningDatabaseUrl } from './postgres/running.ts'

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  process.env.JIPP_DATA_DIR = dataDir
  process.env.DATABASE_URL = runningDatabaseUrl()
  const meilisearch = await runningMeilisearch()
  if (meilisearch) {
    process.env.MEILISEARCH_URL = meilisearch.url
    process.env.MEILISEARCH_KEY = meilisearch.key ?? ''
  }
  // Links in mail are signed with the secret of the servers that open them.
  if (!process.env.SESSION_SECRET && existsSync(path.join(dataDir, 'settings.json')))
    process.env.SESSION_SECRET = openSettings(dataDir).settings.sessionSecret
  // Only now: these read the settings when they are loaded.
  const { platform } = await import('#app/platform.server.ts')
  const { startWorkers } = await import('#app/workers.server.ts')
  const { close, ...clients } = platform()
  const workers = startWorkers(clients)
  onStopSignal(async () => {
    await workers.stop()
    await close()
  })
  console.log('Working. Stop with Ctrl+C.')
}

main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
