import type { Database, Executor } from '#db/client.server.ts'
import { listDocumentVersions, listKnownKeys, listPublishedKeys } from '#db/queries/search-documents.server.ts'
import { upsertSearchQueue } from '#db/queries/search-queue.server.ts'
import { readDocuments, renewAllDocuments } from './documents.server.ts'
import type { EngineName, Search } from './engine.ts'
import { followQueue } from './follow.server.ts'

/** What an engine holds that it should not, or does not hold that it should: keys of practices. */
export type Drift = {
  /** Published, and not there. */
  missing: string[]
  /** There, but not as it is now. */
  stale: string[]
  /** There, and no such practice exists. */
  ghost: string[]
  /** There, although it is not published (any more). */
  exposed: string[]
}

export type VerifyReport = { published: number; engines: { engine: EngineName; documents: number; drift: Drift }[] }

const PAGE = 500

export const isLevel = ({ drift }: VerifyReport['engines'][number]) =>
  Object.values(drift).every((keys) => keys.length === 0)

/** Compares what both engines hold with what the published practices give now, document by document. */
export async function verifySearch(db: Database, search: Pick<Search, 'index'>): Promise<VerifyReport> {
  const wanted = await wantedVersions(db)
  const engines: VerifyReport['engines'] = []
  const stored = await storedVersions(db)
  engines.push({ engine: 'postgres', documents: stored.size, drift: await driftOf(db, wanted, stored) })
  if (search.index) {
    const indexed = await search.index.versions()
    engines.push({ engine: 'meilisearch', documents: indexed.size, drift: await driftOf(db, wanted, indexed) })
  }
  return { published: wanted.size, engines }
}

/** Mends what a check has found: documents first, then Meilisearch from the documents. */
export async function healSearch(db: Database, search: Pick<Search, 'index'>, report: VerifyReport): Promise<void> {
  for (const { engine, drift } of report.engines) {
    const keys = [...new Set(Object.values(drift).flat())].sort()
    if (engine === 'postgres') await renewAllDocuments(db, keys)
    if (search.index) await upsertSearchQueue(db, keys)
  }
  if (search.index) while ((await followQueue(db, search.index)) > 0);
}

async function wantedVersions(db: Database): Promise<Map<string, string>> {
  const versions = new Map<string, string>()
  for (let after: string | null = null; ; ) {
    const keys = await listPublishedKeys(db, after, PAGE)
    for (const { document, checksum } of await readDocuments(db, keys)) versions.set(document.practiceId, checksum)
    const last = keys.at(-1)
    if (last === undefined || keys.length < PAGE) return versions
    after = last
  }
}

/** Key and checksum of every stored document. */
export async function storedVersions(db: Executor): Promise<Map<string, string>> {
  const versions = new Map<string, string>()
  for (let after: string | null = null; ; ) {
    const page = await listDocumentVersions(db, after, PAGE * 10)
    for (const { practiceId, checksum } of page) versions.set(practiceId, checksum)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE * 10) return versions
    after = last.practiceId
  }
}

async function driftOf(
  db: Database,
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): Promise<Drift> {
  const surplus = [...found.keys()].filter((key) => !wanted.has(key))
  const known = new Set(await listKnownKeys(db, surplus))
  return {
    missing: [...wanted.keys()].filter((key) => !found.has(key)),
    stale: [...wanted].flatMap(([key, checksum]) => (found.has(key) && found.get(key) !== checksum ? [key] : [])),
    ghost: surplus.filter((key) => !known.has(key)),
    exposed: surplus.filter((key) => known.has(key)),
  }
}
