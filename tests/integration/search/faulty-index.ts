import type { IndexedDocument, PracticeIndex } from '#search/engine.ts'
import { MeilisearchRefusal } from '#search/meilisearch/client.server.ts'

/** An index in memory that fails on demand: what the worker must live with, on machines without Meilisearch too. */
export function faultyIndex() {
  let held = new Map<string, IndexedDocument>()
  const state = { isDown: false, internal: false, poison: new Set<string>(), writes: 0, slow: 0 }
  const on = (documents: () => Map<string, IndexedDocument>) => ({
    async ensure() {
      if (state.isDown) throw new Error('connect ECONNREFUSED')
      return 'level' as const
    },
    async idle() {},
    async count() {
      return documents().size
    },
    async versions(keys?: readonly string[]) {
      const all = [...documents()].map(([key, { checksum }]): [string, string] => [key, checksum])
      return new Map(keys ? all.filter(([key]) => keys.includes(key)) : all)
    },
    async write(change: Parameters<PracticeIndex['write']>[0]) {
      state.writes += 1
      if (state.slow > 0) await new Promise((resolve) => setTimeout(resolve, state.slow))
      if (state.isDown) throw new Error('connect ECONNREFUSED')
      if (state.internal) throw new MeilisearchRefusal(200, 'internal', 'index out of bounds')
      if (change.documents.some(({ document }) => state.poison.has(document.practiceId))) {
        throw new MeilisearchRefusal(200, 'invalid_document', 'a document cannot be read')
      }
      for (const one of change.documents) documents().set(one.document.practiceId, one)
      for (const key of change.removed) documents().delete(key)
    },
  })
  let beside: Map<string, IndexedDocument> | null = null
  const besideIndex = () => ({
    ...on(() => beside ?? new Map()),
    async replaceLive() {
      ;[held, beside] = [beside ?? new Map(), held]
    },
    async discard() {
      beside = null
    },
  })
  const index: PracticeIndex = {
    ...on(() => held),
    async openNext() {
      beside = new Map()
      return besideIndex()
    },
    async openPrevious() {
      return beside && besideIndex()
    },
  }
  return { index, has: (key: string) => held.has(key), state }
}
