/** A failure with one clear line for the person at the terminal, and one line on what to do. */
export class StartError extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.name = 'StartError'
    this.hint = hint
  }
}
