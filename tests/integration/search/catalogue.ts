import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import type { Database } from '#db/client.server.ts'

/** The starting catalogue in a test database: the 420 practices that every search test asks for. */
export async function withCatalogue(db: Database): Promise<void> {
  await loadCatalogue({ db, actor: { kind: 'system', name: 'test' }, now: new Date('2026-11-22T03:42:00Z') })
}
