import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { createDb, type DbClient } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { freePort } from '../../../scripts/boot/ports.ts'
import { findMeilisearch } from '../../../scripts/meilisearch/find.mjs'
import { startMeilisearch } from '../../../scripts/meilisearch/server.ts'
import { scratchFolder } from '../../../scripts/postgres/account.ts'
import { startPostgres } from '../../../scripts/postgres/server.ts'

type Server = {
  url: string
  pid: number
  /** Resident memory in megabytes. */
  memory(): number
  stop(): Promise<void>
}

export type BenchDatabase = DbClient & { url: string }

/** Servers of a bench, in a folder that is gone afterwards: PostgreSQL as `npm start` runs it, Meilisearch, the site. */
export async function openWorld() {
  const [home, cluster] = ['jipp-bench-', 'jipp-bench-postgres-'].map((name) =>
    mkdtempSync(path.join(scratchFolder(), name)),
  )
  if (!home || !cluster) throw new Error('no folder')
  const server = await startPostgres({
    // The account that PostgreSQL runs under cannot read what is inside the other one.
    home: cluster,
    password: randomBytes(16).toString('hex'),
    port: undefined,
    flags: ['max_connections=60'],
  })
  const closing: (() => Promise<unknown>)[] = []

  return {
    /** A database with regions, agencies, hubs and the starting catalogue. */
    async database(name: string): Promise<BenchDatabase> {
      const maintenance = postgres(server.url('postgres'), { max: 1 })
      await maintenance.unsafe(`create database "${name}"`)
      await maintenance.end()
      const url = server.url(name)
      await migrateDatabase(url)
      const client = createDb(url, { max: 5, statementTimeout: 600_000, applicationName: 'jipp-bench' })
      closing.push(client.close)
      await seedReference(client.db)
      await loadCatalogue({ db: client.db, actor: { kind: 'system', name: 'bench' }, now: new Date() })
      return { ...client, url }
    },
    /** Meilisearch, where a program is found. */
    async meilisearch(): Promise<{ url: string; key: string } | undefined> {
      const program = findMeilisearch('.data')
      if (!program) return undefined
      const key = randomBytes(16).toString('hex')
      const running = await startMeilisearch({
        home: mkdtempSync(path.join(home, 'meilisearch-')),
        program,
        key,
        port: undefined,
      })
      closing.push(running.stop)
      return { url: running.url, key }
    },
    /** The built site on one of the databases; its log goes to a file, as on a server. */
    async site(database: BenchDatabase, env: Record<string, string> = {}): Promise<Server> {
      const port = await freePort()
      const folder = mkdtempSync(path.join(home, 'site-'))
      const logFile = path.join(folder, 'site.log')
      const log = openSync(logFile, 'a')
      const { MEILISEARCH_URL, MEILISEARCH_KEY, SMTP_URL, PUBLIC_URL, NODE_ENV, LOG_LEVEL, ...rest } = process.env
      const given: Record<string, string | undefined> = {
        ...rest,
        HOST: '127.0.0.1',
        PORT: String(port),
        JIPP_DATA_DIR: folder,
        JIPP_DEMO: '0',
        JIPP_SEARCH: 'postgres',
        DATABASE_URL: database.url,
        ...env,
      }
      const child = spawn(process.execPath, ['scripts/start.mjs'], {
        stdio: ['ignore', log, log],
        env: given as NodeJS.ProcessEnv,
      })
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      const stop = () => {
        child.kill('SIGTERM')
        return ended
      }
      closing.push(stop)
      const deadline = Date.now() + 600_000
      while (!/^JIPP is ready/m.test(readFileSync(logFile, 'utf8'))) {
        if (child.exitCode !== null || Date.now() > deadline)
          throw new Error(`the site did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)
        await sleep(100)
      }
      const pid = child.pid ?? 0
      return { url: `http://127.0.0.1:${port}`, pid, memory: () => residentMegabytes(pid), stop }
    },
    async close() {
      for (const stop of closing.reverse()) await stop()
      await server.stop('immediate')
      for (const folder of [home, cluster]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** 0 where the system does not tell. */
function residentMegabytes(pid: number): number {
  try {
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000)
  } catch {
    return 0
  }
}
