import type { Database } from '#db/client.server.ts'
import { listRegions } from '#db/queries/network.server.ts'
import {
  type DocumentState,
  findDocumentState,
  type Generation,
  readDocumentsSince,
} from '#db/queries/search.server.ts'
import { gazetteerOf } from '../language/places.ts'
import type { SearchLog } from '../log.ts'
import { entryOf } from './entry.ts'
import { PracticeMemory } from './practice-memory.ts'

/** A memory of which so much is holes is read anew. */
const MAX_WASTE = 0.5
const MIN_SIZE = 2_000

/** The memory as it stands, and what must not be shown of it. */
export type Fresh = { memory: PracticeMemory; hidden: ReadonlySet<string> }

/**
 * The memory of one process, level with the database whenever it is asked for: the generation of the documents is
 * compared before every search, and what is newer is read first. A restored database shows by a generation that is
 * smaller, a truncated table by its epoch; both are read anew.
 */
export class MemoryFollower {
  #memory: PracticeMemory | null = null
  #at: Generation = { epoch: '', generation: -1 }
  #running: Promise<Fresh> | null = null
  #next: Promise<Fresh> | null = null

  constructor(
    private readonly db: Database,
    private readonly log?: SearchLog,
  ) {}

  /** As it was last seen; null before the first look. */
  get latest(): PracticeMemory | null {
    return this.#memory
  }

  /** Everything that was committed before the call is in the answer. One look at the database serves all who wait. */
  fresh(): Promise<Fresh> {
    if (!this.#running) return this.#start()
    // The look that is under way may have been taken before this caller's change.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    )
    return this.#next
  }

  #start(): Promise<Fresh> {
    this.#next = null
    this.#running = this.#follow().finally(() => {
      if (!this.#next) this.#running = null
    })
    return this.#running
  }

  async #follow(): Promise<Fresh> {
    const state = await findDocumentState(this.db)
    const memory = this.#isLevel(state) ? this.#memory! : await this.#read(state)
    return { memory, hidden: new Set(state.hidden) }
  }

  #isLevel({ epoch, generation }: DocumentState): boolean {
    return this.#memory !== null && this.#at.epoch === epoch && this.#at.generation === generation
  }

  async #read(state: DocumentState): Promise<PracticeMemory> {
    const continues =
      this.#memory !== null &&
      this.#at.epoch === state.epoch &&
      this.#at.generation < state.generation &&
      !this.#isHollow()
    const started = performance.now()
    const memory = continues ? this.#memory! : new PracticeMemory(gazetteerOf(await listRegions(this.db)))
    const { epoch, generation, removed } = await readDocumentsSince(
      this.db,
      continues ? this.#at.generation : -1,
      (rows) => {
        for (const row of rows) memory.put(entryOf(row))
      },
    )
    for (const id of removed) memory.remove(id)
    // The epoch may have changed since the state was read: then everything is read anew next time.
    this.#memory = memory
    this.#at = { epoch: continues && epoch !== state.epoch ? '' : epoch, generation }
    if (!continues) {
      this.log?.info(
        { practices: memory.total, ms: Math.round(performance.now() - started) },
        'search: read into memory',
      )
    }
    return memory
  }

  #isHollow(): boolean {
    return this.#memory !== null && this.#memory.total > MIN_SIZE && this.#memory.waste > MAX_WASTE
  }
}
