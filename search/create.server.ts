import type { Database } from '#db/client.server.ts'
import { findLexicon, listPublicDocuments } from '#db/queries/search.server.ts'
import { countDocuments } from '#db/queries/search-documents.server.ts'
import { existsLaggingChange, findSearchBacklog } from '#db/queries/search-queue.server.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { type PracticeQuery, practiceQuery, type Search, type SearchEngine } from './engine.ts'
import { matcherOf, toHit } from './hits.ts'
import type { PracticeDocument } from './indexes/practices.ts'
import { askedOf, parseQuery, type Understanding, understand } from './language/understand.ts'
import type { SearchLog } from './log.ts'
import type { MeilisearchOptions } from './meilisearch/client.server.ts'
import { meilisearchEngine } from './meilisearch/engine.server.ts'
import { practiceIndex } from './meilisearch/index.server.ts'
import { postgresEngine } from './postgres/engine.server.ts'

export type SearchOptions = {
  db: Database
  /** Without it PostgreSQL serves alone. `index` is the name of the index there. */
  meilisearch?: MeilisearchOptions & { index?: string }
  log?: SearchLog
}

/** After so many failures in a row nobody waits for Meilisearch any more, until it answers again. */
const BREAKER = { failures: 2, pauseMs: 2_000 }
/** How often the number of documents in Meilisearch is compared with that in the database. */
const COUNT_EVERY_MS = 5_000
/** An index that misses more than this share of the documents is not fit to be asked. */
const MAX_MISSING = 0.1

/** The search that lives in the context: asks Meilisearch where there is one, and PostgreSQL when it does not answer. */
export function createSearch({ db, meilisearch, log }: SearchOptions): Search {
  const postgres = postgresEngine(db)
  const uid = meilisearch?.index ?? 'practices'
  const main = meilisearch && meilisearchEngine(db, meilisearch, uid)
  const index = meilisearch ? practiceIndex(meilisearch, uid) : null
  const breaker = new CircuitBreaker(BREAKER)
  let complete = true
  let nextCount = 0

  /** Looks after the engine in the background: nobody's search waits for it. */
  function look() {
    if (!main || !index) return
    if (breaker.takeProbe()) {
      main.find({ ...practiceQuery({ limit: 1 }), understanding: null }).then(
        () => {
          breaker.succeeded()
          log?.info({}, 'search: Meilisearch answers again')
        },
        () => breaker.failed(),
      )
    }
    if (breaker.isOpen || Date.now() < nextCount) return
    nextCount = Date.now() + COUNT_EVERY_MS
    Promise.all([index.count(), countDocuments(db)]).then(
      ([there, here]) => {
        const was = complete
        complete = there >= here * (1 - MAX_MISSING)
        if (was !== complete)
          log?.warn({ there, here }, complete ? 'search: index complete' : 'search: index incomplete')
      },
      () => undefined,
    )
  }

  const isFit = () => main !== undefined && !breaker.isOpen && complete

  async function find(query: PracticeQuery, understanding: Understanding | null) {
    const asked = { ...query, understanding }
    look()
    let isLagging = false
    if (main && isFit()) {
      try {
        const [answer, lagging] = await Promise.all([main.find(asked), existsLaggingChange(db)])
        breaker.succeeded()
        if (!lagging) return { engine: main, answer, degraded: false }
        // A copy that is more than a second behind would hide what was just published.
        isLagging = true
      } catch (error) {
        breaker.failed()
        log?.warn({ error: String(error) }, 'search: Meilisearch failed, PostgreSQL answers')
      }
    }
    return { engine: postgres, answer: await postgres.find(asked), degraded: main !== undefined && !isLagging }
  }

  return {
    index,
    async practices(input) {
      const started = performance.now()
      const query = practiceQuery(input)
      const understanding = await understood(query)
      const { engine, answer, degraded } = await find(query, understanding)
      const { hits, withdrawn } = await shown(answer.hits, query, understanding)
      return {
        total: answer.total - withdrawn,
        hits,
        facets: answer.facets,
        understood: {
          words: understanding?.terms.map(({ word }) => word) ?? [],
          also: understanding?.also ?? [],
          corrected: understanding?.corrected ?? [],
        },
        engine: engine.name,
        degraded,
        tookMs: Math.round((performance.now() - started) * 10) / 10,
      }
    },
    async status() {
      look()
      const { waiting, oldestSeconds } = await findSearchBacklog(db, main !== undefined)
      const serving: SearchEngine = main && isFit() ? main : postgres
      return {
        status: main && serving !== main ? 'degraded' : 'ok',
        engine: serving.name,
        configured: main ? main.name : postgres.name,
        waiting,
        oldestWaitingSeconds: oldestSeconds,
      }
    },
  }

  /** The words of a query with the vocabulary of the catalogue; null when nothing is searched. */
  async function understood({ q }: PracticeQuery): Promise<Understanding | null> {
    const parsed = parseQuery(q)
    if (parsed.plain === '') return null
    return understand(parsed, await findLexicon(db, askedOf(parsed)))
  }

  /** Hits as the database has them now: what was withdrawn a moment ago falls out. */
  async function shown(
    found: readonly { practiceId: string; score: number }[],
    { lang }: PracticeQuery,
    understanding: Understanding | null,
  ) {
    const rows = await listPublicDocuments(
      db,
      found.map(({ practiceId }) => practiceId),
    )
    const documents = new Map(rows.map(({ id, document }) => [id, document as PracticeDocument]))
    const matcher = understanding && matcherOf(understanding)
    const hits = found.flatMap(({ practiceId, score }) => {
      const document = documents.get(practiceId)
      return document ? [toHit(document, understanding ? score : 0, lang, matcher)] : []
    })
    return { hits, withdrawn: found.length - hits.length }
  }
}
