/** A failure with one clear line for the person at the terminal, and one line on what to do. */
export class StartError extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} [hint] what to do
   */
  constructor(message, hint) {
    super(message)
    this.name = 'StartError'
    /** @type {string | undefined} */
    this.hint = hint
  }
}

/**
 * The two lines that a person needs; the stack only for a failure nobody foresaw.
 * @param {unknown} error
 */
export function explain(error) {
  const failure = /** @type {NodeJS.ErrnoException & { hint?: string }} */ (error)
  if (isDiskFull(failure))
    return 'Stopped: the disk is full.\n  What to do: free some space (npm run doctor shows how much is left).'
  if (failure instanceof StartError) {
    return `Stopped: ${failure.message}${failure.hint ? `\n  What to do: ${failure.hint}` : ''}`
  }
  return `Stopped by an unexpected failure.\n${failure?.stack ?? failure}`
}

/** @param {{ code?: string, cause?: unknown, message?: string } | undefined} error */
function isDiskFull(error) {
  if (!error) return false
  // 53100 is what PostgreSQL calls it.
  if (error.code === 'ENOSPC' || error.code === '53100') return true
  return isDiskFull(/** @type {{ code?: string } | undefined} */ (error.cause))
}
