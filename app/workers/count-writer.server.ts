import type { Database } from '#db/client.server.ts'

type Log = Record<'warn', (fields: Record<string, unknown>, message: string) => void>

/** Counts that a process holds in memory until they are written. */
export type HeldCounts = {
  flush(db: Database): Promise<void>
  /** Readers of the day before are forgotten, also when nobody comes. */
  turnDay?(now: Date): void
}

const FLUSH_MS = 5_000

/** Writes the counts that this process holds in memory every five seconds, until it is stopped; then once more. */
export function startCountWriter({
  db,
  log,
  of,
  counts,
}: {
  db: Database
  log: Log
  /** What is counted, for the log. */
  of: string
  counts: HeldCounts
}): { stop: () => Promise<void> } {
  let isFailing = false
  let running: Promise<void> | undefined

  async function round() {
    counts.turnDay?.(new Date())
    try {
      await counts.flush(db)
      isFailing = false
    } catch (error) {
      // Once, not every five seconds.
      if (!isFailing) log.warn({ err: error }, `counts of ${of} wait: the database does not take them`)
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
