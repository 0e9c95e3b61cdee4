import { readSearch, toPracticeQuery } from '#app/domain/practice/practice-query.ts'
import { createSearch } from '#search/create.server.ts'
import { FACETS, MAX_REACH, type PracticeResult, type Search } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { type Random, seeded } from '#tests/support/random.ts'
import type { Bench } from './support/bench.ts'
import { openWorld } from './support/world.ts'

const QUERIES = 50_000
const QUICK = 5_000
const SEED = 20_261_122

/** What people, programs and attackers send: pieces that are put together at random. */
const PIECES = [
  ...[
    'sampah',
    'akta kelahiran',
    'puskesmas',
    'maluku',
    'KTP-el',
    'stunting',
    'waste',
    'birth certificate',
    'pukesmas',
  ],
  ...[
    '',
    ' ',
    '"',
    "'",
    '\\',
    '`',
    ';',
    '--',
    '/*',
    '%',
    '_',
    '*',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '|',
    '&',
    '!',
    ':*',
  ],
  ...['\u0000', '\ud800', '\ufffd', '\u202e', '🙂', '日本', 'مرحبا', 'ﬃ', 'İ', 'ß', '\r\n', '\t'],
  ...["' or 1=1 --", '"] OR id EXISTS', 'province IN ["35"]', 'NOT sector = "x"', 'xqc12', 'a_b', '{{7*7}}'],
  ...[
    '-1',
    '0',
    '1e309',
    'NaN',
    'null',
    'undefined',
    '35',
    '35.10',
    '2020',
    '1950-2005',
    'kesehatan',
    'steady',
    'hub-x',
  ],
  ...['relevance', 'nearest', 'places', 'spelling', 'a'.repeat(300), 'kata '.repeat(40)],
]
const NAMES = ['q', 'q', 'q', 'sort', 'page', 'limit', 'near', 'without', 'after', ...FACETS]

/** Random addresses of the search, in bounds as the page brings them and as they are: nothing fails, nothing breaks out. */
export const bench: Bench = {
  name: 'fuzz',
  title: 'The search under random and hostile addresses',
  async run({ quick }) {
    const queries = quick ? QUICK : QUERIES
    const world = await openWorld()
    try {
      const { db } = await world.database('fuzz')
      const meilisearch = await world.meilisearch()
      const engines: [string, Search][] = [['PostgreSQL', createSearch({ db })]]
      if (meilisearch) engines.push(['Meilisearch', createSearch({ db, meilisearch })])
      const rows: (string | number)[][] = []
      const failures: string[] = []
      for (const [name, search] of engines) {
        await ensureIndexed(db, search)
        const all = (await search.practices(toPracticeQuery(readSearch(new URLSearchParams()).state, 'id'))).total
        const counts = { failed: 0, wrong: 0, degraded: 0, empty: 0 }
        const random = seeded(SEED)
        for (let turn = 0; turn < queries; turn++) {
          const params = randomParams(random)
          try {
            const { state } = readSearch(params)
            const found = await search.practices(toPracticeQuery(state, random.chance(0.5) ? 'id' : 'en'))
            if (!isSound(found, state.filters, all)) counts.wrong++
            if (found.degraded) counts.degraded++
            if (found.total === 0) counts.empty++
          } catch (error) {
            counts.failed++
            if (failures.length < 5) failures.push(`${name}: ${params} → ${String(error).slice(0, 200)}`)
          }
        }
        rows.push([name, queries, counts.failed, counts.wrong, counts.degraded, counts.empty])
        if (counts.wrong > 0) failures.push(`${name}: ${counts.wrong} answers hold what was not asked for`)
      }
      return {
        columns: ['engine', 'queries', 'failed', 'beyond the filters', 'answered by the stand-in', 'without a hit'],
        rows,
        notes: [`Seed ${SEED}; words, filters, orders, pages and languages at random, also what breaks strings.`],
        failures,
      }
    } finally {
      await world.close()
    }
  },
}

function randomParams(random: Random): URLSearchParams {
  const params = new URLSearchParams()
  const pick = <T>(values: readonly T[]) => values[random.below(values.length)]!
  for (let count = random.below(6); count >= 0; count--) {
    const words = Array.from({ length: 1 + random.below(4) }, () => pick(PIECES))
    params.append(pick(NAMES), words.join(random.chance(0.5) ? ' ' : ''))
  }
  return params
}

/** Every hit has a chosen value of every chosen facet that a hit shows, and no number is impossible. */
function isSound({ total, hits }: PracticeResult, filters: Record<string, readonly string[]>, all: number): boolean {
  const fits = (facet: string, value: string | null) =>
    filters[facet]!.length === 0 || (value !== null && filters[facet]!.includes(value))
  const areInside = hits.every(
    (hit) => fits('province', hit.provinceCode) && fits('sector', hit.sector) && fits('life', hit.lifeStatus),
  )
  return areInside && total >= 0 && total <= Math.min(all, MAX_REACH) && hits.length <= total
}
