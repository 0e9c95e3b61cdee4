import { isDeepStrictEqual } from 'node:util'
import type { EnqueuedTaskPromise, Index, Meilisearch, Settings } from 'meilisearch'
import type { PracticeIndex } from '../engine.ts'
import { MEILISEARCH_SETTINGS, type MeilisearchDocument, toMeilisearch } from '../indexes/practices-meilisearch.ts'
import { type MeilisearchOptions, MeilisearchRefusal, meilisearchClient, refusalOf } from './client.server.ts'

/** A document is small; so many at a time keep a request under some megabytes. */
const BATCH = 500
const REQUEST_TIMEOUT_MS = 10_000
/** Longer than this and the change is tried again later; sending it twice does no harm. */
const TASK_TIMEOUT_MS = 20_000

/** The index `uid` in Meilisearch, for those who keep it level with the database. */
export function practiceIndex(options: MeilisearchOptions, uid: string): PracticeIndex {
  const client = meilisearchClient(options, REQUEST_TIMEOUT_MS)
  const live = handle(client, uid)
  const nextUid = `${uid}_next`
  const removeNext = () => succeeded(client, client.deleteIndex(nextUid), 'index_not_found')
  return {
    ...live,
    async openNext() {
      await removeNext()
      const next = handle(client, nextUid)
      await next.ensure()
      return {
        ...next,
        async replaceLive() {
          await live.ensure()
          await succeeded(client, client.swapIndexes([{ indexes: [uid, nextUid], rename: false }]))
          await removeNext()
        },
        discard: removeNext,
      }
    },
  }
}

function handle(client: Meilisearch, uid: string): Omit<PracticeIndex, 'openNext'> {
  const index: Index<MeilisearchDocument> = client.index(uid)
  return {
    async ensure() {
      const settings = await settingsOf(index)
      if (!settings) await succeeded(client, client.createIndex(uid, { primaryKey: 'id' }), 'index_already_exists')
      if (!settings || hasDrifted(settings)) await succeeded(client, index.updateSettings(MEILISEARCH_SETTINGS))
    },
    async count() {
      return (await index.getStats()).numberOfDocuments
    },
    async versions() {
      const versions = new Map<string, string>()
      for (;;) {
        const { results } = await index.getDocuments({
          fields: ['id', 'checksum'],
          offset: versions.size,
          limit: 5_000,
        })
        for (const { id, checksum } of results) versions.set(id, checksum)
        if (results.length === 0) return versions
      }
    },
    async write({ documents, removed }) {
      const tasks: EnqueuedTaskPromise[] = []
      for (let start = 0; start < documents.length; start += BATCH) {
        const task = index.addDocuments(documents.slice(start, start + BATCH).map(toMeilisearch))
        await task
        tasks.push(task)
      }
      if (removed.length > 0) tasks.push(index.deleteDocuments([...removed]))
      for (const task of tasks) await succeeded(client, task)
    },
  }
}

/** The settings of an index; `undefined` when there is none. */
async function settingsOf(index: Index): Promise<Settings | undefined> {
  try {
    return await index.getSettings()
  } catch (error) {
    if (refusalOf(error)?.code === 'index_not_found') return undefined
    throw error
  }
}

/**
 * Waits until Meilisearch has done a task; throws what it gives as the reason when it could not. The client's own way
 * of waiting leaves a listener behind at each look.
 */
async function succeeded(client: Meilisearch, enqueued: EnqueuedTaskPromise, tolerated?: string): Promise<void> {
  const { taskUid } = await enqueued
  const giveUp = Date.now() + TASK_TIMEOUT_MS
  for (let pause = 10; Date.now() < giveUp; pause = Math.min(pause * 1.5, 250)) {
    const { status, error } = await client.tasks.getTask(taskUid)
    if (status === 'succeeded' || (tolerated && error?.code === tolerated)) return
    if (status === 'failed' || status === 'canceled') {
      throw new MeilisearchRefusal(200, error?.code ?? status, error?.message ?? 'the task did not succeed')
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Error(`Meilisearch has not done task ${taskUid} within ${TASK_TIMEOUT_MS / 1000} s`)
}

/** Settings that differ from ours, because they are new or because somebody changed them. */
function hasDrifted(actual: Settings): boolean {
  return Object.entries(MEILISEARCH_SETTINGS).some(([key, wanted]) => {
    const found = actual[key as keyof Settings]
    return !isDeepStrictEqual(comparable(key, found, wanted), comparable(key, wanted, wanted))
  })
}

/** Lists whose order means something. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules'])

/** Meilisearch fills in what is left out and sorts some lists: only what we set is compared. */
function comparable(key: string, found: unknown, wanted: unknown): unknown {
  if (Array.isArray(found)) return ORDERED.has(key) ? found : [...found].sort()
  if (!found || !wanted || typeof found !== 'object' || typeof wanted !== 'object') return found
  const names = Object.keys(key === 'synonyms' ? found : wanted).sort()
  const values = (from: object) => from as Record<string, unknown>
  return names.map((name) => [name, comparable(name, values(found)[name], values(wanted)[name])])
}
