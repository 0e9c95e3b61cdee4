import { type SQL, sql } from 'drizzle-orm'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Executor } from '../client.server.ts'

export type Limit = {
  /** Prefix of the stored keys. */
  name: string
  /** How many attempts. */
  points: number
  /** Within how many seconds. */
  seconds: number
}

const limiters = new WeakMap<Executor, Map<string, RateLimiterPostgres>>()

/**
 * The counters live in the table rate_limits, so that they hold across processes. The library expects a client of the
 * package `pg`: it only ever calls `query({ text, values })`, which is passed on to drizzle here.
 */
function limiterFor(db: Executor, { name, points, seconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<string, RateLimiterPostgres>()
  limiters.set(db, known)
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: { query: (query: Query) => runQuery(db, query) },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    })
  known.set(name, limiter)
  return limiter
}

type Query = { text: string; values?: unknown[] }

async function runQuery(db: Executor, { text, values = [] }: Query) {
  const parts: SQL[] = text
    .split(/(\$\d+)/)
    .map((part) => (/^\$\d+$/.test(part) ? sql`${values[Number(part.slice(1)) - 1]}` : sql.raw(part)))
  const rows = await db.execute(sql.join(parts))
  return { rows: [...rows], rowCount: rows.count }
}

/** Counts an attempt; answers the seconds to wait when there were too many, else 0. */
export async function consumeAttempt(db: Executor, limit: Limit, key: string): Promise<number> {
  try {
    await limiterFor(db, limit).consume(key)
    return 0
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw error
  }
}

/** Takes one attempt back: it succeeded. */
export async function rewardAttempt(db: Executor, limit: Limit, key: string): Promise<void> {
  await limiterFor(db, limit).reward(key)
}

/** Forgets all attempts of a key. */
export async function deleteAttempts(db: Executor, limit: Limit, key: string): Promise<void> {
  await limiterFor(db, limit).delete(key)
}

/** Removes counters that no longer count. */
export async function deleteExpiredAttempts(db: Executor, now: Date): Promise<void> {
  await db.execute(sql`delete from rate_limits where expire < ${now.getTime()}`)
}
