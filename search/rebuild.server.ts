import type { Database } from '#db/client.server.ts'
import {
  analyzeDocuments,
  countDocuments,
  listDocumentVersions,
  listOutdatedKeys,
  listPublishedKeys,
  tryLockRebuild,
} from '#db/queries/search-documents.server.ts'
import {
  listPendingOutbox,
  listSearchQueue,
  SET_ASIDE_AFTER,
  updateOutboxDone,
  upsertSearchQueue,
} from '#db/queries/search-queue.server.ts'
import { findInstallationValue, upsertInstallationValue } from '#db/queries/system.server.ts'
import { FINGERPRINT, renewAllDocuments } from './documents.server.ts'
import type { IndexBeside, PracticeIndex, Search } from './engine.ts'
import { followQueue, type Refused, send } from './follow.server.ts'
import { differences, level, storedVersions, withIndexLock } from './level.server.ts'
import { noteRebuild } from './record.server.ts'

export type Progress = (done: number, all: number) => void

const PAGE = 500
/** The way in which words were taken apart when the documents were last made as a whole. */
const FINGERPRINT_KEY = 'search.fingerprint'
/** Above this share of differing documents a new index is built beside the live one. */
const REBUILD_ABOVE = 0.3

/**
 * Makes every document in PostgreSQL anew, and takes away those that are no longer allowed. With `hasIndex`, the changes
 * that this follows are noted for Meilisearch; rebuild or check it afterwards for all the others.
 */
export async function rebuildDocuments(db: Database, progress?: Progress, hasIndex = false): Promise<number> {
  const changes = await listPendingOutbox(db)
  const keys = new Set<string>((await storedVersions(db)).keys())
  for (let after: string | null = null; ; ) {
    const page: string[] = await listPublishedKeys(db, after, PAGE)
    for (const key of page) keys.add(key)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last
  }
  const failures = await renewAllDocuments(db, [...keys].sort(), (done) => progress?.(done, keys.size))
  // Whatever was announced before the practices were read is in the documents now.
  const failed = new Set(failures.map(({ practiceId }) => practiceId))
  const done = changes.filter(({ practiceId }) => !failed.has(practiceId))
  await db.transaction(async (tx) => {
    if (hasIndex) await upsertSearchQueue(tx, [...new Set(done.map(({ practiceId }) => practiceId))])
    await updateOutboxDone(
      tx,
      done.map(({ id }) => id),
    )
  })
  await analyzeDocuments(db)
  await upsertInstallationValue(db, FINGERPRINT_KEY, FINGERPRINT)
  return countDocuments(db)
}

/**
 * Builds an index beside the live one while searches and changes go on, brings it level with what changed meanwhile,
 * compares every key and checksum, and only then puts it in place of the live one, which is kept for `returnIndex`.
 * Killed at any moment it leaves one of the two in place; the next check mends what that one lacks. Returns the number
 * of documents.
 */
export async function rebuildIndex(db: Database, index: PracticeIndex, progress?: Progress): Promise<number> {
  return withRebuildLock(db, async () => {
    const started = performance.now()
    const next = await index.openNext()
    try {
      await fill(db, next, progress)
    } catch (error) {
      await next.discard().catch(() => undefined)
      throw error
    }
    const documents = await putInPlace(db, index, next)
    await noteRebuild(db, { kind: 'rebuild', documents, tookMs: performance.now() - started })
    return documents
  })
}

/** Puts the index that the last rebuild has replaced back in its place, level with what changed since. */
export async function returnIndex(db: Database, index: PracticeIndex): Promise<number> {
  return withRebuildLock(db, async () => {
    const started = performance.now()
    const previous = await index.openPrevious()
    if (!previous) throw new Error('there is no earlier index to go back to')
    const documents = await putInPlace(db, index, previous)
    await noteRebuild(db, { kind: 'back', documents, tookMs: performance.now() - started })
    return documents
  })
}

async function fill(db: Database, next: IndexBeside, progress?: Progress) {
  const all = await countDocuments(db)
  let done = 0
  for (let after: string | null = null; ; ) {
    const page = await listDocumentVersions(db, after, PAGE)
    const keys = page.map(({ practiceId }) => practiceId)
    await send(db, next, keys)
    done += page.length
    progress?.(done, Math.max(all, done))
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.practiceId
  }
}

/**
 * The swap. The changes that were sent meanwhile went to the index that leaves: `level` replays them by comparing
 * everything, while nobody else sends. What is looked at after the swap is the index that serves from then on.
 */
async function putInPlace(db: Database, index: PracticeIndex, beside: IndexBeside): Promise<number> {
  return withIndexLock(db, async (tx) => {
    await index.idle()
    const refused: Refused = new Map()
    await level(tx, beside, refused)
    await beside.replaceLive()
    return level(tx, index, refused)
  })
}

/** One index is beside the live one: two builders would take it from each other. */
async function withRebuildLock<T>(db: Database, work: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    if (!(await tryLockRebuild(tx))) throw new Error('the index is being rebuilt already')
    return work()
  })
}

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
  const renewed = await ensureDocuments(db, search.index !== null, progress)
  const documents = await countDocuments(db)
  if (!search.index) return { documents, renewed, meilisearch: 'none' }
  try {
    return { documents, renewed, meilisearch: await ensureIndex(db, search.index, progress) }
  } catch (error) {
    return { documents, renewed, meilisearch: 'later', reason: String(error) }
  }
}

/** Makes documents where they are missing, of another version, or no longer allowed. Returns how many. */
export async function ensureDocuments(db: Database, hasIndex: boolean, progress?: Progress): Promise<number> {
  if ((await findInstallationValue(db, FINGERPRINT_KEY)) !== FINGERPRINT) {
    return rebuildDocuments(db, progress, hasIndex)
  }
  let renewed = 0
  for (let after: string | null = null; ; ) {
    const keys: string[] = await listOutdatedKeys(db, after, PAGE)
    renewed += keys.length - (await renewAllDocuments(db, keys)).length
    if (hasIndex) await upsertSearchQueue(db, keys)
    progress?.(renewed, renewed)
    const last = keys.at(-1)
    if (last === undefined || keys.length < PAGE) break
    after = last
  }
  if (renewed >= PAGE) await analyzeDocuments(db)
  return renewed
}

/** Brings Meilisearch level with the documents: its settings, then whatever differs. */
export async function ensureIndex(
  db: Database,
  index: PracticeIndex,
  progress?: Progress,
): Promise<'level' | 'rebuilt'> {
  await index.ensure()
  const [stored, indexed, queue] = await Promise.all([storedVersions(db), index.versions(), listSearchQueue(db)])
  const aside = new Set(queue.flatMap((one) => (one.attempts >= SET_ASIDE_AFTER ? [one.practiceId] : [])))
  const differing = differences(stored, indexed).filter((key) => !aside.has(key))
  if (differing.length > stored.size * REBUILD_ABOVE) {
    await rebuildIndex(db, index, progress)
    return 'rebuilt'
  }
  if (differing.length > 0) await withIndexLock(db, (tx) => level(tx, index))
  while ((await followQueue(db, index)) > 0);
  return 'level'
}
