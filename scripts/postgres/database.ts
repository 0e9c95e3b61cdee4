import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import type { Report } from '../boot/stages.mjs'
import { StartError } from '../boot/start-error.mjs'

const WAIT_SECONDS = 30
const OLDEST = 15
/** Tables of the first migration: a database that has tables but not these is somebody else's. */
const OUR_TABLES = ['practices', 'practice_revisions', 'installation']

export type DatabaseState = { version: string; isEmpty: boolean }

/** Creates the database unless it exists. */
export async function ensureDatabase(maintenanceUrl: string, name: string) {
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`
    if (!found) await sql.unsafe(`create database "${name}"`)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Waits for a database that may still be starting, and refuses one that is too old or belongs to something else. */
export async function checkDatabase(url: string, report: Report): Promise<DatabaseState> {
  const deadline = Date.now() + WAIT_SECONDS * 1000
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
    try {
      return await inspect(sql, url)
    } catch (error) {
      if (error instanceof StartError) throw error
      const reason = explainConnection(error as NodeJS.ErrnoException, url)
      if (reason.final || Date.now() > deadline) throw reason.error
      report({ note: `waiting for ${addressOf(url)}` })
    } finally {
      await sql.end({ timeout: 1 })
    }
    await sleep(500)
  }
}

async function inspect(sql: postgres.Sql, url: string): Promise<DatabaseState> {
  const [server] = await sql<{ version: string; number: number; encoding: string }[]>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding`
  if (!server) throw new Error('no answer')
  if (server.number < OLDEST * 10_000) {
    throw new StartError(
      `The database runs PostgreSQL ${server.version}; ${OLDEST} or later is needed.`,
      'Use a newer server, or leave DATABASE_URL out to use the one that comes along.',
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new StartError(
      `The database stores text as ${server.encoding}; UTF8 is needed.`,
      `Make another one: create database jipp template template0 encoding 'UTF8';`,
    )
  }
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and schemaname not like 'pg_toast%'`
  const names = new Set(tables.map((table) => table.name))
  if (names.size > 0 && !OUR_TABLES.every((table) => names.has(table)) && !onlyMigrationLog(names)) {
    throw new StartError(
      `The database ${addressOf(url)} belongs to something else: it has tables (${[...names].slice(0, 3).join(', ')} …), but not those of JIPP.`,
      'Nothing was changed there. Point DATABASE_URL at an empty database.',
    )
  }
  return { version: server.version, isEmpty: names.size === 0 }
}

/** The first start was cut between making the log and the first migration. */
function onlyMigrationLog(names: Set<string>) {
  return names.size === 1 && names.has('__drizzle_migrations')
}

function explainConnection(error: NodeJS.ErrnoException, url: string): { error: StartError; final: boolean } {
  const where = addressOf(url)
  const name = new URL(url).pathname.slice(1)
  const fail = (message: string, hint: string, final: boolean) => ({ error: new StartError(message, hint), final })
  switch (error.code) {
    case '28P01':
    case '28000':
      return fail(
        `The database ${where} refuses this user: ${error.message}`,
        'Check user and password in DATABASE_URL.',
        true,
      )
    case '3D000':
      return fail(
        `There is no database "${name}" at ${where}.`,
        `Make an empty one (createdb ${name}), or correct DATABASE_URL.`,
        true,
      )
    case 'ENOTFOUND':
      return fail(`The host of DATABASE_URL is not known: ${where}.`, 'Correct the address in DATABASE_URL.', true)
    default:
      return fail(
        `The database ${where} does not answer (${error.code ?? error.message}).`,
        'Start it, or correct DATABASE_URL; without DATABASE_URL, the PostgreSQL that comes along is used.',
        false,
      )
  }
}

/** Host, port and name of the database, without the password. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
