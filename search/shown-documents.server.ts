import QuickLRU from 'quick-lru'
import type { Database } from '#db/client.server.ts'
import { listPublicChecksums, listPublicDocuments } from '#db/queries/search.server.ts'
import type { PracticeDocument } from './indexes/practices.ts'

/** Some fifteen kilobytes each. */
const KEPT = 1_000

/**
 * The documents that hits are shown from. They are kept from search to search, and each is held against its checksum in
 * the database before it is shown: what was withdrawn falls out, what was changed is read anew.
 */
export class ShownDocuments {
  readonly #kept = new QuickLRU<string, { checksum: string; document: PracticeDocument }>({ maxSize: KEPT })

  constructor(private readonly db: Database) {}

  /** The documents of those practices that are published at this moment. */
  async of(ids: readonly string[]): Promise<Map<string, PracticeDocument>> {
    const found = new Map<string, PracticeDocument>()
    const unknown: string[] = []
    for (const { id, checksum } of await listPublicChecksums(this.db, ids)) {
      const kept = this.#kept.get(id)
      if (kept?.checksum === checksum) found.set(id, kept.document)
      else unknown.push(id)
    }
    for (const { id, checksum, document } of await listPublicDocuments(this.db, unknown)) {
      this.#kept.set(id, { checksum, document: document as PracticeDocument })
      found.set(id, document as PracticeDocument)
    }
    return found
  }
}
