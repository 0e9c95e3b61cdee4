import type { Database } from '#db/client.server.ts'
import { existsLaggingChange, findSearchBacklog } from '#db/queries/search-queue.server.ts'
import { todayNumber } from './ages.ts'
import { type EngineQuery, MAX_PAGE_SIZE, MAX_REACH, type PracticeQuery, practiceQuery, type Search } from './engine.ts'
import { matcherOf, toHit } from './hits.ts'
import { understand } from './language/understand.ts'
import type { SearchLog } from './log.ts'
import type { MeilisearchOptions } from './meilisearch/client.server.ts'
import { meilisearchEngine } from './meilisearch/engine.server.ts'
import { practiceIndex } from './meilisearch/index.server.ts'
import { MeilisearchWatch } from './meilisearch/watch.server.ts'
import { type Fresh, MemoryFollower } from './memory/follow.server.ts'
import { keysOf, type Pin, pinnedPage, pinOf, pinsFor, roomForPins } from './pinned.server.ts'
import { totalWithPins } from './pins.ts'
import { ShownDocuments } from './shown-documents.server.ts'
import { similarQuery } from './similar.ts'
import { suggestionsFor } from './suggest.ts'

export type SearchOptions = {
  db: Database
  /** Without it PostgreSQL serves alone. `index` is the name of the index there. */
  meilisearch?: MeilisearchOptions & { index?: string }
  log?: SearchLog
}

const SUGGESTIONS = 8
const SIMILAR = 6

/** The search that lives in the context: asks Meilisearch where there is one, and PostgreSQL when it does not answer. */
export function createSearch({ db, meilisearch, log }: SearchOptions): Search {
  const follower = new MemoryFollower(db, log)
  const shownDocuments = new ShownDocuments(db)
  const main = meilisearch && meilisearchOf(db, follower, meilisearch, log)

  async function find(query: EngineQuery, { memory, hidden }: Fresh) {
    main?.watch.look()
    let degraded = false
    if (main && query.sort !== 'nearest' && query.seen.length === 0 && hidden.size === 0) {
      const answer = main.watch.isFit ? await main.ask(query) : 'failed'
      if (typeof answer === 'object') return { engine: main.engine.name, answer, degraded }
      degraded = answer === 'failed'
    }
    return { engine: 'postgres' as const, answer: memory.find(query, hidden, todayNumber()), degraded }
  }

  /** Hits as the database has them now: what was withdrawn a moment ago falls out. */
  async function shown(found: readonly { practiceId: string; score: number }[], query: EngineQuery) {
    const documents = await shownDocuments.of(found.map(({ practiceId }) => practiceId))
    const { understanding, lang, near } = query
    const matcher = understanding && matcherOf(understanding)
    return found.flatMap(({ practiceId, score }) => {
      const document = documents.get(practiceId)
      return document ? [toHit(document, { score: understanding ? score : 0, lang, near, matcher })] : []
    })
  }

  return {
    index: main?.index ?? null,
    async practices(input) {
      const started = performance.now()
      const asked = practiceQuery(input)
      const [fresh, pins] = await Promise.all([follower.fresh(), pinsFor(db, asked)])
      const query = understood(asked, fresh)
      const { engine, answer, degraded } = await find(roomForPins(query, pins), fresh)
      const page = pinnedPage(query, answer.hits, pins)
      const hits = await shown(page, query)
      const total = totalWithPins(answer.total, pins, matchedPins(query, pins, fresh)) - (page.length - hits.length)
      const isMore = pins.length > 0 ? undefined : answer.more
      return {
        total,
        hits: hits.map((hit) => ({ ...hit, pinned: pinOf(hit, pins) })),
        more: isMore ?? query.page * query.limit < Math.min(total, MAX_REACH),
        facets: answer.facets,
        understood: understoodBy(query),
        engine,
        degraded,
        tookMs: Math.round((performance.now() - started) * 10) / 10,
      }
    },
    async all(input) {
      const fresh = await follower.fresh()
      const query = understood(practiceQuery({ ...input, page: 1, seen: [] }), fresh)
      return fresh.memory.all(query, fresh.hidden, todayNumber())
    },
    async suggest(q, lang, limit = SUGGESTIONS) {
      const { memory, hidden } = await follower.fresh()
      return suggestionsFor(memory, hidden, { q, lang, limit })
    },
    async similar(practiceId, lang, limit = SIMILAR) {
      const { memory, hidden } = await follower.fresh()
      const query = similarQuery(memory, practiceId, limit)
      if (!query) return []
      const { hits } = memory.find(query, new Set([...hidden, practiceId]), todayNumber())
      return shown(hits.slice(0, limit), { ...query, understanding: null, lang })
    },
    async matching(input, practiceIds) {
      const fresh = await follower.fresh()
      const query = understood(practiceQuery({ ...input, page: 1, limit: MAX_PAGE_SIZE }), fresh)
      return fresh.memory.matching(query, practiceIds, fresh.hidden, todayNumber())
    },
    async status() {
      main?.watch.look()
      const { waiting, oldestSeconds } = await findSearchBacklog(db, main !== undefined)
      const serving = main?.watch.isFit ? main.engine.name : 'postgres'
      return {
        status: main && serving !== main.engine.name ? 'degraded' : 'ok',
        engine: serving,
        configured: main ? main.engine.name : 'postgres',
        waiting,
        oldestWaitingSeconds: oldestSeconds,
      }
    },
  }
}

/** Meilisearch with all that watches over it. */
function meilisearchOf(
  db: Database,
  follower: MemoryFollower,
  { index: uid = 'practices', ...options }: MeilisearchOptions & { index?: string },
  log?: SearchLog,
) {
  const engine = meilisearchEngine(options, uid, {
    async order(query, ids) {
      const { memory } = await follower.fresh()
      return memory.order(query, ids, todayNumber())
    },
    atMost: ({ understanding }) => follower.latest?.atMost(understanding) ?? 0,
  })
  const index = practiceIndex(options, uid)
  const watch = new MeilisearchWatch(db, engine, index, log)
  return {
    engine,
    index,
    watch,
    /** The answer of Meilisearch, or why it must not be used: it failed, or its copy lags behind what was published. */
    async ask(query: EngineQuery) {
      try {
        const [answer, isLagging] = await Promise.all([engine.find(query), existsLaggingChange(db)])
        watch.succeeded()
        return isLagging ? 'lagging' : answer
      } catch (error) {
        watch.failed(error)
        return 'failed'
      }
    },
  }
}

/** The words of a query with the vocabulary of the catalogue; nothing when no words are searched. */
const understood = (query: PracticeQuery, { memory }: Fresh): EngineQuery => ({
  ...query,
  understanding: understand(query.q, memory, query.without),
})

/** The pinned practices that the words find by themselves. */
const matchedPins = (query: EngineQuery, pins: readonly Pin[], { memory, hidden }: Fresh) =>
  new Set(pins.length > 0 ? memory.matching(query, keysOf(pins), hidden, todayNumber()) : [])

function understoodBy({ understanding }: EngineQuery) {
  const { terms = [], also = [], corrected = [], places = [], left = [], unknown = [] } = understanding ?? {}
  return { words: terms.map(({ word }) => word), also, corrected, places, left, unknown }
}
