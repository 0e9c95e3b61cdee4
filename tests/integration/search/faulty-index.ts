import type { IndexedDocument, PracticeIndex } from '#search/engine.ts'
import { MeilisearchRefusal } from '#search/meilisearch/client.server.ts'

/** An index in memory that fails on demand: what the worker must live with, on machines without Meilisearch too. */
export function faultyIndex() {
  const held = new Map<string, IndexedDocument>()
  const state = { isDown: false, poison: new Set<string>(), writes: 0, slow: 0 }
  const index: PracticeIndex = {
    async ensure() {
      if (state.isDown) throw new Error('connect ECONNREFUSED')
    },
    async count() {
      return held.size
    },
    async versions() {
      return new Map([...held].map(([key, { checksum }]) => [key, checksum]))
    },
    async write({ documents, removed }) {
      state.writes += 1
      if (state.slow > 0) await new Promise((resolve) => setTimeout(resolve, state.slow))
      if (state.isDown) throw new Error('connect ECONNREFUSED')
      if (documents.some(({ document }) => state.poison.has(document.practiceId))) {
        throw new MeilisearchRefusal(200, 'invalid_document', 'a document cannot be read')
      }
      for (const one of documents) held.set(one.document.practiceId, one)
      for (const key of removed) held.delete(key)
    },
    openNext() {
      throw new Error('not asked for in these tests')
    },
  }
  return { index, held, state }
}
