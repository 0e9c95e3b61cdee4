import type { Database, DbClient, Executor } from '#db/client.server.ts'
import { tryLockIndex } from '#db/queries/search-documents.server.ts'
import {
  deleteSearchQueue,
  listDueOutbox,
  listDueSearchQueue,
  updateOutboxDone,
  updateOutboxFailed,
  updateSearchQueueDue,
  updateSearchQueueFailed,
  upsertSearchQueue,
} from '#db/queries/search-queue.server.ts'
import { renewDocuments, storedDocuments } from './documents.server.ts'
import type { PracticeIndex, Search } from './engine.ts'
import type { SearchLog } from './log.ts'

/*
 * From a change of a practice to both engines, in two steps that do not wait for each other:
 * 1. outbox → documents in PostgreSQL, in one transaction with a note in the queue for Meilisearch;
 * 2. queue → Meilisearch, done when its task has succeeded.
 * Each step reads the state of now, not that of the event, so doing it twice or late is harmless.
 */

const BATCH = 200
const POLL_MS = 1_000
/** Wait before a failed change is tried again: doubled each time, up to the longest. */
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 300_000

const waitAfter = (attempts: number) => Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, 20), LONGEST_WAIT_MS)
const reasonOf = (error: unknown) => String(error instanceof Error ? error.message : error).slice(0, 500)

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
 * Step 2: brings Meilisearch level with the documents that the queue names. Returns how many were sent. One process at
 * a time: two that send the same practice could overtake each other.
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
type SentBatch = { changes: QueuedChange[]; error?: string; wasRefused?: boolean }

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
    const wasRefused = error instanceof Error && error.name === 'MeilisearchRefusal'
    if (!wasRefused || changes.length === 1) return [{ changes, error: reasonOf(error), wasRefused }]
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
  log?.warn({ changes: changes.length, error }, 'search: Meilisearch did not take over changes, they are tried again')
}

export type SearchSync = {
  /** Waits for the round that is running, then stops. */
  stop: () => Promise<void>
}

/**
 * Follows the changes of practices until it is stopped: at once when the database announces one, and every second in
 * case an announcement got lost. Safe to run in many processes.
 */
export function startSearchSync(options: {
  db: Database
  sql: DbClient['sql']
  search: Pick<Search, 'index'>
  log?: SearchLog
}): SearchSync {
  const { db, sql, log } = options
  const { index } = options.search
  let stopped = false
  let indexIsReady = false

  const documents = looping(async () => {
    const done = await followOutbox(db, index !== null, log)
    if (done > 0) queue.wake()
    return done >= BATCH
  })
  const queue = looping(async () => {
    if (!index) return false
    if (!indexIsReady) {
      await index.ensure()
      await updateSearchQueueDue(db)
      indexIsReady = true
    }
    return (await followQueue(db, index, log)) >= BATCH
  })

  /** Repeats `round` whenever it is woken and once a poll; `true` means that more is waiting. */
  function looping(round: () => Promise<boolean>) {
    let wake = () => {}
    let woken = false
    const run = async () => {
      while (!stopped) {
        woken = false
        let more = false
        try {
          more = await round()
        } catch (error) {
          indexIsReady = false
          if (!stopped)
            log?.warn({ error: reasonOf(error) }, 'search: following changes failed, it goes on in a second')
        }
        if (more || woken || stopped) continue
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, POLL_MS)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
    const handle = {
      wake() {
        woken = true
        wake()
      },
      finished: Promise.resolve(),
    }
    // After this module's caller has its loops: a round may wake another loop.
    handle.finished = Promise.resolve().then(run)
    return handle
  }

  const listening = sql
    .listen('jipp_outbox', () => documents.wake())
    .catch((error: unknown) => {
      log?.warn(
        { error: reasonOf(error) },
        'search: the database does not announce changes, they are looked for instead',
      )
      return undefined
    })

  return {
    async stop() {
      stopped = true
      documents.wake()
      queue.wake()
      await Promise.all([documents.finished, queue.finished])
      await (await listening)?.unlisten()
    },
  }
}
