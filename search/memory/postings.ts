/** A growing list of practices that hold a term, with their packed counts: two typed arrays instead of objects. */
export class Postings {
  /** Longer than the list; `length` says where it ends. A slot may be one that was given up. */
  slots = new Int32Array(4)
  counts = new Uint32Array(4)
  length = 0
  /** Entries of practices that are still there. */
  living = 0

  add(slot: number, counts: number): void {
    if (this.length === this.slots.length) {
      const size = this.length * 2
      const slots = new Int32Array(size)
      slots.set(this.slots)
      const packed = new Uint32Array(size)
      packed.set(this.counts)
      this.slots = slots
      this.counts = packed
    }
    this.slots[this.length] = slot
    this.counts[this.length] = counts
    this.length += 1
    this.living += 1
  }
}
