/**
 * A number that the database holds, believed for a moment after the question for it left. Whatever is changed here in
 * between ends the belief: who made a change sees it with the next request.
 */
export class ConfirmedVersion {
  #version = Number.NaN
  #askedAt = Number.NEGATIVE_INFINITY
  #doubtedAt = Number.NEGATIVE_INFINITY

  constructor(readonly options: { read: () => Promise<number>; believedMs: number; clock: () => number }) {}

  /** The number as it was at most `believedMs` ago; `undefined` when it has to be asked for. */
  get fresh(): number | undefined {
    return this.options.clock() - this.#askedAt < this.options.believedMs ? this.#version : undefined
  }

  /** The number now. Rejects when the database does not say. */
  async ask(): Promise<number> {
    const askedAt = this.options.clock()
    const version = await this.options.read()
    if (askedAt > this.#doubtedAt && askedAt > this.#askedAt) {
      this.#version = version
      this.#askedAt = askedAt
    }
    return version
  }

  /** Something was changed, or may have been: questions that are under way do not count either. */
  doubt(): void {
    this.#doubtedAt = this.options.clock()
    this.#askedAt = Number.NEGATIVE_INFINITY
  }
}
