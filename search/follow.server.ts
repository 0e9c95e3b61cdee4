import type { Database, Executor } from '#db/client.server.ts'
import { tryLockIndex } from '#db/queries/search-documents.server.ts'
import {
  deleteSearchQueue,
  listDueOutbox,
  listDueSearchQueue,
  updateOutboxDone,
  updateOutboxFailed,
  upsertSearchQueue,
  upsertSearchQueueFailed,
} from '#db/queries/search-queue.server.ts'
import { reasonOf, renewDocuments, storedDocuments } from './documents.server.ts'
import type { IndexCopy, PracticeIndex } from './engine.ts'
import type { SearchLog } from './log.ts'
import { blamesDocuments, type MeilisearchRefusal, refusalOf } from './meilisearch/client.server.ts'

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
    if (changes.length === 0) return 0
    // Sending to an index that is gone would make a new one, with a handful of documents and settings of its own.
    if ((await index.ensure()) === 'made') throw new Error('the index was gone: it is made anew')
    const refused = await send(
      tx,
      index,
      changes.map(({ practiceId }) => practiceId),
    )
    const sent = changes.filter(({ practiceId }) => !refused.has(practiceId))
    await deleteSearchQueue(
      tx,
      sent.map(({ change }) => change),
    )
    await putOff(tx, changes, refused, log)
    return sent.length
  })
}

/** Reasons by practice. */
export type Refused = Map<string, MeilisearchRefusal>

/**
 * Writes the documents of some practices as they are stored now, and takes away those that are not stored (any more).
 * A batch that Meilisearch refuses is halved until the documents that it cannot take stand alone: they are returned.
 */
export async function send(db: Executor, index: IndexCopy, practiceIds: readonly string[]): Promise<Refused> {
  if (practiceIds.length === 0) return new Map()
  try {
    const documents = await storedDocuments(db, practiceIds)
    const stored = new Set(documents.map(({ document }) => document.practiceId))
    await index.write({ documents, removed: practiceIds.filter((id) => !stored.has(id)) })
    return new Map()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || !blamesDocuments(refusal)) throw error
    if (practiceIds.length === 1) return new Map([[practiceIds[0] ?? '', refusal]])
    const half = Math.ceil(practiceIds.length / 2)
    const refused = new Map([
      ...(await send(db, index, practiceIds.slice(0, half))),
      ...(await send(db, index, practiceIds.slice(half))),
    ])
    // Not one is fine: then it is not the documents.
    if (refused.size === practiceIds.length && refusal.code === 'internal') throw error
    return refused
  }
}

/** Notes at the changes of refused documents why, and when they are tried again. */
export async function putOff(
  db: Executor,
  changes: readonly { practiceId: string; change: string; attempts: number }[],
  refused: Refused,
  log?: SearchLog,
): Promise<void> {
  for (const [practiceId, refusal] of refused) {
    const change = changes.find((one) => one.practiceId === practiceId)
    const error = reasonOf(refusal)
    await upsertSearchQueueFailed(db, {
      practiceId,
      change: change?.change,
      error,
      waitMs: waitAfter(change?.attempts ?? 0),
    })
    log?.error({ practiceId, error }, 'search: Meilisearch refuses a document')
  }
}
