import type { Database, Executor, Transaction } from '#db/client.server.ts'
import { listDocumentVersions, lockIndex } from '#db/queries/search-documents.server.ts'
import { deleteSearchQueue, listOnTheirWay, listSearchQueue } from '#db/queries/search-queue.server.ts'
import type { IndexCopy } from './engine.ts'
import { putOff, type Refused, send } from './follow.server.ts'

const PAGE = 500
const LOCK_PATIENCE_MS = 60_000
/** Documents that change while the copy is compared differ again: they are looked at so many times. */
const ROUNDS = 3

/** Key and checksum of every stored document. */
export async function storedVersions(db: Executor): Promise<Map<string, string>> {
  const versions = new Map<string, string>()
  for (let after: string | null = null; ; ) {
    const page = await listDocumentVersions(db, after, PAGE * 10)
    for (const { practiceId, checksum } of page) versions.set(practiceId, checksum)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE * 10) return versions
    after = last.practiceId
  }
}

/** Keys whose document is not the same on both sides. */
export const differences = (stored: ReadonlyMap<string, string>, indexed: ReadonlyMap<string, string>) => [
  ...[...stored].flatMap(([key, checksum]) => (indexed.get(key) === checksum ? [] : [key])),
  ...[...indexed.keys()].filter((key) => !stored.has(key)),
]

/** Nobody else sends to Meilisearch while `work` runs: what changes meanwhile waits in the queue. */
export async function withIndexLock<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await lockIndex(tx, LOCK_PATIENCE_MS)
    return work(tx)
  })
}

/**
 * Writes and removes what differs between the stored documents and an index, until every key and checksum is the same,
 * save for documents that Meilisearch refuses and for changes on their way. The changes that were in the queue when it
 * began are in the index then, and leave the queue. Call it under the index lock. Returns the number of documents.
 * `refused` collects what Meilisearch refuses, and is not sent when it is in there already.
 */
export async function level(tx: Transaction, index: IndexCopy, refused: Refused = new Map()): Promise<number> {
  const queued = await listSearchQueue(tx)
  const before = new Set(refused.keys())
  // A task whose sender was killed may still wait there: compared before it is done, the index would look level.
  await index.idle()
  for (let round = 1; ; round++) {
    const [stored, indexed] = await Promise.all([storedVersions(tx), index.versions()])
    const differing = differences(stored, indexed).filter((key) => !refused.has(key))
    if (differing.length === 0) {
      await settle(tx, queued, refused, before)
      return indexed.size
    }
    if (round > ROUNDS) {
      const onTheirWay = new Set(await listOnTheirWay(tx, differing, true))
      const lost = differing.filter((key) => !onTheirWay.has(key))
      if (lost.length > 0) throw new Error(`${lost.length} documents of the index stay different from the database`)
      await settle(tx, queued, refused, before)
      return indexed.size
    }
    for (let start = 0; start < differing.length; start += PAGE) {
      for (const [key, reason] of await send(tx, index, differing.slice(start, start + PAGE))) refused.set(key, reason)
    }
  }
}

/** The queue after a comparison: what is level leaves it, what was refused is noted with its reason. */
async function settle(
  tx: Transaction,
  queued: Awaited<ReturnType<typeof listSearchQueue>>,
  refused: Refused,
  noted: ReadonlySet<string>,
) {
  const done = queued.filter(({ practiceId }) => !refused.has(practiceId))
  for (let start = 0; start < done.length; start += PAGE) {
    await deleteSearchQueue(
      tx,
      done.slice(start, start + PAGE).map(({ change }) => change),
    )
  }
  await putOff(tx, queued, new Map([...refused].filter(([key]) => !noted.has(key))))
}
