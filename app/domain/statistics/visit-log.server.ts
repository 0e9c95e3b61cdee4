import QuickLRU from 'quick-lru'
import type { Database } from '#db/client.server.ts'
import { addPracticeCounts, type WaitingCounts } from '#db/queries/practice-counts.server.ts'
import type { Count } from '#db/vocabulary.ts'
import { type Asker, NamesOfDay } from '../shared/names-of-day.ts'

/*
 * How often practices are read and used, as counts by day, by the rule of COUNTER (Code of Practice, release 5): who
 * asks for the same thing again within 30 seconds counts once. Nothing that points to a person is stored: a reader is
 * known only as a hash of address and browser with a salt of the day, in the memory of this process. The counts wait in
 * memory as well and are written every few seconds; what waits when a process dies is lost. No page waits for its count,
 * and none fails because of it.
 */

/** Clicks on the same thing that are no further apart than this are one. */
const DOUBLE_CLICK_MS = 30_000
/** Readers and what they read, of today. Beyond it those who came longest ago are forgotten, and would count anew. */
const MAX_REMEMBERED = 100_000
/** Practices that wait at most while the database is away; of others nothing is counted then. */
const MAX_WAITING = 20_000

export type Reader = Asker & {
  /** Of a signed-in reader: people of the owner and of the hub that answers for the practice do not count. */
  organisationId?: string | undefined
}

/** What can be counted; the first view of a reader on a day makes them a visitor. */
export type VisitKind = Exclude<Count, 'visitors'>

type Visit = {
  kind: VisitKind
  reader: Reader
  /** The public number of a practice, or the id of a file. */
  item: { publicId: string } | { fileId: string }
  now: Date
}

export type VisitLog = {
  /** Counts a visit, unless it is the double click of one before. */
  visited(visit: Visit): void
  /** Writes what waits, in one statement. */
  flush(db: Database): Promise<void>
  /** Forgets the readers of the day before, also when nobody comes. */
  turnDay(now: Date): void
}

const NOTHING = { views: 0, visitors: 0, downloads: 0, citations: 0, comparisons: 0, apiReads: 0 }

export function createVisitLog({ maxRemembered = MAX_REMEMBERED, maxWaiting = MAX_WAITING } = {}): VisitLog {
  const names = new NamesOfDay()
  /** Moments of the last click, by reader and what they clicked. */
  const clicks = new QuickLRU<string, number>({ maxSize: maxRemembered })
  let waiting = new Map<string, WaitingCounts>()

  function turnDay(now: Date) {
    if (names.turn(now)) clicks.clear()
  }

  function add(counts: WaitingCounts) {
    const key = `${counts.day} ${counts.publicId ?? counts.fileId} ${counts.organisationId ?? ''}`
    const before = waiting.get(key)
    if (!before) {
      if (waiting.size < maxWaiting) waiting.set(key, { ...counts })
      return
    }
    before.views += counts.views
    before.visitors += counts.visitors
    before.downloads += counts.downloads
    before.citations += counts.citations
    before.comparisons += counts.comparisons
    before.apiReads += counts.apiReads
  }

  return {
    turnDay,
    visited({ kind, reader, item, now }) {
      // Without an address nobody could tell a reader from a double click.
      if (!reader.address) return
      turnDay(now)
      const { publicId = null, fileId = null } = item as { publicId?: string; fileId?: string }
      const click = `${names.nameOf(reader)}${kind}${publicId ?? fileId}`
      const before = clicks.get(click)
      const at = now.getTime()
      clicks.set(click, at)
      if (before !== undefined && at - before <= DOUBLE_CLICK_MS) return
      const isVisitor = kind === 'views' && before === undefined
      const { organisationId = null } = reader
      add({ ...NOTHING, [kind]: 1, visitors: isVisitor ? 1 : 0, day: names.day, publicId, fileId, organisationId })
    },
    async flush(db) {
      if (waiting.size === 0) return
      const counts = waiting
      waiting = new Map()
      try {
        await addPracticeCounts(db, [...counts.values()])
      } catch (error) {
        for (const one of counts.values()) add(one)
        throw error
      }
    },
  }
}
