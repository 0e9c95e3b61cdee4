import type { EnqueuedTaskPromise, Index, Meilisearch } from 'meilisearch'
import type { IndexBeside, IndexCopy, PracticeIndex } from '../engine.ts'
import { MEILISEARCH_SETTINGS, type MeilisearchDocument, toMeilisearch } from '../indexes/practices-meilisearch.ts'
import { type MeilisearchOptions, meilisearchClient } from './client.server.ts'
import { hasDrifted, settingsOf } from './settings.server.ts'
import { idle, LONG_TASK_MS, succeeded } from './tasks.server.ts'

/*
 * Two indexes: the live one, and one beside it, which is the next while it is built and the previous after the swap.
 *
 * What Meilisearch does with tasks decides how a swap is made. It takes tasks in the order in which it has accepted
 * them, and a swap exchanges what two names stand for at its own place in that order; tasks that wait keep the name
 * they were sent to. So whoever swaps must (1) keep everybody else from sending (the index lock), (2) have waited for
 * the end of every task of its own, and (3) leave in the queue of the database whatever has not been confirmed: it is
 * sent again, to the index that is live then. A task that came in before the swap is done on the index that leaves; one
 * that comes in after it is done on the index that has come.
 */

/** A document is small; so many at a time keep a request under some megabytes. */
const BATCH = 500
/** Keys stand in the address of the request. */
const KEYS = 100
const REQUEST_TIMEOUT_MS = 10_000

/** `taskMs` shortens every wait for a task. */
type Timings = { requestMs?: number; taskMs?: number }

/** The index `uid` in Meilisearch, for those who keep it level with the database. */
export function practiceIndex(options: MeilisearchOptions & Timings, uid: string): PracticeIndex {
  const client = meilisearchClient(options, options.requestMs ?? REQUEST_TIMEOUT_MS)
  const longMs = options.taskMs ?? LONG_TASK_MS
  const live = { ...copyOf(client, uid, options), ensure: () => ensure(client, uid, longMs) }
  const besideUid = `${uid}_beside`
  const discard = () => succeeded(client, client.deleteIndex(besideUid), 'index_not_found', longMs)
  const beside: IndexBeside = {
    ...copyOf(client, besideUid, options),
    async replaceLive() {
      await live.ensure()
      const swap = client.swapIndexes([{ indexes: [uid, besideUid], rename: false }])
      await succeeded(client, swap, undefined, longMs)
    },
    discard,
  }
  return {
    ...live,
    async openNext() {
      await discard()
      await ensure(client, besideUid, longMs)
      return beside
    },
    async openPrevious() {
      if (!(await settingsOf(client.index(besideUid)))) return null
      await ensure(client, besideUid, longMs)
      return beside
    },
  }
}

async function ensure(client: Meilisearch, uid: string, longMs: number): Promise<'level' | 'mended' | 'made'> {
  const index = client.index(uid)
  let settings = await settingsOf(index)
  const isOurs = settings !== undefined && [null, undefined, 'id'].includes((await index.getRawInfo()).primaryKey)
  if (settings && !isOurs) {
    // Somebody else's documents: the key of an index that holds some cannot be changed.
    await succeeded(client, client.deleteIndex(uid), 'index_not_found', longMs)
    settings = undefined
  }
  if (!settings) await succeeded(client, client.createIndex(uid, { primaryKey: 'id' }), 'index_already_exists', longMs)
  if (settings && !hasDrifted(settings)) return 'level'
  await succeeded(client, index.updateSettings(MEILISEARCH_SETTINGS), undefined, longMs)
  return settings ? 'mended' : 'made'
}

function copyOf(client: Meilisearch, uid: string, { taskMs }: Timings): IndexCopy {
  const index: Index<MeilisearchDocument> = client.index(uid)
  const fields: ('id' | 'checksum')[] = ['id', 'checksum']
  return {
    idle: () => idle(client, uid, taskMs ?? LONG_TASK_MS),
    async count() {
      return (await index.getStats()).numberOfDocuments
    },
    async versions(keys) {
      const versions = new Map<string, string>()
      if (keys) {
        for (let start = 0; start < keys.length; start += KEYS) {
          const ids = keys.slice(start, start + KEYS)
          const { results } = await index.getDocuments({ fields, ids, limit: KEYS })
          for (const { id, checksum } of results) versions.set(id, checksum)
        }
        return versions
      }
      for (let offset = 0; ; ) {
        const { results } = await index.getDocuments({ fields, offset, limit: 5_000 })
        for (const { id, checksum } of results) versions.set(id, checksum)
        if (results.length === 0) return versions
        offset += results.length
      }
    },
    async write({ documents, removed }) {
      const tasks: EnqueuedTaskPromise[] = []
      // Each is awaited where it is sent: a failure that nobody waits for ends the process.
      const enqueue = async (task: EnqueuedTaskPromise) => {
        await task
        tasks.push(task)
      }
      for (let start = 0; start < documents.length; start += BATCH) {
        const batch = documents.slice(start, start + BATCH).map(toMeilisearch)
        await enqueue(index.addDocuments(batch, { primaryKey: 'id' }))
      }
      if (removed.length > 0) await enqueue(index.deleteDocuments([...removed]))
      for (const task of tasks) await succeeded(client, task, undefined, taskMs)
    },
  }
}
