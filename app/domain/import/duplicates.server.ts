import type { PracticeContent } from '#db/practice-content.ts'
import { stem } from '#search/language/stem.ts'
import { isCommonWord, isStopWord } from '#search/language/stop-words.ts'
import { sharedWords } from '#search/language/title-likeness.ts'
import { splitBrand } from '../practice/bilingual.ts'
import { folded } from './values.ts'

export type Named = {
  brand: string
  title: string | null
  agencyId: string
  provinceCode: string | null
}

/** What two records are compared by: kept for each record, so it is small. */
type Entry<T> = { name: string; words: ReadonlySet<string>; agencyId: string; provinceCode: string | null; of: T }

/** Shorter names are shared by chance (`SIPP`), unless the agency is the same. */
const TELLING_NAME = 10
const SHORTEST_NAME = 3
/** Words of a title that must be shared, of those that either has. */
const SHARED_AT_HOME = 0.6
const SHARED_ELSEWHERE = 0.85
const FEWEST_WORDS = 3

/**
 * Finds records that may be the same innovation: the same short name at the same agency, in the same province or, when it
 * is telling enough, anywhere; or titles that share most of their words. Grows while it is asked, so that rows of one
 * sheet are compared with each other.
 */
export function duplicateFinder<T>() {
  const byName = new Map<string, Entry<T>[]>()
  const byWord = new Map<string, Entry<T>[]>()

  const add = (record: Named, of: T) => {
    const entry: Entry<T> = { ...keysOf(record), agencyId: record.agencyId, provinceCode: record.provinceCode, of }
    if (entry.name.length >= SHORTEST_NAME) push(byName, entry.name, entry)
    for (const word of entry.words) push(byWord, word, entry)
  }

  const find = (record: Named): T | undefined => {
    const { name, words } = keysOf(record)
    const near = (entry: Entry<T>) =>
      entry.agencyId === record.agencyId || (record.provinceCode !== null && entry.provinceCode === record.provinceCode)
    const named = byName.get(name)?.find((entry) => near(entry) || name.length >= TELLING_NAME)
    if (named) return named.of
    if (words.size < FEWEST_WORDS) return undefined
    // Whatever shares most words shares one of the rarest ones.
    const rarest = [...words].sort((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0))
    const seen = new Set<Entry<T>>()
    for (const word of rarest.slice(0, Math.ceil(words.size * (1 - SHARED_AT_HOME)) + 1)) {
      for (const entry of byWord.get(word) ?? []) {
        if (seen.has(entry)) continue
        seen.add(entry)
        const needed = entry.agencyId === record.agencyId ? SHARED_AT_HOME : SHARED_ELSEWHERE
        if (entry.words.size >= FEWEST_WORDS && sharedWords(words, entry.words) >= needed) return entry.of
      }
    }
    return undefined
  }

  return { add, find }
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function keysOf({ brand, title }: Pick<Named, 'brand' | 'title'>) {
  const { name, meaning } = splitBrand(brand)
  const text = folded([title, meaning].filter(Boolean).join(' '))
  const words = text.split(' ').filter((word) => word.length > 2 && !isStopWord(word) && !isCommonWord(word))
  return { name: folded(name).replaceAll(' ', ''), words: new Set(words.map(stem)) }
}

/** The names of a text by which it is compared. */
export function namesOf(content: PracticeContent): Pick<Named, 'brand' | 'title'> {
  return { brand: content.brand, title: content.title.id }
}
