/**
 * @typedef {{ fraction?: number, note?: string }} Progress
 * @typedef {(progress: Progress) => void} Report
 */

const BAR_WIDTH = 24

/** Prints one line per stage with its time; on a terminal, a bar while it lasts. */
export class Stages {
  #number = 0

  /**
   * @param {number} total
   * @param {NodeJS.WriteStream} [out]
   */
  constructor(total, out = process.stdout) {
    this.total = total
    this.out = out
    this.started = Date.now()
  }

  /** Seconds since the first stage. */
  elapsed() {
    return (Date.now() - this.started) / 1000
  }

  /**
   * Runs one stage. What `work` returns as `note` stands on its line.
   * @template {{ note?: string } | undefined | void} T
   * @param {string} title
   * @param {(report: Report) => Promise<T> | T} work
   * @returns {Promise<T>}
   */
  async run(title, work) {
    this.#number += 1
    const head = `[${String(this.#number).padStart(2)}/${this.total}] ${title} …`
    const started = Date.now()
    /** @type {Progress} */
    let progress = {}
    const draw = () => {
      const part = progress.fraction === undefined ? '' : ` ${bar(progress.fraction)}`
      this.#rewrite(`${head}${part} ${progress.note ? `${progress.note}, ` : ''}${seconds(started)}`)
    }
    const timer = this.out.isTTY ? setInterval(draw, 200) : undefined
    if (timer) draw()
    try {
      const result = await work((next) => {
        progress = { ...progress, ...next }
      })
      clearInterval(timer)
      this.#rewrite(`${head} ${result?.note ? `${result.note}, ` : ''}${seconds(started)}`)
      this.out.write('\n')
      return result
    } catch (error) {
      clearInterval(timer)
      this.#rewrite(`${head} failed after ${seconds(started)}`)
      this.out.write('\n')
      throw error
    }
  }

  /** @param {string} line */
  #rewrite(line) {
    const fitting = this.out.isTTY ? line.slice(0, (this.out.columns || 80) - 1) : line
    this.out.write(this.out.isTTY ? `\r\x1b[2K${fitting}` : line)
  }
}

/** @param {number} fraction */
function bar(fraction) {
  const done = Math.round(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH)
  return `${'█'.repeat(done)}${'░'.repeat(BAR_WIDTH - done)} ${String(Math.round(fraction * 100)).padStart(3)} %`
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
