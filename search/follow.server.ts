import type { Database, Executor } from '#db/client.server.ts'
import { tryLockIndex } from '#db/queries/search-documents.server.ts'
import {
  deleteSearchQueue,
  listDueOutbox,
  listDueSearchQueue,
  updateOutboxDone,
  updateOutboxFailed,
  updateSearchQueueFailed,
  upsertSearchQueue,
} from '#db/queries/search-queue.server.ts'
import { renewDocuments, storedDocuments } from './documents.server.ts'
import type { PracticeIndex } from './engine.ts'
import type { SearchLog } from './log.ts'
import { refusalOf } from './meilisearch/client.server.ts'

/*
 * From a change of a practice to both engines, in two steps that do not wait for each other:
 * 1. outbox → documents in PostgreSQL, in one transaction with a note in the queue for Meilisearch;
 * 2. queue → Meilisearch, done when its task has succeeded.
 * Each step reads the state of now, not that of the event, so doing it twice or late is harmless.
 */

/** Changes that are followed in one turn. */
export const BATCH = 200
/** Wait before a failed change is tried again: doubled each time, up to the longest. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 300_000

const waitAfter = (attempts: number) => Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, 20), LONGEST_WAIT_MS)
export const reasonOf = (error: unknown) => String(error instanceof Error ? error.message : error).slice(0, 500)

/** Step 1: brings the documents level with the changes in the outbox. Returns how many changes were done. */
export async function followOutbox(db: Database, hasIndex: boolean, log?: SearchLog): Promise<number> {
  try {
    return await followBatch(db, hasIndex, BATCH)
  } catch (error) {
    log?.error({ error: reasonOf(error) }, 'search: a batch of changes failed, each is tried alone')
    return followOneByOne(db, hasIndex, log)
  }
}

async function followBatch(db: Database, hasIndex: boolean, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    const changes = await listDueOutbox(tx, limit)
    const practiceIds = [...new Set(changes.map(({ practiceId }) => practiceId))].sort()
    await renewDocuments(tx, practiceIds)
    if (hasIndex) await upsertSearchQueue(tx, practiceIds)
    await updateOutboxDone(
      tx,
      changes.map(({ id }) => id),
    )
    return changes.length
  })
}

/** A change that cannot be followed is put off alone and does not hold up the others. */
async function followOneByOne(db: Database, hasIndex: boolean, log?: SearchLog): Promise<number> {
  let done = 0
  for (let turn = 0; turn < BATCH; turn++) {
    const [change] = await db.transaction((tx) => listDueOutbox(tx, 1))
    if (!change) return done
    try {
      done += await followBatch(db, hasIndex, 1)
    } catch (error) {
      const reason = reasonOf(error)
      await updateOutboxFailed(db, change.id, reason, waitAfter(change.attempts))
      log?.error({ practiceId: change.practiceId, reason }, 'search: a change could not be followed')
    }
  }
  return done
}

/**
 * Step 2: brings Meilisearch level with the documents that the queue names. Returns how many were sent; throws when
 * Meilisearch does not answer, and the queue stays as it was. One process at a time: two that send the same practice
 * could overtake each other.
 */
export async function followQueue(db: Database, index: PracticeIndex, log?: SearchLog): Promise<number> {
  return db.transaction(async (tx) => {
    if (!(await tryLockIndex(tx))) return 0
    const changes = await listDueSearchQueue(tx, BATCH)
    const sent: string[] = []
    for (const batch of await splitUntilSent(tx, index, changes)) {
      if (batch.error === undefined) sent.push(...batch.changes.map(({ change }) => change))
      else await putOff(tx, batch, log)
    }
    await deleteSearchQueue(tx, sent)
    return sent.length
  })
}

type QueuedChange = Awaited<ReturnType<typeof listDueSearchQueue>>[number]
type SentBatch = { changes: QueuedChange[]; error?: string }

/** A batch that Meilisearch refuses is halved until the document that it cannot take stands alone. */
async function splitUntilSent(db: Executor, index: PracticeIndex, changes: QueuedChange[]): Promise<SentBatch[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ practiceId }) => practiceId)
  try {
    const documents = await storedDocuments(db, ids)
    const stored = new Set(documents.map(({ document }) => document.practiceId))
    await index.write({ documents, removed: ids.filter((id) => !stored.has(id)) })
    return [{ changes }]
  } catch (error) {
    if (!refusalOf(error)) throw error
    if (changes.length === 1) return [{ changes, error: reasonOf(error) }]
    const half = Math.ceil(changes.length / 2)
    return [
      ...(await splitUntilSent(db, index, changes.slice(0, half))),
      ...(await splitUntilSent(db, index, changes.slice(half))),
    ]
  }
}

async function putOff(db: Executor, { changes, error = '' }: SentBatch, log?: SearchLog) {
  const attempts = Math.min(...changes.map((change) => change.attempts))
  await updateSearchQueueFailed(
    db,
    changes.map(({ change }) => change),
    error,
    waitAfter(attempts),
  )
  log?.error({ practiceId: changes[0]?.practiceId, error }, 'search: Meilisearch refuses a document, it is set aside')
}
