import { existsSync } from 'node:fs'
import path from 'node:path'
import { openSettings } from '../boot/settings.ts'
import { StartError } from '../boot/start-error.mjs'

/** The database of this installation: DATABASE_URL, else the PostgreSQL that a running `npm start` has brought along. */
export function runningDatabaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  const { port, password } = existsSync(path.join(dataDir, 'settings.json'))
    ? openSettings(dataDir).settings.postgres
    : {}
  if (port && password) return `postgres://jipp:${encodeURIComponent(password)}@127.0.0.1:${port}/jipp`
  throw new StartError('No database is known yet.', 'Run npm start first and leave it running, or set DATABASE_URL.')
}
