import { createHash } from 'node:crypto'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import QuickLRU from 'quick-lru'
import type { PressAnswer, PressJob } from './press-job.ts'

/** Jobs that may wait; whoever comes later is asked to come again. */
const MOST_WAITING = 24
/** No sheet takes so long; one that does is given up together with its thread. */
const LONGEST_MS = 20_000
/** A thread that nobody needed for so long gives its memory back. */
const IDLE_MS = 60_000
/** Some 60 KB each. */
const MOST_KEPT = 300
const MEMORY_MB = 256
/** Grows when the same job shall look different. */
const EDITION = 2

/** There is too much to do just now, or it took too long. */
export class PressBusy extends Error {}

type Waiting = { job: PressJob; done: (bytes: Uint8Array) => void; failed: (error: Error) => void }

type PressOptions = { mostWaiting?: number; longestMs?: number; file?: string }

/**
 * Makes sheets and pictures in one thread, one after the other, and keeps them: the same job is made once. A job that
 * takes too long ends with its thread, and the next one has a new thread.
 */
export class Press {
  readonly #kept = new QuickLRU<string, Uint8Array>({ maxSize: MOST_KEPT })
  readonly #flights = new Map<string, Promise<Uint8Array>>()
  readonly #waiting: Waiting[] = []
  readonly #options: Required<PressOptions>
  #running: Waiting | undefined
  #worker: Worker | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(options: PressOptions = {}) {
    const file = path.resolve('app/print/press-worker.mjs')
    this.#options = { mostWaiting: MOST_WAITING, longestMs: LONGEST_MS, file, ...options }
  }

  /** The bytes of a job. Throws `PressBusy` when too many wait, or when this one took too long. */
  async print(job: PressJob): Promise<Uint8Array> {
    const key = createHash('sha256')
      .update(`${EDITION}\n${JSON.stringify(job)}`)
      .digest('base64url')
    const kept = this.#kept.get(key) ?? this.#flights.get(key)
    if (kept) return kept
    if (this.#waiting.length >= this.#options.mostWaiting) throw new PressBusy('too many sheets wait')
    const flight = new Promise<Uint8Array>((done, failed) => this.#waiting.push({ job, done, failed }))
    this.#flights.set(key, flight)
    this.#next()
    try {
      const bytes = await flight
      this.#kept.set(key, bytes)
      return bytes
    } finally {
      this.#flights.delete(key)
    }
  }

  /** Ends the thread; what waits fails. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    for (const { failed } of [...this.#waiting.splice(0), ...(this.#running ? [this.#running] : [])])
      failed(new PressBusy('the press is closed'))
    this.#running = undefined
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  #next(): void {
    if (this.#running) return
    clearTimeout(this.#timer)
    this.#running = this.#waiting.shift()
    if (!this.#running) {
      this.#worker?.unref()
      this.#timer = setTimeout(() => this.#drop(), IDLE_MS).unref()
      return
    }
    const worker = this.#open()
    worker.ref()
    this.#timer = setTimeout(() => this.#lose(new PressBusy('the sheet took too long')), this.#options.longestMs)
    worker.postMessage(this.#running.job)
  }

  #open(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(this.#options.file, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // What the process was told about its own loading is not for the thread.
      execArgv: [],
    })
    worker.on('message', (answer: PressAnswer) => {
      const running = this.#running
      this.#running = undefined
      if ('bytes' in answer) running?.done(answer.bytes)
      else running?.failed(new Error(answer.problem))
      this.#next()
    })
    worker.once('error', (error) => this.#worker === worker && this.#lose(error))
    worker.once('exit', (code) => this.#worker === worker && this.#lose(new Error(`the press stopped with ${code}`)))
    this.#worker = worker
    return worker
  }

  /** Gives up the running job and its thread, and goes on with the next. */
  #lose(error: Error): void {
    const running = this.#running
    this.#running = undefined
    this.#drop()
    running?.failed(error)
    this.#next()
  }

  #drop(): void {
    const worker = this.#worker
    this.#worker = undefined
    void worker?.terminate()
  }
}

/** The press of this process. */
export const press = new Press()
