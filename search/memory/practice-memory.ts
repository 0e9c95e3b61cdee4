import type { Bilingual } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import { type Ages, ageOf, agesOn } from '../ages.ts'
import { type EngineQuery, FACETS, type Facet, type FacetValue, type Filters, MAX_REACH } from '../engine.ts'
import { facetValues, noCounts } from '../facets.ts'
import type { Gazetteer } from '../language/places.ts'
import type { Understanding, Vocabulary } from '../language/understand.ts'
import { rarityOf } from '../language/understand.ts'
import { type DocumentTerms, unpackTerms } from '../ranking/document-terms.ts'
import { Ranking } from '../ranking/ranking.ts'
import { unitOf } from '../ranking/score.ts'
import { CountingRoom } from '../ranking/tally.ts'
import { Traits } from '../ranking/traits.ts'
import { TEXT_PARTS } from '../ranking/weights.ts'
import { firstOf } from './best.ts'
import { FacetColumn } from './facet-column.ts'
import { type Chosen, filtered } from './filtered.ts'
import { Labels } from './labels.ts'
import { OrderColumns, type Ordered, orderOf } from './order.ts'
import { Postings } from './postings.ts'
import { withoutSeen } from './seen.ts'
import { Words } from './words.ts'

/** What is kept of each practice, beside its words. */
export type MemoryEntry = Ordered & {
  practiceId: string
  /** As `packTerms` writes them. */
  terms: string
  words: readonly string[]
  facets: Record<Facet, readonly string[]>
  isAlive: boolean
  brand: string
  title: Bilingual
  subjects: Record<Language, readonly string[]>
}

type Slot = Omit<MemoryEntry, 'terms' | 'words' | 'facets' | 'brand' | 'title' | 'subjects'> & {
  termNumbers: Int32Array
}

export type Found = {
  total: number
  hits: { practiceId: string; score: number }[]
  facets: Record<Facet, FacetValue[]>
  more: boolean
}

const PARTS = TEXT_PARTS.length

/**
 * All public practices as an inverted index in memory: what PostgreSQL holds, ready to be asked within a millisecond.
 * Pure data: `follow.server.ts` keeps it level with the database.
 */
export class PracticeMemory implements Vocabulary {
  readonly #slots: (Slot | null)[] = []
  readonly #slotOf = new Map<string, number>()
  readonly #numberOf = new Map<string, number>()
  readonly #postings: Postings[] = []
  readonly #terms: string[] = []
  readonly #words = new Words()
  readonly #labels = new Labels()
  readonly #facets: Record<Facet, FacetColumn>
  #lengths = new Float32Array(64 * PARTS)
  readonly #lengthSums = new Float64Array(PARTS)
  readonly #traits = new Traits()
  readonly #order = new OrderColumns()
  readonly #room = new CountingRoom()
  /** What an occurrence counts in each part of each practice; `null` after a change of any length. */
  #units: Float32Array | null = null

  constructor(readonly gazetteer: Gazetteer) {
    const columns = {} as Record<Facet, FacetColumn>
    for (const facet of FACETS) columns[facet] = new FacetColumn()
    this.#facets = columns
  }

  /** Number of practices. */
  get total(): number {
    return this.#slotOf.size
  }

  /** Share of the slots that were given up: a memory that is mostly holes is better read anew. */
  get waste(): number {
    return this.#slots.length === 0 ? 0 : 1 - this.#slotOf.size / this.#slots.length
  }

  has(practiceId: string): boolean {
    return this.#slotOf.has(practiceId)
  }

  documentsOf = (term: string): number => {
    const number = this.#numberOf.get(term)
    return number === undefined ? 0 : this.#postings[number]!.living
  }

  /** No more practices than these have any of the words of a query. */
  atMost(understanding: Understanding | null): number {
    const forms = understanding?.terms.flatMap((term) => term.forms) ?? []
    const sum = forms.reduce((count, { term }) => count + this.documentsOf(term), 0)
    return Math.min(this.total, sum)
  }

  similar = (word: string) => this.#words.similar(word, this.documentsOf)

  /** Puts a practice in place of what is known of it. */
  put(entry: MemoryEntry): void {
    this.remove(entry.practiceId)
    this.#labels.put(entry)
    const { terms, words, facets, brand: _brand, title: _title, subjects: _subjects, ...kept } = entry
    const slot = this.#slots.length
    const unpacked = unpackTerms(terms)
    const termNumbers = this.#addTerms(slot, unpacked)
    this.#addLengths(slot, unpacked.lengths)
    for (const word of words) this.#words.add(word)
    for (const facet of FACETS) this.#facets[facet].set(slot, facets[facet])
    this.#traits.set(slot, entry)
    const known = { ...kept, termNumbers }
    this.#order.set(slot, known)
    this.#slots.push(known)
    this.#slotOf.set(entry.practiceId, slot)
  }

  remove(practiceId: string): void {
    const slot = this.#slotOf.get(practiceId)
    if (slot === undefined) return
    const { termNumbers } = this.#slots[slot]!
    for (const number of termNumbers) this.#postings[number]!.living -= 1
    for (let part = 0; part < PARTS; part++) this.#lengthSums[part]! -= this.#lengths[slot * PARTS + part]!
    this.#units = null
    this.#traits.clear(slot)
    this.#order.clear(slot)
    for (const facet of FACETS) this.#facets[facet].clear(slot)
    this.#slots[slot] = null
    this.#labels.remove(practiceId)
    this.#slotOf.delete(practiceId)
  }

  /** Which practices a query finds, one page of them, and how many in each facet. `hidden` are left out everywhere. */
  find(query: EngineQuery, hidden: ReadonlySet<string>, today: number): Found {
    const ranking = query.understanding && this.#rank(query.understanding, query, today)
    const { matched, counts } = this.#matched(ranking, query.filters, hidden, today)
    const compare = orderOf(query, this.#order, ranking)
    const { unseen, passed } = withoutSeen(matched, query, (slot) => this.#slots[slot]!.publicId, compare)
    const offset = (query.page - 1) * query.limit - passed
    const reach = Math.min(offset + query.limit, MAX_REACH - passed)
    const page = offset < reach ? firstOf(unseen, reach, compare).slice(offset) : []
    return {
      total: matched.length,
      hits: page.map((slot) => ({ practiceId: this.#slots[slot]!.practiceId, score: ranking?.scoreOf(slot) ?? 0 })),
      facets: facetValues(counts, query.filters),
      more: reach < unseen.length && reach + passed < MAX_REACH,
    }
  }

  /** The same order for practices that another engine has found, whether or not they have all that is required. */
  order(query: EngineQuery, ids: Iterable<string>, today: number): Found['hits'] {
    if (!query.understanding) return []
    const ranking = this.#rank(query.understanding, query, today)
    const slots = Int32Array.from([...ids].flatMap((id) => this.#slotOf.get(id) ?? []))
    const compare = orderOf(query, this.#order, ranking)
    return [...slots].sort(compare).map((slot) => ({
      practiceId: this.#slots[slot]!.practiceId,
      score: ranking.scoreOf(slot),
    }))
  }

  /** Every practice that a query finds, in its order. */
  all(query: EngineQuery, hidden: ReadonlySet<string>, today: number): string[] {
    const ranking = query.understanding && this.#rank(query.understanding, query, today)
    const { matched } = this.#matched(ranking, query.filters, hidden, today)
    const compare = orderOf(query, this.#order, ranking)
    return [...matched].sort(compare).map((slot) => this.#slots[slot]!.practiceId)
  }

  /** Which of some practices a query finds. */
  matching(query: EngineQuery, ids: readonly string[], hidden: ReadonlySet<string>, today: number): string[] {
    const ranking = query.understanding && this.#rank(query.understanding, query, 0)
    const slots = new Set(this.#matched(ranking, query.filters, hidden, today).matched)
    return ids.filter((id) => slots.has(this.#slotOf.get(id) ?? -1))
  }

  /** Names and subjects that what was typed begins. */
  suggest(typed: string, lang: Language, hidden: ReadonlySet<string>, most: number) {
    return this.#labels.suggest(typed, lang, hidden, most)
  }

  /** The terms of a practice that tell most about it, with what they tell: for finding similar ones. */
  tellingTerms(practiceId: string, most: number): { term: string; weight: number }[] {
    const slot = this.#slotOf.get(practiceId)
    if (slot === undefined) return []
    return [...this.#slots[slot]!.termNumbers]
      .map((number) => ({ term: this.#terms[number]!, living: this.#postings[number]!.living }))
      .filter(({ living }) => living > 1)
      .map(({ term }) => ({ term, weight: rarityOf(this, term) }))
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, most)
  }

  #rank(understanding: Understanding, { near }: Pick<EngineQuery, 'near'>, today: number): Ranking {
    return new Ranking(understanding, {
      size: this.#slots.length,
      room: this.#room,
      postingsOf: (term) => this.#postingsOf(term),
      rarityOf: (term) => rarityOf(this, term),
      units: this.#unitsNow(),
      traits: this.#traits,
      near,
      today,
    })
  }

  #unitsNow(): Float32Array {
    if (this.#units) return this.#units
    const units = new Float32Array(this.#slots.length * PARTS)
    for (let part = 0; part < PARTS; part++) {
      const average = Math.max(1, this.#lengthSums[part]! / Math.max(1, this.total))
      for (let at = part; at < units.length; at += PARTS) units[at] = unitOf(part, this.#lengths[at]!, average)
    }
    this.#units = units
    return units
  }

  #postingsOf(term: string): Postings | undefined {
    const number = this.#numberOf.get(term)
    return number === undefined ? undefined : this.#postings[number]
  }

  /** Practices that fit words and filters, and the counts of each facet without its own choice. */
  #matched(ranking: Ranking | null, filters: Filters, hidden: ReadonlySet<string>, today: number) {
    const ages = agesOn(today)
    const { matched, missedOne } = filtered(this.#found(ranking, hidden), this.#chosen(filters, ages))
    // Of all there are the counts are known.
    const isWhole = matched.length === this.total
    const counts = noCounts()
    for (const facet of FACETS) {
      const column = this.#facets[facet]
      const numbers = isWhole ? column.totals : column.count(matched)
      const others = missedOne.get(facet)
      if (others) column.count(others, numbers)
      numbers.forEach((count, number) => {
        if (count === 0) return
        const stored = column.values[number]!
        const value = facet === 'age' ? ageOf(stored, ages) : stored
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + count)
      })
    }
    return { matched, counts }
  }

  /** Practices that have enough of the words, or all; none that is hidden. */
  #found(ranking: Ranking | null, hidden: ReadonlySet<string>): Int32Array {
    const hiddenSlots = new Set([...hidden].flatMap((id) => this.#slotOf.get(id) ?? []))
    if (ranking) return hiddenSlots.size === 0 ? ranking.found : ranking.found.filter((slot) => !hiddenSlots.has(slot))
    const found = new Int32Array(this.total)
    let count = 0
    for (let slot = 0; slot < this.#slots.length; slot++) {
      if (this.#traits.isTaken(slot) && !hiddenSlots.has(slot)) found[count++] = slot
    }
    return found.subarray(0, count)
  }

  #chosen(filters: Filters, ages: Ages): Chosen[] {
    return FACETS.filter((facet) => filters[facet].length > 0).map((facet) => {
      const column = this.#facets[facet]
      const isMeant = (day: string) => filters.age.includes(ageOf(day, ages))
      return { facet, column, flags: facet === 'age' ? column.chosenWhere(isMeant) : column.chosen(filters[facet]) }
    })
  }

  #addTerms(slot: number, { terms }: Pick<DocumentTerms, 'terms'>): Int32Array {
    const numbers = new Int32Array(terms.size)
    let at = 0
    for (const [term, counts] of terms) {
      let number = this.#numberOf.get(term)
      if (number === undefined) {
        number = this.#postings.push(new Postings()) - 1
        this.#terms.push(term)
        this.#numberOf.set(term, number)
      }
      this.#postings[number]!.add(slot, counts)
      numbers[at++] = number
    }
    return numbers
  }

  #addLengths(slot: number, lengths: readonly number[]): void {
    this.#units = null
    if ((slot + 1) * PARTS > this.#lengths.length) {
      const larger = new Float32Array(this.#lengths.length * 2)
      larger.set(this.#lengths)
      this.#lengths = larger
    }
    for (let part = 0; part < PARTS; part++) {
      const length = lengths[part] ?? 0
      this.#lengths[slot * PARTS + part] = length
      this.#lengthSums[part]! += length
    }
  }
}
