import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { insertOutbox } from '#db/queries/system.server.ts'
import { createSearch } from '#search/create.server.ts'
import { rebuildDocuments, rebuildIndex } from '#search/rebuild.server.ts'
import { isLevel, verifySearch } from '#search/verify.server.ts'
import type { Bench } from './support/bench.ts'
import { ms, percentile, perSecond, spread } from './support/figures.ts'
import { ask, keptConnection } from './support/load.ts'
import { queryMix } from './support/query-mix.ts'
import { growCatalogue } from './support/synthetic.ts'
import { type BenchDatabase, openWorld, type World } from './support/world.ts'

const SIZES = [1_000, 10_000, 100_000]
const WRITES_PER_SECOND = 20

const ENGINES = [
  { name: 'PostgreSQL', goal: 4 },
  { name: 'Meilisearch', goal: 1.5 },
] as const
type EngineName = (typeof ENGINES)[number]['name']

type Meilisearch = Awaited<ReturnType<World['meilisearch']>>
type Catalogue = {
  size: number
  database: BenchDatabase
  meilisearch: Meilisearch
  indexed: Partial<Record<EngineName, number>>
}

/** Both engines with catalogues of three sizes, through the API of the real server. */
export const bench: Bench = {
  name: 'scale',
  title: 'Search in catalogues of three sizes',
  async run({ quick }) {
    const sizes = quick ? SIZES.slice(0, 2) : SIZES
    const plan = quick ? { rounds: 1, count: 60 } : { rounds: 3, count: 200 }
    const world = await openWorld()
    const rows: (string | number)[][] = []
    const notes: string[] = []
    const failures: string[] = []
    try {
      const catalogues: Catalogue[] = []
      for (const size of sizes) catalogues.push(await prepare(world, size))
      for (const { name, goal } of ENGINES) {
        if (name === 'Meilisearch' && !catalogues[0]?.meilisearch) {
          notes.push('NO Meilisearch was found on this machine: its figures are missing.')
          continue
        }
        const outcomes = await measure(world, catalogues, name, plan)
        rows.push(...outcomes.map(({ row }) => row))
        failures.push(...outcomes.flatMap((outcome) => outcome.failures))
        const ratio = outcomes.at(-1)?.ratio ?? []
        notes.push(
          `${name}: p95 at ${perSecond(sizes.at(-1) ?? 0)} practices is ${spread(ratio)} times p95 at ${perSecond(sizes[0] ?? 0)}. Goal: ${goal}.`,
        )
      }
    } finally {
      await world.close()
    }
    return {
      columns: [
        'practices',
        'engine',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'p95 against the smallest',
        'indexed documents/s',
        'rebuild under writes, s',
        'writes',
        'searches meanwhile',
        'failed',
        'by the stand-in',
        'p95 meanwhile, ms',
        'memory of the site, MB',
      ],
      rows,
      notes: [
        ...notes,
        `${plan.count} searches of a mix (words of the judged queries, facets, later pages, other orders) through the API, page cache off, one at a time; the sites of all sizes run side by side and take turns with each query, so that a busy machine weighs on all alike. ${plan.rounds} rounds, median (lowest–highest).`,
        `Rebuild: documents and, with Meilisearch, the next index beside the live one, while ${WRITES_PER_SECOND} practices a second change and searches go on. Failed: an answer other than 200. By the stand-in: PostgreSQL answered because Meilisearch was late or held an older state; with the same hits.`,
        'Memory: resident set of the one process that renders, searches and follows changes, after the searches.',
        'Synthetic catalogues: places, sectors and years of real records, sentences and terms of real records of the same sector mixed, new names.',
      ],
      failures,
    }
  },
}

/** A database and, where there is a program, a Meilisearch that hold a catalogue of one size. */
async function prepare(world: World, size: number): Promise<Catalogue> {
  const database = await world.database(`scale_${size}`)
  const started = performance.now()
  await growCatalogue(database.db, size)
  await database.db.execute(sql`analyze`)
  progress(`${size} practices made in ${seconds(started)} s`)
  const meilisearch = await world.meilisearch()
  const catalogue: Catalogue = { size, database, meilisearch, indexed: {} }
  const search = searchOf(catalogue, 'Meilisearch')
  const timed = async (name: EngineName, work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    catalogue.indexed[name] = size / ((performance.now() - from) / 1000)
    progress(`${name}: ${perSecond(catalogue.indexed[name] ?? 0)} documents/s`)
  }
  await timed('PostgreSQL', () => rebuildDocuments(database.db))
  if (search.index) {
    const { index } = search
    await timed('Meilisearch', async () => {
      await index.ensure()
      await rebuildIndex(database.db, index)
    })
  }
  return catalogue
}

const searchOf = ({ database: { db }, meilisearch }: Catalogue, name: EngineName) =>
  createSearch({ db, ...(name === 'Meilisearch' && meilisearch && { meilisearch }) })

type Plan = { rounds: number; count: number }

async function measure(world: World, catalogues: readonly Catalogue[], name: EngineName, { rounds, count }: Plan) {
  const running = []
  for (const catalogue of catalogues) {
    const { database, meilisearch } = catalogue
    const there = name === 'Meilisearch' ? meilisearch : undefined
    const site = await world.site(database, {
      JIPP_PAGE_CACHE_MB: '0',
      LOG_LEVEL: 'warn',
      ...(there && { JIPP_SEARCH: 'meilisearch', MEILISEARCH_URL: there.url, MEILISEARCH_KEY: there.key }),
    })
    const agent = keptConnection()
    const find = (path: string) => ask(site.url + path, { agent })
    running.push({ catalogue, site, find, rounds: Array.from({ length: rounds }, (): number[] => []) })
  }
  const mix = queryMix(count)
  for (const path of mix.slice(0, 40)) for (const { find } of running) await find(path)
  for (let round = 0; round < rounds; round++) {
    for (const path of mix) for (const one of running) one.rounds[round]?.push((await one.find(path)).ms)
  }
  const outcomes = []
  for (const { catalogue, site, find, rounds: took } of running) {
    const memory = site.memory()
    const of = (share: number) => took.map((times) => percentile(times, share))
    const smallest = running[0]?.rounds.map((times) => percentile(times, 0.95)) ?? []
    const ratio = of(0.95).map((p95, round) => p95 / (smallest[round] ?? p95))
    progress(
      `${name}, ${catalogue.size}: p95 ${spread(of(0.95), ms)} ms, ${spread(ratio)} times the smallest, ${memory} MB`,
    )
    const search = searchOf(catalogue, name)
    const rebuild = await rebuildUnderWrites(catalogue.database, search, find, mix)
    await site.stop()
    const wrong = await differencesOf(catalogue.database, search)
    if (rebuild.failed > 0) wrong.push(`${rebuild.failed} failed searches during the rebuild`)
    outcomes.push({
      ratio,
      failures: wrong.map((text) => `${name}, ${catalogue.size} practices: ${text}`),
      row: [
        perSecond(catalogue.size),
        name,
        ...[0.5, 0.95, 0.99].map((share) => spread(of(share), ms)),
        spread(ratio),
        perSecond(catalogue.indexed[name] ?? 0),
        rebuild.seconds,
        rebuild.writes,
        rebuild.searches,
        rebuild.failed,
        rebuild.stoodIn,
        ms(rebuild.p95),
        memory,
      ],
    })
  }
  return outcomes
}

type Search = ReturnType<typeof createSearch>

async function rebuildUnderWrites(
  { db }: BenchDatabase,
  search: Search,
  find: (path: string) => ReturnType<typeof ask>,
  mix: readonly string[],
) {
  let isOver = false
  let writes = 0
  let failed = 0
  let stoodIn = 0
  const took: number[] = []
  const targets = await db.execute<{ id: string }>(
    sql`select id from practices where state = 'published' order by random() limit 500`,
  )
  const writing = async () => {
    for (let next = performance.now(); !isOver; next += 1000 / WRITES_PER_SECOND) {
      await sleep(Math.max(0, next - performance.now()))
      const id = targets[writes % targets.length]?.id ?? ''
      await db.transaction(async (tx) => {
        const [row] = await tx.execute<{ version: number }>(sql`
          update practices set life_status = 'constrained', life_confirmed_on = current_date - ${writes % 300}::int,
            search_version = search_version + 1 where id = ${id} returning search_version as version`)
        await insertOutbox(tx, { topic: 'practice', entityId: id, version: Number(row?.version) })
      })
      writes++
    }
  }
  const searching = async () => {
    for (let i = 0; !isOver; i++) {
      const { status, body, ms: time } = await find(mix[i % mix.length] ?? '')
      took.push(time)
      if (status !== 200) failed++
      else if (JSON.parse(body.toString()).degraded === true) stoodIn++
      await sleep(5)
    }
  }
  const others = [writing(), searching()]
  const started = performance.now()
  await rebuildDocuments(db)
  if (search.index) await rebuildIndex(db, search.index)
  const time = seconds(started)
  isOver = true
  await Promise.all(others)
  progress(
    `rebuild under ${writes} writes: ${time} s, ${took.length} searches, ${failed} failed, ${stoodIn} by the stand-in`,
  )
  return { seconds: time, writes, searches: took.length, failed, stoodIn, p95: percentile(took, 0.95) }
}

/** What the engines hold otherwise than the database, once they have had the time to follow. */
async function differencesOf({ db }: BenchDatabase, search: Search): Promise<string[]> {
  const { followOutbox, followQueue } = await import('#search/follow.server.ts')
  while ((await followOutbox(db, search.index !== null)) > 0);
  if (search.index) while ((await followQueue(db, search.index)) > 0);
  const { engines } = await verifySearch(db, search)
  return engines
    .filter((engine) => !isLevel(engine))
    .map(({ engine }) => `${engine} differs from the database after the rebuild`)
}

const seconds = (started: number) => ((performance.now() - started) / 1000).toFixed(1)
const progress = (text: string) => process.stderr.write(`  ${text}\n`)
