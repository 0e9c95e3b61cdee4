import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Env, parseEnv } from '#app/config/env.server.ts'
import type { RunningServer } from '#app/server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { checkDatabase, ensureDatabase } from '../postgres/database.ts'
import { postgresHome } from '../postgres/home.ts'
import { startPostgres } from '../postgres/server.ts'
import { buildWhenStale } from './build-stage.ts'
import { fillIndex, loadData } from './data-stages.ts'
import { startDevServer } from './dev-server.ts'
import { portIsFree } from './ports.ts'
import { chooseSearchEngine } from './search-stage.ts'
import { openSettings, type SettingsFile } from './settings.ts'
import { Shutdown } from './shutdown.ts'
import type { Report, Stages } from './stages.mjs'
import { explain, StartError } from './start-error.mjs'
import { onStopSignal } from './stop-signals.ts'
import { welcome } from './welcome.ts'

export type Boot = {
  dataDir: string
  /** NODE_ENV as the person gave it, before the server takes its own. */
  givenNodeEnv: string | undefined
  dev: boolean
  stages: Stages
  release: () => void
}

/** The stages after the packages: settings, database, search, schema, data, index, build, server. */
export async function serve(boot: Boot): Promise<void> {
  const { dataDir, stages } = boot
  const shutdown = new Shutdown()
  shutdown.add(boot.release)
  onStopSignal(() => {
    process.stdout.write('\nStopping: waiting for open requests, then for the database …\n')
    return shutdown.run()
  })
  try {
    const { given, file, demoPassword } = await stages.run('settings', () => settle(boot))
    const database = await stages.run('database', (report) => openDatabase(given, dataDir, file, shutdown, report))
    process.env.DATABASE_URL = database.url
    const engine = await stages.run('search', (report) => openSearch(given, dataDir, file, shutdown, report))
    await stages.run('schema', () => migrateDatabase(database.url))
    await stages.run('data', (report) => loadData({ url: database.url, demoPassword, report }))
    await stages.run('index', (report) => fillIndex({ url: database.url, engine, report }))
    await stages.run('build', (report) =>
      boot.dev ? { note: 'not needed, sources are served' } : buildWhenStale(file, report),
    )
    const server = await stages.run('server', async () => {
      const running = await listen(given, boot.dev)
      shutdown.add(() => running.close())
      return { ...running, note: `listening on ${given.HOST}:${given.PORT}` }
    })
    welcome({ url: server.url, demoPassword, seconds: stages.elapsed() })
  } catch (error) {
    await shutdown.run()
    console.error(explain(error))
    process.exit(1)
  }
}

/** Secrets, ports and the environment, checked before anything is started. */
async function settle({ dataDir, givenNodeEnv, dev }: Boot) {
  const given = readEnv()
  const file = openSettings(dataDir)
  if (!(await portIsFree(given.PORT, given.HOST))) throw portTaken(given.PORT)
  const isRealInstallation = givenNodeEnv === 'production' && given.DATABASE_URL !== undefined
  const demo = given.JIPP_DEMO ?? !isRealInstallation
  const demoPassword = demo ? (given.JIPP_DEMO_PASSWORD ?? file.settings.demoPassword) : undefined
  process.env.JIPP_DEMO = demo ? '1' : '0'
  process.env.JIPP_DEMO_PASSWORD = demoPassword ?? ''
  process.env.SESSION_SECRET = given.SESSION_SECRET ?? file.settings.sessionSecret
  process.env.JIPP_DATA_DIR = dataDir
  process.env.NODE_ENV = dev ? 'development' : 'production'
  const where = path.relative(process.cwd(), dataDir) || dataDir
  return { given, file, demoPassword, note: `${where}/settings.json ${file.isNew ? 'made' : 'read'}` }
}

function readEnv(): Env {
  try {
    return parseEnv(process.env)
  } catch (error) {
    throw new StartError(
      (error as Error).message,
      'Correct it in the environment or in .env; .env.example explains each.',
    )
  }
}

async function openDatabase(given: Env, dataDir: string, file: SettingsFile, shutdown: Shutdown, report: Report) {
  if (given.DATABASE_URL) {
    const { version } = await checkDatabase(given.DATABASE_URL, report)
    return { url: given.DATABASE_URL, note: `PostgreSQL ${version} at ${new URL(given.DATABASE_URL).host}` }
  }
  const { settings, save } = file
  const home = postgresHome(dataDir, file)
  const server = await startPostgres({ home, ...settings.postgres, port: settings.postgres.port })
  shutdown.add(() => server.stop())
  if (settings.postgres.port !== server.port) {
    settings.postgres.port = server.port
    save()
  }
  await ensureDatabase(server.url('postgres'), 'jipp')
  const url = server.url('jipp')
  await checkDatabase(url, report)
  const place = settings.postgres.home ? ` in ${home}` : ''
  const taken = server.reused ? ', taken over' : ''
  const linked = server.linked > 0 ? `, ${server.linked} library links made` : ''
  return { url, note: `PostgreSQL ${server.version} on port ${server.port}${place}${taken}${linked}` }
}

async function openSearch(given: Env, dataDir: string, file: SettingsFile, shutdown: Shutdown, report: Report) {
  const wanted = { mode: given.JIPP_SEARCH, url: given.MEILISEARCH_URL, key: given.MEILISEARCH_KEY }
  const choice = await chooseSearchEngine(wanted, dataDir, file, report)
  process.env.JIPP_SEARCH = choice.engine
  if (choice.engine === 'meilisearch') {
    process.env.MEILISEARCH_URL = choice.url
    process.env.MEILISEARCH_KEY = choice.key ?? ''
    if (choice.stop) shutdown.add(choice.stop)
  }
  return choice
}

async function listen({ PORT, HOST }: Env, dev: boolean): Promise<RunningServer> {
  try {
    if (dev) return await startDevServer({ port: PORT, host: HOST })
    const built: typeof import('#app/server.ts') = await import(pathToFileURL('build/server/index.js').href)
    return await built.startServer({ port: PORT, host: HOST, assetsFolder: path.resolve('build/client') })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw portTaken(PORT)
    throw error
  }
}

function portTaken(port: number) {
  return new StartError(
    `Port ${port} is taken by another program.`,
    `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  )
}
