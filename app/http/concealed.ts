import { data } from '@remix-run/node'

/**
 * What a loader answers, closed up until the page is drawn. Remix writes the data of every page down for a client
 * script, and no page of this site runs one: there is nothing to write of a closed thing.
 */
class Concealed {
  readonly #content: object

  constructor(content: object) {
    this.#content = content
  }

  open(): object {
    return this.#content
  }
}

/** Closes up plain data, also where headers go with it; answers of their own (files, redirects) stay as they are. */
export function conceal(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  if (isWithHeaders(answer)) return data(conceal(answer.data), answer.init ?? undefined)
  return Object.getPrototypeOf(answer) === Object.prototype ? new Concealed(answer) : answer
}

type WithHeaders = ReturnType<typeof data<unknown>>

/** What `data()` makes. */
const isWithHeaders = (answer: object): answer is WithHeaders =>
  'type' in answer && answer.type === 'DataWithResponseInit' && 'data' in answer && 'init' in answer

/** Opens what the loaders of a page answered, in place. */
export function reveal(loaderData: Record<string, unknown>): void {
  for (const [id, answer] of Object.entries(loaderData)) if (answer instanceof Concealed) loaderData[id] = answer.open()
}
