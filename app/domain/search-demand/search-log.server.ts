import QuickLRU from 'quick-lru'
import type { Database } from '#db/client.server.ts'
import { type DemandCount, deleteOldDemand, upsertDemand } from '#db/queries/search-demand.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { isStopWord } from '#search/language/stop-words.ts'
import { tokenise } from '#search/language/tokenise.ts'
import { addDays, today } from '../shared/dates.ts'
import { type Asker, NamesOfDay } from '../shared/names-of-day.ts'
import { holdsPersonalData } from '../shared/personal-data.ts'
import { KEEP_DAYS, KEEP_RARE_DAYS, LEAST_SHOWN } from './demand.ts'

/*
 * What is searched, as counts by day, province, language and words. Nothing that points to a person is stored: who asks
 * is known only as a hash with a salt of the day, in the memory of this process, so that nobody counts twice on a day.
 * The counts wait in memory as well and are written every few seconds; what waits when a process dies is lost, and that
 * is fine: no search waits for its count, and none fails because of it.
 */

const MAX_WORDS = 12
const MAX_LENGTH = 120
/** Askers and words remembered a day; beyond that nothing more is counted on that day. */
const MAX_REMEMBERED = 50_000
/** Counts that wait at most while the database is away. */
const MAX_WAITING = 5_000

type Asked = { asker: Asker; q: string; now: Date }
type Searched = Asked & {
  language: Language
  /** Where the asker works; may still be on its way. */
  province: string | null | Promise<string | null>
  /** Nothing in the whole catalogue. */
  isWithoutHit: boolean
}

/** The words of a query as they are counted; null where there are none, or where they may point to a person. */
export function countedWords(q: string): string | null {
  const known = counted.get(q)
  if (known !== undefined) return known
  const words = readWords(q)
  counted.set(q, words)
  return words
}

/** The same is searched again and again, and then leafed through. */
const counted = new QuickLRU<string, string | null>({ maxSize: 1_000 })

function readWords(q: string): string | null {
  if (holdsPersonalData(q)) return null
  const words = tokenise(q).flatMap(({ word }) => (isStopWord(word) ? [] : [word]))
  return words.slice(0, MAX_WORDS).join(' ').slice(0, MAX_LENGTH).trim() || null
}

export type SearchLog = {
  /** Counts a search, once for each asker, words and day. */
  searched(search: Searched): void
  /** Counts that a practice was opened from the results of a search that was counted. */
  opened(search: Asked): void
  /** Writes what waits, in one statement. */
  flush(db: Database): Promise<void>
}

export function createSearchLog(): SearchLog {
  const names = new NamesOfDay()
  let known = new Map<string, { row?: string; isOpened: boolean }>()
  let waiting = new Map<string, DemandCount>()

  /** The asker and the words of today; what was known of the day before goes with it. */
  function keyOf(asker: Asker, now: Date, words: string): string {
    if (names.turn(now)) known = new Map()
    return `${names.nameOf(asker)}${words}`
  }

  function add(count: DemandCount): string {
    const row = [count.day, count.province ?? '', count.language, count.words].join('\n')
    const before = waiting.get(row)
    if (before) {
      before.searches += count.searches
      before.withoutHit += count.withoutHit
      before.opened += count.opened
    } else if (waiting.size < MAX_WAITING) waiting.set(row, { ...count })
    return row
  }

  return {
    searched({ asker, q, now, language, province, isWithoutHit }) {
      const words = countedWords(q)
      if (!words) return
      const key = keyOf(asker, now, words)
      if (known.has(key) || known.size >= MAX_REMEMBERED) return
      const entry: { row?: string; isOpened: boolean } = { isOpened: false }
      known.set(key, entry)
      const count = { day: names.day, language, words, searches: 1, withoutHit: isWithoutHit ? 1 : 0, opened: 0 }
      const write = (code: string | null) => {
        entry.row = add({ ...count, province: code })
      }
      if (province instanceof Promise) province.then(write, () => write(null))
      else write(province)
    },
    opened({ asker, q, now }) {
      const words = countedWords(q)
      const entry = words ? known.get(keyOf(asker, now, words)) : undefined
      if (!words || !entry?.row || entry.isOpened) return
      entry.isOpened = true
      const [onDay = '', province, language] = entry.row.split('\n')
      const row = { day: onDay, province: province || null, language: language as Language, words }
      add({ ...row, searches: 0, withoutHit: 0, opened: 1 })
    },
    async flush(db) {
      if (waiting.size === 0) return
      const counts = waiting
      waiting = new Map()
      try {
        await upsertDemand(db, [...counts.values()])
      } catch (error) {
        for (const count of counts.values()) add(count)
        throw error
      }
    },
  }
}

/** Forgets words that too few have searched, and everything that is older than KEEP_DAYS. */
export async function purgeDemand(db: Database, now: Date): Promise<void> {
  await deleteOldDemand(db, {
    rareBefore: addDays(today(now), -KEEP_RARE_DAYS),
    before: addDays(today(now), -KEEP_DAYS),
    least: LEAST_SHOWN,
  })
}
