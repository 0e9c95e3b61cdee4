type Step = () => Promise<void> | void

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
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step()
      } catch (error) {
        console.error(`While stopping: ${(error as Error).message}`)
      }
    }
  }
}
