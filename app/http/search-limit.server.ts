import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyAttempts } from '../domain/shared/errors.ts'
import { paths } from '../paths.ts'

/** Facets in one address above which it counts: nobody reads their way through all combinations of four. */
const FREE_FACETS = 3
/** Values in one address above which it counts. */
const FREE_VALUES = 8
/** Many people may share a phone, an office line or a village mast: one such search every two seconds, for ten minutes. */
const POINTS = 300
const SECONDS = 600

const NO_FACETS = new Set(['q', 'sort', 'page', 'limit', 'lang', 'near', 'without'])
const SEARCHES = new Set([paths.practices(), paths.apiPractices()])

/** How often one client may do something, counted in the memory of the process. */
class ClientLimit {
  readonly #limiter: RateLimiterMemory

  constructor({ points, seconds }: { points: number; seconds: number }) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds })
  }

  /** Counts once; throws `TooManyAttempts` when it was too often. */
  async take(clientAddress: string): Promise<void> {
    try {
      await this.#limiter.consume(clientOf(clientAddress))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw new TooManyAttempts(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
    }
  }
}

/**
 * Slows down clients that walk through the combinations of filters. Counted in the memory of the process; a page that is
 * kept costs nothing and is not counted.
 */
export class SearchLimit {
  readonly #limit: ClientLimit

  constructor(limit = { points: POINTS, seconds: SECONDS }) {
    this.#limit = new ClientLimit(limit)
  }

  /** Counts the search of a client without a session; throws `TooManyAttempts` when there were too many. */
  async count(url: string, clientAddress: string): Promise<void> {
    const { pathname, searchParams } = new URL(url)
    if (SEARCHES.has(pathname) && isCombination(searchParams)) await this.#limit.take(clientAddress)
  }
}

export const searchLimit = new SearchLimit()

/** A whole list is read from the database: one every twenty seconds, for ten minutes. */
export const exportLimit = new ClientLimit({ points: 30, seconds: 600 })

function isCombination(params: URLSearchParams): boolean {
  const chosen = [...params].filter(([name, value]) => value !== '' && !NO_FACETS.has(name))
  return new Set(chosen.map(([name]) => name)).size > FREE_FACETS || chosen.length > FREE_VALUES
}

/** An address of the old kind, or the network that one line has of the new kind. */
function clientOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail = ''] = bare.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = bare.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
