/** The values of one facet by slot, as numbers: counted without touching a string. */
export class FacetColumn {
  readonly values: string[] = []
  readonly #numbers = new Map<string, number>()
  #first = new Int32Array(64).fill(-1)
  /** Practices with several values; `#first` then holds the first of them. */
  readonly #more = new Map<number, Int32Array>()

  set(slot: number, values: readonly string[]): void {
    if (slot >= this.#first.length) {
      const larger = new Int32Array(Math.max(this.#first.length * 2, slot + 1)).fill(-1)
      larger.set(this.#first)
      this.#first = larger
    }
    const numbers = values.map((value) => this.#numberOf(value))
    this.#first[slot] = numbers[0] ?? -1
    if (numbers.length > 1) this.#more.set(slot, Int32Array.from(numbers.slice(1)))
    else this.#more.delete(slot)
  }

  /** One flag for each value: is it chosen? Values that occur nowhere choose nothing. */
  chosen(values: readonly string[]): Uint8Array {
    const flags = new Uint8Array(this.values.length)
    for (const value of values) {
      const number = this.#numbers.get(value)
      if (number !== undefined) flags[number] = 1
    }
    return flags
  }

  isChosen(slot: number, flags: Uint8Array): boolean {
    const first = this.#first[slot]!
    if (first === -1) return false
    if (flags[first] === 1) return true
    return this.#more.get(slot)?.some((number) => flags[number] === 1) ?? false
  }

  count(slot: number, counts: Uint32Array): void {
    const first = this.#first[slot]!
    if (first === -1) return
    counts[first]! += 1
    const more = this.#more.get(slot)
    if (more) for (const number of more) counts[number]! += 1
  }

  #numberOf(value: string): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    this.#numbers.set(value, this.values.length)
    return this.values.push(value) - 1
  }
}
