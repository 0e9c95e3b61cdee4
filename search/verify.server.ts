import { setImmediate } from 'node:timers/promises'
import type { Database } from '#db/client.server.ts'
import { listDocumentVersionsOf, listKnownKeys, listPublishedKeys } from '#db/queries/search-documents.server.ts'
import { listOnTheirWay, listReasons, updateSetAsideDue, upsertSearchQueue } from '#db/queries/search-queue.server.ts'
import { type Failure, readDocuments, reasonOf, renewAllDocuments } from './documents.server.ts'
import type { EngineName, PracticeIndex, Search } from './engine.ts'
import { followQueue } from './follow.server.ts'
import { storedVersions } from './level.server.ts'

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

export type EngineReport = {
  engine: EngineName
  documents: number
  drift: Drift
  /** Differing practices whose change is new and on its way: nothing is wrong with them. */
  onTheirWay: number
}

export type VerifyReport = {
  published: number
  engines: EngineReport[]
  /** Why practices differ, as far as an attempt to mend them has told. */
  reasons: Failure[]
  /** Why the copy in Meilisearch could not be looked at; null when it was, or when there is none. */
  unanswered: string | null
}

const PAGE = 200
/** What differs is looked at so many times again: it may change between two looks at it. */
const LOOKS = 2
/** Healing waits so long for Meilisearch while another process sends. */
const HEAL_PATIENCE_MS = 30_000
/** Stands for a document that cannot be made: no copy is ever the same. */
const IMPOSSIBLE = ''

/** Nothing of an engine differs. */
export const isLevel = ({ drift }: Pick<EngineReport, 'drift'>) =>
  Object.values(drift).every((keys) => keys.length === 0)

/** The index was looked at, and nothing of either engine differs. */
export const isSound = (report: VerifyReport) => report.unanswered === null && report.engines.every(isLevel)

/**
 * Compares what both engines hold with what the published practices give now, document by document. What differs is
 * looked at a second time, key by key: changes go on during the first look.
 */
export async function verifySearch(db: Database, search: Pick<Search, 'index'>): Promise<VerifyReport> {
  const impossible: Failure[] = []
  const wanted = await wantedVersions(db, impossible)
  const stored = await storedVersions(db)
  const engines = [await reportOn(db, wanted, stored, 'postgres')]
  let unanswered: string | null = null
  if (search.index) {
    try {
      engines.push(await reportOn(db, wanted, await search.index.versions(), 'meilisearch', search.index))
    } catch (error) {
      unanswered = reasonOf(error)
    }
  }
  const noted = await listReasons(db, differingIn(engines))
  const reasons = [...impossible, ...noted.filter(({ practiceId }) => wanted.get(practiceId) !== IMPOSSIBLE)]
  return { published: wanted.size, engines, reasons, unanswered }
}

/**
 * Mends what a check has found, by the way that every change takes: documents are made anew, and Meilisearch is told
 * through its queue. What had been set aside is tried once more.
 */
export async function healSearch(db: Database, search: Pick<Search, 'index'>, report: VerifyReport): Promise<void> {
  const { index } = search
  await updateSetAsideDue(db)
  for (const { engine, drift } of report.engines) {
    const keys = [...new Set(Object.values(drift).flat())].sort()
    if (engine === 'postgres') await renewAllDocuments(db, keys)
    if (index) await upsertSearchQueue(db, keys)
  }
  if (!index || report.unanswered !== null) return
  await index.ensure()
  const giveUp = Date.now() + HEAL_PATIENCE_MS
  const differing = differingIn(report.engines)
  do {
    if ((await followQueue(db, index)) > 0) continue
    // Nothing is due, or another process is sending.
    if ((await listOnTheirWay(db, differing, true)).length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (Date.now() < giveUp)
}

const differingIn = (engines: readonly EngineReport[]) => [
  ...new Set(engines.flatMap(({ drift }) => Object.values(drift).flat())),
]

async function wantedVersions(db: Database, failed: Failure[]): Promise<Map<string, string>> {
  const versions = new Map<string, string>()
  for (let after: string | null = null; ; ) {
    const keys = await listPublishedKeys(db, after, PAGE)
    await addWanted(db, keys, versions, failed)
    const last = keys.at(-1)
    if (last === undefined || keys.length < PAGE) return versions
    after = last
    // Requests are served meanwhile.
    await setImmediate()
  }
}

async function addWanted(db: Database, keys: readonly string[], versions: Map<string, string>, failed?: Failure[]) {
  const read = await readDocuments(db, keys)
  for (const { document, checksum } of read.documents) versions.set(document.practiceId, checksum)
  for (const { practiceId } of read.failed) versions.set(practiceId, IMPOSSIBLE)
  failed?.push(...read.failed)
}

async function reportOn(
  db: Database,
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
  engine: EngineName,
  index?: PracticeIndex,
): Promise<EngineReport> {
  let suspects = [...new Set([...wanted.keys(), ...found.keys()])].filter((key) => wanted.get(key) !== found.get(key))
  let report: EngineReport = { engine, documents: found.size, drift: noDrift(), onTheirWay: 0 }
  for (let looks = 0; looks < LOOKS && suspects.length > 0; looks++) {
    const { drift, onTheirWay } = await lookAgain(db, suspects, index)
    report = { ...report, drift, onTheirWay }
    suspects = Object.values(drift).flat()
  }
  return report
}

async function lookAgain(db: Database, suspects: readonly string[], index?: PracticeIndex) {
  // First which are on their way, then how they stand: one that has arrived in between is the same on both sides.
  const moving = new Set(await listOnTheirWay(db, suspects, index !== undefined))
  const there = index
    ? await index.versions(suspects)
    : new Map((await listDocumentVersionsOf(db, suspects)).map((one) => [one.practiceId, one.checksum]))
  const wanted = new Map<string, string>()
  for (let start = 0; start < suspects.length; start += PAGE) {
    await addWanted(db, suspects.slice(start, start + PAGE), wanted)
  }
  const known = new Set(await listKnownKeys(db, suspects))
  const drift = noDrift()
  let onTheirWay = 0
  for (const key of suspects) {
    const [is, should] = [there.get(key), wanted.get(key)]
    if (is === should) continue
    if (moving.has(key)) onTheirWay += 1
    else drift[classOf(is, should, known.has(key))].push(key)
  }
  return { drift, onTheirWay }
}

const noDrift = (): Drift => ({ missing: [], stale: [], ghost: [], exposed: [] })

function classOf(is: string | undefined, should: string | undefined, isKnown: boolean): keyof Drift {
  if (is === undefined) return 'missing'
  if (should !== undefined) return 'stale'
  return isKnown ? 'exposed' : 'ghost'
}
