import type { Actor, Context } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import { createSearch } from '#search/create.server.ts'

/** What a route would build for this actor at this moment: the real database and the PostgreSQL search engine. */
export function contextAs(db: Database, actor: Actor, now = new Date()): Context {
  return { db, search: createSearch({ db }), actor, now }
}
