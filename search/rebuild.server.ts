import type { Database, Executor } from '#db/client.server.ts'
import {
  analyzeDocuments,
  countDocuments,
  listDocumentVersions,
  listOutdatedKeys,
  listPublishedKeys,
  tryLockIndex,
} from '#db/queries/search-documents.server.ts'
import { listPendingOutbox, updateOutboxDone } from '#db/queries/search-queue.server.ts'
import { findInstallationValue, upsertInstallationValue } from '#db/queries/system.server.ts'
import { FINGERPRINT, renewAllDocuments, storedDocuments } from './documents.server.ts'
import type { PracticeIndex, Search } from './engine.ts'
import { followQueue } from './follow.server.ts'
import { storedVersions } from './verify.server.ts'

export type Progress = (done: number, all: number) => void

const PAGE = 500
/** The way in which words were taken apart when the documents were last made as a whole. */
const FINGERPRINT_KEY = 'search.fingerprint'
/** Above this share of differing documents a new index is built beside the live one. */
const REBUILD_ABOVE = 0.3
const LOCK_TRIES = 100
const LOCK_PAUSE_MS = 300

/**
 * Makes every document in PostgreSQL anew, and takes away those that are no longer allowed. Meilisearch is not told:
 * rebuild or check it afterwards.
 */
export async function rebuildDocuments(db: Database, progress?: Progress): Promise<number> {
  const changes = await listPendingOutbox(db)
  const keys = new Set<string>((await storedVersions(db)).keys())
  for (let after: string | null = null; ; ) {
    const page: string[] = await listPublishedKeys(db, after, PAGE)
    for (const key of page) keys.add(key)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last
  }
  await renewAllDocuments(db, [...keys].sort(), (done) => progress?.(done, keys.size))
  // Whatever was announced before the practices were read is in the documents now.
  await updateOutboxDone(db, changes)
  await analyzeDocuments(db)
  await upsertInstallationValue(db, FINGERPRINT_KEY, FINGERPRINT)
  return countDocuments(db)
}

/**
 * Builds an index beside the live one while searches and changes go on, brings it level with what changed meanwhile,
 * compares every key and checksum, and only then puts it in place of the live one. Returns its number of documents.
 */
export async function rebuildIndex(db: Database, index: PracticeIndex, progress?: Progress): Promise<number> {
  const next = await index.openNext()
  try {
    const all = await countDocuments(db)
    let done = 0
    for (let after: string | null = null; ; ) {
      const page = await listDocumentVersions(db, after, PAGE)
      const keys = page.map(({ practiceId }) => practiceId)
      await next.write({ documents: await storedDocuments(db, keys), removed: [] })
      done += page.length
      progress?.(done, Math.max(all, done))
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) break
      after = last.practiceId
    }
    return await withIndexLock(db, async (tx) => {
      const count = await level(tx, next)
      await next.replaceLive()
      return count
    })
  } catch (error) {
    await next.discard().catch(() => undefined)
    throw error
  }
}

/** Nobody else sends to Meilisearch while `work` runs: what changes meanwhile waits in the queue. */
async function withIndexLock<T>(db: Database, work: (tx: Executor) => Promise<T>): Promise<T> {
  for (let turn = 0; turn < LOCK_TRIES; turn++) {
    const outcome = await db.transaction(async (tx) =>
      (await tryLockIndex(tx)) ? { value: await work(tx) } : undefined,
    )
    if (outcome) return outcome.value
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS))
  }
  throw new Error('another process keeps the search index busy')
}

/** Writes and removes what differs between the documents and an index; a change during the comparison is seen next time. */
async function level(db: Executor, index: Pick<PracticeIndex, 'versions' | 'write'>): Promise<number> {
  const [stored, indexed] = await Promise.all([storedVersions(db), index.versions()])
  const differing = differences(stored, indexed)
  for (let start = 0; start < differing.length; start += PAGE) {
    const keys = differing.slice(start, start + PAGE)
    const documents = await storedDocuments(db, keys)
    const there = new Set(documents.map(({ document }) => document.practiceId))
    await index.write({ documents, removed: keys.filter((key) => !there.has(key)) })
  }
  const after = await index.versions()
  const missing = [...stored.keys()].filter((key) => !after.has(key) && !differing.includes(key))
  if (missing.length > 0) throw new Error(`the new index misses ${missing.length} documents`)
  return after.size
}

const differences = (stored: ReadonlyMap<string, string>, indexed: ReadonlyMap<string, string>) => [
  ...[...stored].flatMap(([key, checksum]) => (indexed.get(key) === checksum ? [] : [key])),
  ...[...indexed.keys()].filter((key) => !stored.has(key)),
]

/**
 * Brings both engines level with the practices before the site opens. Does little when nothing changed. A Meilisearch
 * that does not answer is left to the worker: the documents in PostgreSQL are enough to serve.
 */
export async function ensureIndexed(
  db: Database,
  search: Pick<Search, 'index'>,
  progress?: Progress,
): Promise<{
  documents: number
  renewed: number
  meilisearch: 'none' | 'level' | 'rebuilt' | 'later'
  reason?: string
}> {
  const renewed = await ensureDocuments(db, progress)
  const documents = await countDocuments(db)
  if (!search.index) return { documents, renewed, meilisearch: 'none' }
  try {
    return { documents, renewed, meilisearch: await ensureIndex(db, search.index, progress) }
  } catch (error) {
    return { documents, renewed, meilisearch: 'later', reason: String(error) }
  }
}

async function ensureDocuments(db: Database, progress?: Progress): Promise<number> {
  if ((await findInstallationValue(db, FINGERPRINT_KEY)) !== FINGERPRINT) return rebuildDocuments(db, progress)
  let renewed = 0
  for (;;) {
    const keys = await listOutdatedKeys(db, PAGE)
    if (keys.length === 0) return renewed
    await renewAllDocuments(db, keys)
    renewed += keys.length
    progress?.(renewed, renewed)
    if (keys.length < PAGE) {
      await analyzeDocuments(db)
      return renewed
    }
  }
}

/** Brings Meilisearch level with the documents: its settings, then whatever differs. */
export async function ensureIndex(
  db: Database,
  index: PracticeIndex,
  progress?: Progress,
): Promise<'level' | 'rebuilt'> {
  await index.ensure()
  const [stored, indexed] = await Promise.all([storedVersions(db), index.versions()])
  const differing = differences(stored, indexed)
  if (differing.length > stored.size * REBUILD_ABOVE) {
    await rebuildIndex(db, index, progress)
    return 'rebuilt'
  }
  if (differing.length > 0) await withIndexLock(db, (tx) => level(tx, index))
  while ((await followQueue(db, index)) > 0);
  return 'level'
}
