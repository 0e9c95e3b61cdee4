import type { Database, DbClient } from '#db/client.server.ts'
import { updateSearchQueueDue } from '#db/queries/search-queue.server.ts'
import { CHECK_TURN, runDueChecks } from './check.server.ts'
import { reasonOf } from './documents.server.ts'
import type { Search } from './engine.ts'
import { BATCH, followOutbox, followQueue } from './follow.server.ts'
import type { SearchLog } from './log.ts'
import { ensureIndex } from './rebuild.server.ts'

export type SearchSync = {
  /** Waits for the round that is running, then stops. */
  stop: () => Promise<void>
}

const POLL_MS = 1_000
const CHECK_MS = 60_000

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
  /** When the copy is compared as a whole again: at the first turn, after a failure, and now and then. */
  let nextCheck = 0

  const documents = looping(async () => {
    const done = await followOutbox(db, index !== null, log)
    if (done > 0) queue.wake()
    return done >= BATCH
  })
  const queue = looping(async () => {
    if (!index) return false
    if (Date.now() >= nextCheck) {
      await updateSearchQueueDue(db)
      await ensureIndex(db, index)
      nextCheck = Date.now() + CHECK_MS
    }
    return (await followQueue(db, index, log)) >= BATCH
  })
  const checks = looping(async () => {
    await runDueChecks(db, { index }, log)
    return false
  })

  /** Repeats `round` whenever it is woken and once a poll; `true` means that more is waiting. */
  function looping(round: () => Promise<boolean>) {
    let wake = () => {}
    let woken = false
    let isFailing = false
    const run = async () => {
      while (!stopped) {
        woken = false
        let more = false
        try {
          more = await round()
          isFailing = false
        } catch (error) {
          nextCheck = 0
          // Once, not every second.
          if (!stopped && !isFailing)
            log?.warn({ error: reasonOf(error) }, 'search: following changes failed, it is tried every second')
          isFailing = true
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
    .listen('jipp_outbox', (announced) => (announced === CHECK_TURN ? checks : documents).wake())
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
      checks.wake()
      await Promise.all([documents.finished, queue.finished, checks.finished])
      await (await listening)?.unlisten()
    },
  }
}
