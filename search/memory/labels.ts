import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import type { Suggestion } from '../engine.ts'
import { tokenise } from '../language/tokenise.ts'
import type { MemoryEntry } from './practice-memory.ts'

type Label = {
  kind: 'practice' | 'subject'
  text: string
  lang: Language | null
  publicId?: string
  practices: Set<string>
}
type Named = Pick<MemoryEntry, 'practiceId' | 'publicId' | 'brand' | 'title' | 'subjects'>

/** Names of practices and subject terms, by the beginnings of their words: for suggesting while somebody types. */
export class Labels {
  readonly #labels = new Map<string, Label>()
  readonly #keysOf = new Map<string, string[]>()
  readonly #byWord = new Map<string, Set<string>>()
  /** Words in their order; `null` after a change. */
  #sorted: string[] | null = null

  put(entry: Named): void {
    const { practiceId, publicId, brand, title, subjects } = entry
    this.remove(practiceId)
    const keys: string[] = []
    const add = (label: Omit<Label, 'practices'>, key: string) => {
      const known = this.#labels.get(key)
      if (known) known.practices.add(practiceId)
      else this.#insert(key, { ...label, practices: new Set([practiceId]) })
      keys.push(key)
    }
    add({ kind: 'practice', text: brand, lang: null, publicId }, `p ${publicId}`)
    for (const lang of LANGUAGES) {
      const text = title[lang]
      if (text) add({ kind: 'practice', text, lang, publicId }, `p ${publicId} ${lang}`)
      for (const subject of subjects[lang]) {
        add({ kind: 'subject', text: subject, lang }, `s ${lang} ${subject.toLowerCase()}`)
      }
    }
    this.#keysOf.set(practiceId, keys)
  }

  remove(practiceId: string): void {
    for (const key of this.#keysOf.get(practiceId) ?? []) {
      const label = this.#labels.get(key)
      label?.practices.delete(practiceId)
      if (label?.practices.size === 0) this.#delete(key, label)
    }
    this.#keysOf.delete(practiceId)
  }

  /** Labels of which every typed word begins a word; subjects of many practices first. */
  suggest(typed: string, lang: Language, hidden: ReadonlySet<string>, most: number): Suggestion[] {
    const words = wordsOf(typed)
    if (words.length === 0) return []
    const lists = words.map((word) => this.#keysWith(word))
    const shortest = lists.reduce((a, b) => (b.size < a.size ? b : a))
    const found: { label: Label; rank: number }[] = []
    for (const key of shortest) {
      const label = this.#labels.get(key)
      if (!label || !lists.every((list) => list.has(key)) || (label.lang !== null && label.lang !== lang)) continue
      const there = [...label.practices].filter((id) => !hidden.has(id)).length
      if (there === 0) continue
      const starts = label.text.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 1 : 0
      found.push({ label, rank: starts * 4 + (label.kind === 'subject' ? Math.log2(1 + there) : 0.5) })
    }
    found.sort(
      (a, b) => b.rank - a.rank || a.label.text.length - b.label.text.length || (a.label.text < b.label.text ? -1 : 1),
    )
    const seen = new Set<string>()
    return found.flatMap(({ label: { kind, text, publicId } }) => {
      const once = publicId ?? text.toLowerCase()
      if (seen.has(once) || seen.size >= most) return []
      seen.add(once)
      return [{ kind, text, ...(publicId && { publicId }) }]
    })
  }

  #keysWith(start: string): Set<string> {
    this.#sorted ??= [...this.#byWord.keys()].sort()
    const keys = new Set<string>()
    for (let at = lowerBound(this.#sorted, start); this.#sorted[at]?.startsWith(start); at++) {
      for (const key of this.#byWord.get(this.#sorted[at]!)!) keys.add(key)
    }
    return keys
  }

  #insert(key: string, label: Label): void {
    this.#labels.set(key, label)
    for (const word of wordsOf(label.text)) {
      const keys = this.#byWord.get(word)
      if (keys) keys.add(key)
      else {
        this.#byWord.set(word, new Set([key]))
        this.#sorted = null
      }
    }
  }

  #delete(key: string, label: Label): void {
    this.#labels.delete(key)
    for (const word of wordsOf(label.text)) {
      const keys = this.#byWord.get(word)
      keys?.delete(key)
      if (keys?.size === 0) {
        this.#byWord.delete(word)
        this.#sorted = null
      }
    }
  }
}

const wordsOf = (text: string) => [...new Set(tokenise(text).map(({ word }) => word))]

/** The place of the first word that is not before `start`. */
function lowerBound(sorted: readonly string[], start: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < start) low = middle + 1
    else high = middle
  }
  return low
}
