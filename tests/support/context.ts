import type { Actor, Context } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import type { Search } from '#search/engine.ts'

/** What a route would build for this actor at this moment: the real database and the PostgreSQL search engine. */
export function contextAs(db: Database, actor: Actor, now = new Date()): Context {
  return { db, search: searchOn(db), actor, now }
}

function searchOn(db: Database): Search {
  const module = '#search/create.server.ts'
  const search = async (): Promise<Search> =>
    (await import(/* @vite-ignore */ module)).createSearch({ db, meilisearch: undefined, log: console })
  return {
    practices: async (query) => (await search()).practices(query),
    status: async () => (await search()).status(),
  }
}
