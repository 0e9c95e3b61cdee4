import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { createDb } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { startPostgres } from '../../scripts/postgres/server.ts'
import { sweepAbandoned } from './abandoned.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the test server, and the database that every test database is copied from. */
    testServer: { url: string; template: string }
  }
}

const PREFIX = 'jipp-test-'

/** Nothing here outlives the run, so nothing has to survive a power cut. */
const FLAGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
  'shared_buffers=64MB',
]

/**
 * One PostgreSQL for the whole run (TEST_DATABASE_URL names another), with one template database that is migrated and
 * holds the regions, agencies and hubs; `testDatabase()` copies it.
 */
export default async function setup(project: TestProject) {
  if (process.env.BOOM) throw new Error('boom')
  const { url, stop } = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: undefined }
    : await throwawayServer()
  const template = `jipp_test_${process.pid}_template`
  try {
    await buildTemplate(url, template)
  } catch (error) {
    await stop?.()
    throw error
  }
  project.provide('testServer', { url, template })
  return async () => {
    if (stop) await stop()
    else await dropDatabases(url, `jipp_test_${process.pid}_`)
  }
}

async function throwawayServer() {
  sweepAbandoned(PREFIX)
  const home = mkdtempSync(path.join(scratchFolder(), PREFIX))
  const owner = `${home}.pid`
  writeFileSync(owner, String(process.pid))
  const server = await startPostgres({
    home,
    password: randomBytes(16).toString('hex'),
    port: undefined,
    flags: FLAGS,
    initdbFlags: ['--no-sync'],
  })
  const stop = async () => {
    await server.stop('immediate')
    rmSync(home, { recursive: true, force: true })
    rmSync(owner, { force: true })
  }
  return { url: server.url('postgres'), stop }
}

async function buildTemplate(url: string, template: string) {
  const maintenance = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await maintenance.unsafe(`drop database if exists "${template}"`)
    await maintenance.unsafe(`create database "${template}"`)
  } finally {
    await maintenance.end()
  }
  const target = databaseUrl(url, template)
  await migrateDatabase(target)
  const { db, close } = createDb(target, { max: 1 })
  try {
    await seedReference(db)
  } finally {
    await close()
  }
}

async function dropDatabases(url: string, prefix: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const rows = await sql<
      { name: string }[]
    >`select datname as name from pg_database where starts_with(datname, ${prefix})`
    for (const { name } of rows) await sql.unsafe(`drop database if exists "${name}" with (force)`)
  } finally {
    await sql.end()
  }
}

function databaseUrl(url: string, database: string) {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
