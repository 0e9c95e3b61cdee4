import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/*
 * The part of the API of Meilisearch that keeps an index (documents, tasks, settings, statistics, swap), in memory: for
 * machines without Meilisearch, and for faults that are hard to make with the real one. It finds nothing: it has no
 * search. tests/integration/search/double.test.ts holds both against the same list.
 */

type Document = Record<string, unknown>
type StoredIndex = { primaryKey: string | null; settings: Record<string, unknown>; documents: Map<string, Document> }
type Refusal = { code: string; message: string }
type Task = {
  uid: number
  indexUid: string | null
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'
  type: string
  error: (Refusal & { type: string; link: string }) | null
  run: () => Refusal | undefined
}
type Answer = { status: number; body: unknown }

const DEFAULTS = {
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: true },
  prefixSearch: 'indexingTime',
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
}

const refuse = (status: number, code: string, message = code): Answer => ({
  status,
  body: { message, code, type: 'invalid_request', link: '' },
})

/** Starts one. `taskMs` is how long a task takes. */
export async function startMeilisearchDouble({ taskMs = 1 } = {}) {
  let indexes = new Map<string, StoredIndex>()
  let tasks: Task[] = []
  let isPaused = false
  let isWorking = false
  /** Tasks that ever took effect on a document, by its key: for counting what was done twice. */
  let writes = 0

  const index = (uid: string) => indexes.get(uid)
  const made = (uid: string, primaryKey: string | null) => {
    const fresh: StoredIndex = { primaryKey, settings: structuredClone(DEFAULTS), documents: new Map() }
    indexes.set(uid, fresh)
    return fresh
  }

  function enqueue(type: string, indexUid: string | null, run: Task['run']): Answer {
    const task: Task = { uid: tasks.length, indexUid, status: 'enqueued', type, error: null, run }
    tasks.push(task)
    setImmediate(work)
    const enqueuedAt = new Date().toISOString()
    return { status: 202, body: { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt } }
  }

  async function work() {
    if (isWorking) return
    isWorking = true
    for (;;) {
      const task = tasks.find(({ status }) => status === 'enqueued')
      if (!task || isPaused) break
      task.status = 'processing'
      await new Promise((resolve) => setTimeout(resolve, taskMs))
      // A restart puts it back to the start.
      if ((task.status as Task['status']) !== 'processing') continue
      const refusal = task.run()
      task.status = refusal ? 'failed' : 'succeeded'
      task.error = refusal ? { ...refusal, type: 'invalid_request', link: '' } : null
    }
    isWorking = false
  }

  const missing = (uid: string): Refusal => ({ code: 'index_not_found', message: `Index \`${uid}\` not found.` })

  const addDocuments = (uid: string, documents: Document[], primaryKey: string | null) => () => {
    const target = index(uid) ?? made(uid, primaryKey)
    target.primaryKey ??= primaryKey
    const key = target.primaryKey
    if (!key) return { code: 'index_primary_key_multiple_candidates_found', message: 'no primary key' }
    const wrong = documents.find((one) => !/^[A-Za-z0-9_-]{1,511}$/.test(String(one[key] ?? '')))
    if (wrong) return { code: 'invalid_document_id', message: `Document identifier \`${wrong[key]}\` is invalid.` }
    for (const one of documents) target.documents.set(String(one[key]), one)
    writes += documents.length
    return undefined
  }

  const swap = (pairs: [string, string][]) => () => {
    for (const uid of pairs.flat()) if (!index(uid)) return missing(uid)
    for (const [a, b] of pairs) {
      const [first, second] = [index(a)!, index(b)!]
      indexes.set(a, second)
      indexes.set(b, first)
    }
    return undefined
  }

  const onIndex = (uid: string, task: (target: StoredIndex) => void) => () => {
    const target = index(uid)
    if (!target) return missing(uid)
    task(target)
    return undefined
  }

  const ROUTES: [string, RegExp, (parts: string[], query: URLSearchParams, body: never) => Answer][] = [
    ['GET', /^\/health$/, () => ({ status: 200, body: { status: 'available' } })],
    ['GET', /^\/version$/, () => ({ status: 200, body: { pkgVersion: '1.50.0', commitSha: '', commitDate: '' } })],
    ['GET', /^\/tasks\/(\d+)$/, ([uid]) => taskOf(tasks[Number(uid)])],
    [
      'GET',
      /^\/tasks$/,
      (_, query) => {
        const [uids, statuses] = [query.get('indexUids')?.split(','), query.get('statuses')?.split(',')]
        const results = tasks
          .filter((one) => !uids || (one.indexUid !== null && uids.includes(one.indexUid)))
          .filter((one) => !statuses || statuses.includes(one.status))
        return {
          status: 200,
          body: { results: results.map(shown), total: results.length, limit: 1, from: 0, next: null },
        }
      },
    ],
    [
      'POST',
      /^\/indexes$/,
      (_, __, { uid, primaryKey }: { uid: string; primaryKey?: string }) =>
        enqueue('indexCreation', uid, () => {
          if (index(uid)) return { code: 'index_already_exists', message: `Index \`${uid}\` already exists.` }
          made(uid, primaryKey ?? null)
          return undefined
        }),
    ],
    [
      'GET',
      /^\/indexes\/([\w-]+)$/,
      ([uid = '']) => found(uid, ({ primaryKey }) => ({ uid, primaryKey, createdAt: '', updatedAt: '' })),
    ],
    [
      'DELETE',
      /^\/indexes\/([\w-]+)$/,
      ([uid = '']) =>
        enqueue(
          'indexDeletion',
          uid,
          onIndex(uid, () => indexes.delete(uid)),
        ),
    ],
    ['GET', /^\/indexes\/([\w-]+)\/settings$/, ([uid = '']) => found(uid, ({ settings }) => settings)],
    [
      'PATCH',
      /^\/indexes\/([\w-]+)\/settings$/,
      ([uid = ''], _, body) =>
        enqueue('settingsUpdate', uid, () => {
          const target = index(uid) ?? made(uid, null)
          target.settings = { ...target.settings, ...(body as object) }
          return undefined
        }),
    ],
    [
      'GET',
      /^\/indexes\/([\w-]+)\/stats$/,
      ([uid = '']) => found(uid, ({ documents }) => ({ numberOfDocuments: documents.size, isIndexing: false })),
    ],
    ['GET', /^\/indexes\/([\w-]+)\/documents$/, ([uid = ''], query) => found(uid, (target) => listed(target, query))],
    [
      'POST',
      /^\/indexes\/([\w-]+)\/documents$/,
      ([uid = ''], query, body) =>
        enqueue('documentAdditionOrUpdate', uid, addDocuments(uid, body, query.get('primaryKey'))),
    ],
    [
      'POST',
      /^\/indexes\/([\w-]+)\/documents\/delete-batch$/,
      ([uid = ''], _, body: string[]) =>
        enqueue(
          'documentDeletion',
          uid,
          onIndex(uid, ({ documents }) => {
            for (const key of body) documents.delete(key)
          }),
        ),
    ],
    [
      'POST',
      /^\/swap-indexes$/,
      (_, __, body: { indexes: [string, string] }[]) => {
        const pairs = body.map((one) => one.indexes)
        if (new Set(pairs.flat()).size < pairs.flat().length) return refuse(400, 'invalid_swap_duplicate_index_found')
        return enqueue('indexSwap', null, swap(pairs))
      },
    ],
  ]

  const shown = ({ uid, indexUid, status, type, error }: Task) => ({ uid, indexUid, status, type, error })
  const taskOf = (task: Task | undefined): Answer =>
    task ? { status: 200, body: shown(task) } : refuse(404, 'task_not_found')
  const found = (uid: string, answer: (target: StoredIndex) => unknown): Answer => {
    const target = index(uid)
    return target ? { status: 200, body: answer(target) } : refuse(404, 'index_not_found', missing(uid).message)
  }

  const server = createServer(async (request, response) => {
    const { status, body } = await answerTo(request)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    for (const [method, pattern, answer] of ROUTES) {
      const parts = request.method === method ? pattern.exec(pathname) : null
      if (parts) return answer(parts.slice(1), searchParams, (text ? JSON.parse(text) : undefined) as never)
    }
    return refuse(404, 'not_found', `${request.method} ${pathname}`)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const copy = () => structuredClone(indexes)
  return {
    url: `http://127.0.0.1:${port}`,
    documents: (uid: string) => index(uid)?.documents ?? new Map<string, Document>(),
    get writes() {
      return writes
    },
    /** Tasks are accepted and not done … */
    pause() {
      isPaused = true
    },
    /** … until now. */
    resume() {
      isPaused = false
      void work()
    },
    /** As after kill -9 and a start on the same data: connections are gone, the task in hand starts again. */
    crash() {
      for (const task of tasks) if (task.status === 'processing') task.status = 'enqueued'
      server.closeAllConnections()
    },
    /** A copy of all data; what it returns puts the copy back, as a restored snapshot does. */
    snapshot() {
      const [kept, done] = [copy(), tasks.length]
      return () => {
        indexes = structuredClone(kept)
        for (const dropped of tasks.slice(done)) dropped.status = 'canceled'
        tasks = tasks.slice(0, done)
      }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listed({ documents }: StoredIndex, query: URLSearchParams) {
  const ids = query.get('ids')?.split(',')
  const fields = query.get('fields')?.split(',')
  const offset = Number(query.get('offset') ?? 0)
  const limit = Number(query.get('limit') ?? 20)
  const all = [...documents].filter(([key]) => !ids || ids.includes(key)).map(([, document]) => document)
  const results = all
    .slice(offset, offset + limit)
    .map((one) => (fields ? Object.fromEntries(fields.map((field) => [field, one[field]])) : one))
  return { results, offset, limit, total: all.length }
}
