import { PROOF } from './weights.ts'

/** What decides between equals, of one practice. */
export type Trait = {
  province: string | null
  district: string | null
  adoptions: number
  evidence: number
  isAlive: boolean
  /** 20241231 */
  confirmedOn: number | null
}

const MANY_ADOPTIONS = 20
/** Between two days written as 20240131. */
const A_YEAR = 10_000
const FIRST_SIZE = 64

/** `35` and `35.10` as numbers; 0 is no place. */
export const placeNumber = (code: string | null) => (code === null ? 0 : Number(code.replace('.', '')))

/** Traits of all practices by slot, as numbers side by side: a ranking looks at tens of thousands of them. */
export class Traits {
  #proof = new Float32Array(FIRST_SIZE)
  #aliveOn = new Int32Array(FIRST_SIZE)
  #province = new Int32Array(FIRST_SIZE)
  #district = new Int32Array(FIRST_SIZE)
  #isTaken = new Uint8Array(FIRST_SIZE)

  set(slot: number, { province, district, adoptions, evidence, isAlive, confirmedOn }: Trait): void {
    if (slot >= this.#proof.length) this.#grow(slot)
    const adopted = Math.min(1, Math.log1p(adoptions) / Math.log1p(MANY_ADOPTIONS))
    this.#proof[slot] = 1 + PROOF.adoptions * adopted + (PROOF.evidence * (evidence - 1)) / 4
    this.#aliveOn[slot] = isAlive ? (confirmedOn ?? 0) : 0
    this.#province[slot] = placeNumber(province)
    this.#district[slot] = placeNumber(district)
    this.#isTaken[slot] = 1
  }

  clear(slot: number): void {
    this.#isTaken[slot] = 0
  }

  /** A practice stands here, and it was not taken away. */
  isTaken(slot: number): boolean {
    return this.#isTaken[slot] === 1
  }

  isIn(slot: number, places: ReadonlySet<number>): boolean {
    return places.has(this.#province[slot]!) || places.has(this.#district[slot]!)
  }

  /** Proof near people like the reader: a factor a little above 1. `near` is the number of a place, 0 for none. */
  proofOf(slot: number, today: number, near: number): number {
    let proof = this.#proof[slot]!
    if (today - this.#aliveOn[slot]! <= A_YEAR) proof += PROOF.alive
    if (near === 0) return proof
    if (this.#district[slot] === near) return proof + PROOF.nearDistrict
    const province = near > 99 ? Math.floor(near / 100) : near
    return this.#province[slot] === province ? proof + PROOF.nearProvince : proof
  }

  #grow(slot: number): void {
    const size = Math.max(this.#proof.length * 2, slot + 1)
    const grown = <Column extends Float32Array | Int32Array | Uint8Array>(old: Column, column: Column): Column => {
      column.set(old)
      return column
    }
    this.#proof = grown(this.#proof, new Float32Array(size))
    this.#aliveOn = grown(this.#aliveOn, new Int32Array(size))
    this.#province = grown(this.#province, new Int32Array(size))
    this.#district = grown(this.#district, new Int32Array(size))
    this.#isTaken = grown(this.#isTaken, new Uint8Array(size))
  }
}
