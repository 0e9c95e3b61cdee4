import path from 'node:path'
import postgres from 'postgres'
import { openSettings } from '../boot/settings.ts'
import { ensureDatabase } from './database.ts'
import { postgresHome } from './home.ts'
import { runningDatabaseUrl } from './running.ts'
import { startPostgres } from './server.ts'

type Opened = { url: string; close: () => Promise<void> }

/**
 * The database of this installation for a command: DATABASE_URL, else the PostgreSQL of a running `npm start`, else the
 * same PostgreSQL started for as long as the command takes.
 */
export async function openDatabaseForCommand(): Promise<Opened> {
  const running = urlOf(runningDatabaseUrl)
  if (running && (process.env.DATABASE_URL || (await answers(running)))) return { url: running, close: async () => {} }
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  const file = openSettings(dataDir)
  const server = await startPostgres({
    ...{ home: postgresHome(dataDir, file), ...file.settings.postgres },
    port: file.settings.postgres.port,
  })
  if (file.settings.postgres.port !== server.port) {
    file.settings.postgres.port = server.port
    file.save()
  }
  await ensureDatabase(server.url('postgres'), 'jipp')
  return { url: server.url('jipp'), close: () => server.stop() }
}

function urlOf(find: () => string): string | undefined {
  try {
    return find()
  } catch {
    return undefined
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
