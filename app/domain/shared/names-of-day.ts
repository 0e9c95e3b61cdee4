import { hash, randomBytes } from 'node:crypto'
import { momentIn, today } from './dates.ts'

const DAY_MS = 86_400_000

/** Who asks, as far as it is needed to count nobody twice. Never stored. */
export type Asker = { address: string; userAgent: string }

/**
 * Names for those who ask, so that nobody counts twice on a day: a hash of address and browser with a salt of the day,
 * in the memory of this process. With the day its salt goes, and with it every way back to the address.
 */
export class NamesOfDay {
  day = ''
  /** Asking the calendar every time would cost more than the rest. */
  #begins = 0
  #salt = ''
  /** The same asker, known by its connection, is not named anew. */
  #names = new WeakMap<Asker, string>()

  /** Turns to the day of Jakarta that this moment is in; `true` when that is another one than before. */
  turn(now: Date): boolean {
    const since = now.getTime() - this.#begins
    if (since >= 0 && since < DAY_MS) return false
    this.day = today(now)
    this.#begins = momentIn('WIB', this.day, '00:00').getTime()
    this.#salt = randomBytes(32).toString('base64')
    this.#names = new WeakMap()
    return true
  }

  /** The name of an asker on the day that was turned to. */
  nameOf(asker: Asker): string {
    const known = this.#names.get(asker)
    if (known) return known
    const name = hash('sha256', `${this.#salt}${asker.address}\n${asker.userAgent}`, 'base64')
    this.#names.set(asker, name)
    return name
  }
}
