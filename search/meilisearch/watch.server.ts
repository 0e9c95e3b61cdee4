import type { Database } from '#db/client.server.ts'
import { countDocuments } from '#db/queries/search-documents.server.ts'
import { CircuitBreaker } from '../circuit-breaker.ts'
import { type PracticeIndex, practiceQuery, type SearchEngine } from '../engine.ts'
import type { SearchLog } from '../log.ts'

/** After so many failures in a row nobody waits for Meilisearch any more, until it answers again. */
const BREAKER = { failures: 2, pauseMs: 2_000 }
/** How often the number of documents in Meilisearch is compared with that in the database. */
const COUNT_EVERY_MS = 5_000
/** An index that misses more than this share of the documents is not fit to be asked. */
const MAX_MISSING = 0.1

/** Knows whether Meilisearch may be asked; looks after it in the background, so that nobody's search waits for that. */
export class MeilisearchWatch {
  readonly #breaker = new CircuitBreaker(BREAKER)
  #isComplete = true
  #nextCount = 0

  constructor(
    private readonly db: Database,
    private readonly engine: SearchEngine,
    private readonly index: PracticeIndex,
    private readonly log?: SearchLog,
  ) {}

  get isFit(): boolean {
    return !this.#breaker.isOpen && this.#isComplete
  }

  succeeded(): void {
    this.#breaker.succeeded()
  }

  failed(error: unknown): void {
    this.#breaker.failed()
    this.log?.warn({ error: String(error) }, 'search: Meilisearch failed, PostgreSQL answers')
  }

  look(): void {
    if (this.#breaker.takeProbe()) this.#probe()
    if (this.#breaker.isOpen || Date.now() < this.#nextCount) return
    this.#nextCount = Date.now() + COUNT_EVERY_MS
    this.#count()
  }

  #probe(): void {
    this.engine.find({ ...practiceQuery({ limit: 1 }), understanding: null }).then(
      () => {
        this.#breaker.succeeded()
        this.log?.info({}, 'search: Meilisearch answers again')
      },
      () => this.#breaker.failed(),
    )
  }

  #count(): void {
    Promise.all([this.index.count(), countDocuments(this.db)]).then(
      ([there, here]) => {
        const was = this.#isComplete
        this.#isComplete = there >= here * (1 - MAX_MISSING)
        if (was === this.#isComplete) return
        this.log?.warn({ there, here }, this.#isComplete ? 'search: index complete' : 'search: index incomplete')
      },
      () => undefined,
    )
  }
}
