const FIRST_SIZE = 64

/** The values of one facet by slot, as numbers side by side: counted without touching a string. */
export class FacetColumn {
  readonly values: string[] = []
  /** How many of all slots have each value, by the number of the value. */
  readonly totals: number[] = []
  readonly #numberOf = new Map<string, number>()
  /** Where the numbers of a slot begin, and how many there are. */
  #start = new Int32Array(FIRST_SIZE)
  #count = new Uint8Array(FIRST_SIZE)
  #numbers = new Int32Array(FIRST_SIZE)
  #used = 0

  set(slot: number, values: readonly string[]): void {
    this.#makeRoom(slot, values.length)
    this.#start[slot] = this.#used
    this.#count[slot] = values.length
    for (const value of values) {
      const number = this.#number(value)
      this.#numbers[this.#used++] = number
      this.totals[number]! += 1
    }
  }

  /** Forgets the values of a slot. */
  clear(slot: number): void {
    const start = this.#start[slot]!
    for (let at = start; at < start + this.#count[slot]!; at++) this.totals[this.#numbers[at]!]! -= 1
    this.#count[slot] = 0
  }

  /** One flag for each value: is it chosen? Values that occur nowhere choose nothing. */
  chosen(values: readonly string[]): Uint8Array {
    const flags = new Uint8Array(this.values.length)
    for (const value of values) {
      const number = this.#numberOf.get(value)
      if (number !== undefined) flags[number] = 1
    }
    return flags
  }

  /** The same by a rule on the values. */
  chosenWhere(isMeant: (value: string) => boolean): Uint8Array {
    return Uint8Array.from(this.values, (value) => (isMeant(value) ? 1 : 0))
  }

  isChosen(slot: number, flags: Uint8Array): boolean {
    const start = this.#start[slot]!
    for (let at = start; at < start + this.#count[slot]!; at++) if (flags[this.#numbers[at]!] === 1) return true
    return false
  }

  /** How many of some slots have each value, by the number of the value. */
  count(slots: ArrayLike<number>, counts: Uint32Array | number[] = new Uint32Array(this.values.length)) {
    const [start, count, numbers] = [this.#start, this.#count, this.#numbers]
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at]!
      const first = start[slot]!
      for (let value = first; value < first + count[slot]!; value++) counts[numbers[value]!]! += 1
    }
    return counts
  }

  #number(value: string): number {
    const known = this.#numberOf.get(value)
    if (known !== undefined) return known
    this.#numberOf.set(value, this.values.length)
    this.totals.push(0)
    return this.values.push(value) - 1
  }

  #makeRoom(slot: number, count: number): void {
    if (slot >= this.#start.length) {
      const size = Math.max(this.#start.length * 2, slot + 1)
      const start = new Int32Array(size)
      start.set(this.#start)
      const counts = new Uint8Array(size)
      counts.set(this.#count)
      this.#start = start
      this.#count = counts
    }
    if (this.#used + count > this.#numbers.length) {
      const numbers = new Int32Array(Math.max(this.#numbers.length * 2, this.#used + count))
      numbers.set(this.#numbers)
      this.#numbers = numbers
    }
  }
}
