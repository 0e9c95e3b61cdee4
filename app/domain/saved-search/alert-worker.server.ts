import type { Database } from '#db/client.server.ts'
import type { Search } from '#search/engine.ts'
import { matchPublications } from './match-publications.server.ts'
import { orderDigests } from './order-digests.server.ts'

type Log = Record<'info' | 'warn', (fields: Record<string, unknown>, message: string) => void>

const ROUND_MS = 30_000

/** Holds saved searches against what was published and orders the mail that is due, twice a minute, until it is stopped. */
export function startAlertWorker({ db, search, log }: { db: Database; search: Search; log: Log }): {
  stop: () => Promise<void>
} {
  let stopped = false
  let isFailing = false
  let running: Promise<void> | undefined

  async function round() {
    try {
      while (!stopped && (await matchPublications({ db, search, now: new Date() })) > 0);
      const ordered = stopped ? 0 : await orderDigests({ db, now: new Date() })
      if (ordered > 0) log.info({ ordered }, 'mail about new practices ordered')
      isFailing = false
    } catch (error) {
      // Once, not with every round.
      if (!isFailing && !stopped) log.warn({ err: error }, 'saved searches wait: they are tried again every 30 s')
      isFailing = true
    }
  }
  const start = () => {
    running ??= round().finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(start, ROUND_MS)
  timer.unref()
  start()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
