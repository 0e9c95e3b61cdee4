// `npx tsx tests/bench/faults.bench.ts [operations [strict]]` runs it alone.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { createDb } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { agencies } from '#db/schema/index.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { faultRun, type Target } from '#tests/support/fault-run.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'
import { ownMeilisearch } from '#tests/support/own-meilisearch.ts'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { startPostgres } from '../../scripts/postgres/server.ts'

const OPERATIONS = 100_000
const QUICK = 5_000
const SEED = 20_261_122

type Options = { quick?: boolean; operations?: number; only?: 'strict' }

/** What is left of random operations on practices, with faults of the network, the workers and Meilisearch. */
export const bench = { name: 'faults', title: 'Index and database after random operations with faults', run }

export async function run({ quick, operations = quick ? QUICK : OPERATIONS, only }: Options) {
  const rows: (string | number)[][] = []
  const notes: string[] = []
  const failures: string[] = []
  const double = await startMeilisearchDouble({ taskMs: 3 })
  await measured('double of Meilisearch, no comparison that mends', double, true)
  if (only !== 'strict') await measured('double of Meilisearch', double)
  await double.close()
  const real = only === 'strict' ? undefined : await ownMeilisearch()
  if (real) {
    await measured('Meilisearch', real)
    await real.stop()
  } else if (only !== 'strict') notes.push('SKIPPED: no program `meilisearch` was found on this machine.')

  async function measured(name: string, target: Target, strict = false) {
    const report = await withDatabase((database) =>
      faultRun({ ...database, target, operations, seed: SEED, calamityEvery: 250, strict }),
    )
    for (const { engine, documents, drift } of report.engines) {
      const counts = [drift.missing, drift.stale, drift.ghost, drift.exposed].map((keys) => keys.length)
      rows.push([
        engine === 'postgres' ? `${name}: documents in PostgreSQL` : `${name}: index`,
        operations,
        report.published,
        documents,
        ...counts,
      ])
      if (counts.some((count) => count > 0)) failures.push(`${name}: ${engine} differs from the database`)
    }
    const { none: _none, ...faults } = report.faults
    notes.push(
      `${name}: ${Math.round(report.tookMs / 1000)} s, ${report.practices} practices, ${sum(report.faults)} requests of which ${sum(faults)} with a fault (${listed(faults)}); ${report.kills} kills of a worker or a command; from outside: ${listed(report.calamities) || 'nothing'}.`,
    )
  }
  notes.push(
    `Seed ${SEED}. What is compared is what the ordinary rounds of a minute have left, before any repair on demand; "no comparison that mends": what the way of each change alone has left.`,
  )
  const columns = ['what', 'operations', 'published', 'documents', 'missing', 'stale', 'ghost', 'over-exposed']
  return { columns, rows, notes, failures }
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0)
const listed = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

/** An own PostgreSQL with regions and agencies, which is gone afterwards. Nothing in it has to survive a power cut. */
async function withDatabase<T>(
  work: (database: { databaseUrl: string; db: ReturnType<typeof createDb>['db']; agencyId: string }) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(path.join(scratchFolder(), 'jipp-bench-'))
  const server = await startPostgres({
    home,
    password: randomBytes(16).toString('hex'),
    port: undefined,
    flags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
    initdbFlags: ['--no-sync'],
  })
  try {
    const maintenance = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
    await maintenance.unsafe('create database faults')
    await maintenance.end()
    const databaseUrl = server.url('faults')
    await migrateDatabase(databaseUrl)
    const { db, close } = createDb(databaseUrl, { max: 8, applicationName: 'jipp-bench' })
    await seedReference(db)
    const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
    if (!agency) throw new Error('no agency')
    return await work({ databaseUrl, db, agencyId: agency.id }).finally(close)
  } finally {
    await server.stop('immediate')
    rmSync(home, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { columns, rows, notes, failures } = await run({
    operations: Number(process.argv[2] ?? OPERATIONS),
    ...(process.argv[3] === 'strict' && { only: 'strict' }),
  })
  for (const row of [columns, columns.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`)
  for (const note of notes) console.log(`\n- ${note}`)
  for (const failure of failures) console.error(`FAILED ${failure}`)
  if (failures.length > 0) process.exitCode = 1
}
