import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { insertOutbox } from '#db/queries/system.server.ts'
import { createSearch } from '#search/create.server.ts'
import { rebuildDocuments, rebuildIndex } from '#search/rebuild.server.ts'
import { isLevel, verifySearch } from '#search/verify.server.ts'
import type { Bench } from './support/bench.ts'
import { median, ms, percentile, perSecond, spread } from './support/figures.ts'
import { ask, keptConnection } from './support/load.ts'
import { queryMix } from './support/query-mix.ts'
import { growCatalogue } from './support/synthetic.ts'
import { type BenchDatabase, openWorld, type World } from './support/world.ts'

const SIZES = [1_000, 10_000, 100_000]
const WRITES_PER_SECOND = 20

type Meilisearch = Awaited<ReturnType<World['meilisearch']>>
type Engine = { name: string; meilisearch: Meilisearch }
type Measured = {
  size: number
  engine: string
  p50: number
  p95: number
  p99: number
  row: (string | number)[]
  wrong: string[]
}

/** Both engines with catalogues of three sizes, through the API of the real server. */
export const bench: Bench = {
  name: 'scale',
  title: 'Search in catalogues of three sizes',
  async run({ quick }) {
    const sizes = quick ? SIZES.slice(0, 1) : SIZES
    const [rounds, count] = quick ? [1, 100] : [3, 400]
    const measured: Measured[] = []
    for (const size of sizes) {
      const world = await openWorld()
      try {
        const database = await world.database('scale')
        const started = performance.now()
        await growCatalogue(database.db, size)
        await database.db.execute(sql`analyze`)
        progress(`${size} practices made in ${seconds(started)} s`)
        const meilisearch = await world.meilisearch()
        const engines: Engine[] = [{ name: 'PostgreSQL', meilisearch: undefined }]
        if (meilisearch) engines.push({ name: 'Meilisearch', meilisearch })
        for (const engine of engines) measured.push(await measure(world, database, engine, { size, rounds, count }))
      } finally {
        await world.close()
      }
    }
    const ratios = ['PostgreSQL', 'Meilisearch'].flatMap((name) => {
      const mine = measured.filter(({ engine }) => engine === name)
      const [first, last] = [mine[0], mine.at(-1)]
      if (!first || !last || first === last) return []
      const goal = name === 'PostgreSQL' ? 4 : 1.5
      return [
        `${name}: p95 at ${perSecond(last.size)} is ${(last.p95 / first.p95).toFixed(2)} times p95 at ${perSecond(first.size)} (goal: ${goal}).`,
      ]
    })
    return {
      columns: [
        'practices',
        'engine',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'indexed documents/s',
        'rebuild under writes, s',
        'writes',
        'searches meanwhile',
        'failed',
        'p95 meanwhile, ms',
        'memory of the site, MB',
      ],
      rows: measured.map(({ row }) => row),
      notes: [
        ...ratios,
        `${count} searches of a mix (words of the judged queries, facets, later pages, other orders) one after another through the API, page cache off; ${rounds} rounds, median (lowest–highest).`,
        `Rebuild: documents and, with Meilisearch, the next index beside the live one, while ${WRITES_PER_SECOND} practices a second change and searches go on. Failed: an answer other than 200, or one in which PostgreSQL stood in.`,
        'Memory: resident set of the one process that renders, searches and follows changes, after the searches.',
        'Synthetic catalogues: places, sectors and years of real records, sentences and terms of real records of the same sector mixed, new names.',
      ],
      failures: measured.flatMap(({ wrong }) => wrong),
    }
  },
}

type Plan = { size: number; rounds: number; count: number }

async function measure(
  world: World,
  database: BenchDatabase,
  { name, meilisearch }: Engine,
  plan: Plan,
): Promise<Measured> {
  const { db } = database
  const search = createSearch({ db, ...(meilisearch && { meilisearch }) })
  const started = performance.now()
  if (meilisearch && search.index) {
    await search.index.ensure()
    await rebuildIndex(db, search.index)
  } else await rebuildDocuments(db)
  const indexed = plan.size / ((performance.now() - started) / 1000)
  progress(`${name}: ${perSecond(indexed)} documents/s`)

  const site = await world.site(database, {
    JIPP_PAGE_CACHE_MB: '0',
    LOG_LEVEL: 'warn',
    ...(meilisearch && {
      JIPP_SEARCH: 'meilisearch',
      MEILISEARCH_URL: meilisearch.url,
      MEILISEARCH_KEY: meilisearch.key,
    }),
  })
  const agent = keptConnection()
  const find = (path: string) => ask(site.url + path, { agent })
  const mix = queryMix(plan.count)
  for (const path of mix.slice(0, 60)) await find(path)
  const rounds: number[][] = []
  for (let round = 0; round < plan.rounds; round++) {
    const took: number[] = []
    for (const path of mix) took.push((await find(path)).ms)
    rounds.push(took)
  }
  const memory = site.memory()
  progress(
    `${name}: p95 ${spread(
      rounds.map((took) => percentile(took, 0.95)),
      ms,
    )} ms, ${memory} MB`,
  )

  const rebuild = await rebuildUnderWrites(database, search, find, mix)
  await site.stop()
  const wrong = await differencesOf(database, search)
  const of = (share: number) => rounds.map((took) => percentile(took, share))
  return {
    size: plan.size,
    engine: name,
    p50: median(of(0.5)),
    p95: median(of(0.95)),
    p99: median(of(0.99)),
    wrong: [
      ...wrong.map((text) => `${name}, ${plan.size} practices: ${text}`),
      ...(rebuild.failed > 0
        ? [`${name}, ${plan.size} practices: ${rebuild.failed} failed searches during the rebuild`]
        : []),
    ],
    row: [
      perSecond(plan.size),
      name,
      ...[0.5, 0.95, 0.99].map((share) => spread(of(share), ms)),
      perSecond(indexed),
      rebuild.seconds,
      rebuild.writes,
      rebuild.searches,
      rebuild.failed,
      ms(rebuild.p95),
      memory,
    ],
  }
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
      const isSound = status === 200 && JSON.parse(body.toString()).degraded !== true
      if (!isSound) failed++
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
  progress(`rebuild under ${writes} writes: ${time} s, ${took.length} searches, ${failed} failed`)
  return { seconds: time, writes, searches: took.length, failed, p95: percentile(took, 0.95) }
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
