/**
 * Remembers that an engine fails, so that nobody waits for it again and again. After `failures` in a row it opens;
 * while it is open a probe may be tried every `pauseMs`, and the first that succeeds closes it.
 */
export class CircuitBreaker {
  #failed = 0
  #nextProbe = 0

  constructor(
    private readonly options: { failures: number; pauseMs: number },
    private readonly now: () => number = Date.now,
  ) {}

  get isOpen(): boolean {
    return this.#failed >= this.options.failures
  }

  /** True once for each pause: the caller then probes. */
  takeProbe(): boolean {
    if (!this.isOpen || this.now() < this.#nextProbe) return false
    this.#nextProbe = this.now() + this.options.pauseMs
    return true
  }

  succeeded(): void {
    this.#failed = 0
  }

  failed(): void {
    this.#failed += 1
    if (this.isOpen) this.#nextProbe = this.now() + this.options.pauseMs
  }
}
