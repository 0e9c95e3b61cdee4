import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import type { FaultProxy } from './fault-proxy.ts'

/** A database connection whose statements ask first whether their process still lives; `ask` throws when it does not. */
export function mortalDatabase(url: string, ask: () => void) {
  const client = postgres(url, { max: 6, onnotice: () => {} })
  const db = drizzle(client, { schema, casing: 'snake_case', logger: { logQuery: () => ask() } }) as Database
  return { db, close: () => client.end() }
}

/**
 * A process that is killed at its n-th step: a statement to the database or a request to Meilisearch. Nothing that it
 * wants to do after that is done; what it has begun in the database is undone. `afterRequest`: a request that is its
 * last step still goes through.
 */
export function mortalProcess(url: string, proxy: FaultProxy) {
  let steps = 0
  let last = Number.POSITIVE_INFINITY
  let isDead = false
  const step = () => {
    steps += 1
    if (steps >= last) isDead = true
    return isDead
  }
  const { db, close } = mortalDatabase(url, () => {
    if (step()) throw new Error('killed')
  })
  return {
    db,
    close,
    get isDead() {
      return isDead
    },
    /** Lives anew, up to step `n`. */
    live(n: number, afterRequest: boolean) {
      steps = 0
      last = n
      isDead = false
      proxy.set(() => {
        const wasDead = isDead
        if (!step()) return 'none'
        // It asks for nothing any more; whatever code is still running here hears no at once.
        if (wasDead) return 'refused'
        return afterRequest ? 'cut-after' : 'cut-before'
      })
    },
  }
}
