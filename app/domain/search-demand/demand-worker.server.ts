import type { Database } from '#db/client.server.ts'
import type { SearchLog } from './search-log.server.ts'

type Log = Record<'warn', (fields: Record<string, unknown>, message: string) => void>

const FLUSH_MS = 5_000

/** Writes the counts that this process holds in memory every five seconds, until it is stopped. */
export function startDemandWorker({ db, log, searchLog }: { db: Database; log: Log; searchLog: SearchLog }): {
  stop: () => Promise<void>
} {
  let isFailing = false
  let running: Promise<void> | undefined

  async function round() {
    try {
      await searchLog.flush(db)
      isFailing = false
    } catch (error) {
      // Once, not every five seconds.
      if (!isFailing) log.warn({ err: error }, 'counts of searches wait: the database does not take them')
      isFailing = true
    }
  }
  const start = () => {
    running ??= round().finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(start, FLUSH_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
      await round()
    },
  }
}
