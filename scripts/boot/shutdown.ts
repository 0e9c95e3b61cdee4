type Step = () => Promise<void> | void

/** Longer than the ten seconds that open requests get. */
const STEP_MS = 30_000

/** What must be stopped, in the reverse order of its start. */
export class Shutdown {
  #steps: Step[] = []
  #running: Promise<void> | undefined

  add(step: Step) {
    this.#steps.push(step)
  }

  /** Runs every step once; one that fails does not keep the others from running. */
  run(): Promise<void> {
    this.#running ??= this.#runAll()
    return this.#running
  }

  async #runAll() {
    // Also keeps the process alive until the last step is done.
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no end after ${STEP_MS / 1000} s, going on`)), STEP_MS)
      })
      try {
        await Promise.race([step(), late])
      } catch (error) {
        console.error(`While stopping: ${(error as Error).message}`)
      } finally {
        clearTimeout(timer)
      }
    }
  }
}
