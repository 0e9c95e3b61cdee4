/**
 * What a loader answers, closed up until the page is drawn. Remix writes the data of every page down for a client
 * script, and no page of this site runs one: there is nothing to write of a closed thing.
 */
class Concealed {
  readonly #data: object

  constructor(data: object) {
    this.#data = data
  }

  open(): object {
    return this.#data
  }
}

/** Closes up plain data; answers of their own (files, redirects, a status) stay as they are. */
export function conceal(data: unknown): unknown {
  const isPlain = typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype
  return isPlain ? new Concealed(data) : data
}

/** Opens what the loaders of a page answered, in place. */
export function reveal(loaderData: Record<string, unknown>): void {
  for (const [id, data] of Object.entries(loaderData)) if (data instanceof Concealed) loaderData[id] = data.open()
}
