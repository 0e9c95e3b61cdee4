import type { Database } from '#db/client.server.ts'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery, type Search } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { CLASSES, JUDGED, type JudgedQuery } from './judged.ts'
import { DEPTH, type Figures, figuresOf, meanOf } from './measures.ts'
import { stockMeilisearch } from './stock.ts'

export type EngineFigures = { engine: string; of: (which: (query: JudgedQuery) => boolean) => Figures }

/** Asks every engine every judged query. `meilisearch` is left out where there is none. */
export async function measureRelevance(
  db: Database,
  meilisearch: { url: string; key: string } | undefined,
): Promise<EngineFigures[]> {
  const engines: [string, (q: string) => Promise<string[]>][] = [['postgres', await searcher(db, createSearch({ db }))]]
  if (meilisearch) {
    engines.push(['meilisearch', await searcher(db, createSearch({ db, meilisearch }))])
    engines.push(['stock Meilisearch', await stockMeilisearch(db, meilisearch)])
  }
  const measured: EngineFigures[] = []
  for (const [engine, find] of engines) {
    const figures = new Map<JudgedQuery, Figures>()
    for (const query of JUDGED) figures.set(query, figuresOf(query, await find(query.q)))
    measured.push({
      engine,
      of: (which) => meanOf([...figures].flatMap(([query, found]) => (which(query) ? [found] : []))),
    })
  }
  return measured
}

async function searcher(db: Database, search: Search) {
  await ensureIndexed(db, search)
  return async (q: string) => {
    const { hits } = await search.practices(practiceQuery({ q, limit: DEPTH }))
    return hits.map(({ publicId }) => publicId)
  }
}

const COLUMNS = ['ndcg', 'recall', 'success'] as const

/** The figures as a table in Markdown: engines side by side, a line for each class, then the halves and all. */
export function relevanceTable(measured: readonly EngineFigures[]): string {
  const lines: [string, (query: JudgedQuery) => boolean][] = [
    ...CLASSES.map((name): [string, (query: JudgedQuery) => boolean] => [name, (query) => query.class === name]),
    ['tuning half', ({ half }) => half === 'tune'],
    ['gate half', ({ half }) => half === 'gate'],
    ['all', () => true],
  ]
  const head = ['class', 'queries', ...measured.map(({ engine }) => `${engine}: nDCG@10 · recall@10 · success@1`)]
  const rows = lines.map(([name, which]) => [
    name,
    String(JUDGED.filter(which).length),
    ...measured.map(({ of }) => {
      const figures = of(which)
      return COLUMNS.map((column) => figures[column].toFixed(3)).join(' · ')
    }),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
