import { setMaxListeners } from 'node:events'
import { Agent, request } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { Meilisearch } from 'meilisearch'

export type MeilisearchOptions = { url: string; key?: string }

/** Meilisearch answered, and refused. */
export class MeilisearchRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(`Meilisearch ${status} ${code}: ${message}`)
    this.name = 'MeilisearchRefusal'
  }
}

const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new TlsAgent({ keepAlive: true }) }

/**
 * A client whose requests end after `timeout` milliseconds. It sends through node:http, headers and body in one
 * write: the `fetch` of Node 20 sends them in two, and the second waits some 40 ms for the delayed ACK of the first.
 */
export function meilisearchClient({ url, key }: MeilisearchOptions, timeout: number): Meilisearch {
  return new Meilisearch({ host: url, apiKey: key || undefined, timeout, httpClient: send })
}

async function send(input: string | URL | Request, init: RequestInit = {}): Promise<unknown> {
  const url = input instanceof URL ? input : new URL(input instanceof Request ? input.url : input)
  const body = typeof init.body === 'string' ? Buffer.from(init.body) : undefined
  const headers = new Headers(init.headers)
  if (body) headers.set('content-length', String(body.length))
  const ask = () => exchange(url, init, Object.fromEntries(headers), body)
  const { status, text } = await ask().catch((error: unknown) => {
    // The connection was kept, and the other side had closed it: that says nothing about Meilisearch.
    if (error instanceof StaleConnection && isRead(url, init)) return ask()
    throw error
  })
  const answer = parse(text)
  if (status < 400 && text && answer === undefined) throw new Error('this is not an answer of Meilisearch')
  if (status < 400) return answer
  const { code = 'unknown', message = text.slice(0, 200) } = (answer ?? {}) as { code?: string; message?: string }
  throw new MeilisearchRefusal(status, code, message)
}

class StaleConnection extends Error {}

/** Asking twice changes nothing. */
const isRead = ({ pathname }: URL, { method = 'GET' }: RequestInit) =>
  method === 'GET' || pathname.endsWith('/multi-search')

function exchange(url: URL, init: RequestInit, headers: Record<string, string>, body: Buffer | undefined) {
  const isTls = url.protocol === 'https:'
  // Whoever waits for a task asks many times with one signal.
  if (init.signal) setMaxListeners(0, init.signal)
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const options = {
      method: init.method ?? 'GET',
      headers,
      agent: isTls ? agents['https:'] : agents['http:'],
      signal: init.signal ?? undefined,
    }
    const outgoing = (isTls ? tlsRequest : request)(url, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = outgoing.reusedSocket && error.code === 'ECONNRESET'
      reject(isStale ? new StaleConnection(error.message, { cause: error }) : error)
    })
    outgoing.end(body)
  })
}

function parse(text: string): unknown {
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The refusal inside an error of the client, which wraps whatever the transport throws. */
export function refusalOf(error: unknown): MeilisearchRefusal | undefined {
  if (error instanceof MeilisearchRefusal) return error
  return error instanceof Error && error.cause instanceof MeilisearchRefusal ? error.cause : undefined
}

/** What Meilisearch says of documents it cannot take. */
const OF_DOCUMENTS = /document|payload|field/

/**
 * True when a refusal is about what was sent: the same documents will be refused again. Anything else (busy, a wrong
 * key, no such index, a full disk) says something about Meilisearch, and the documents have to wait.
 */
export function blamesDocuments({ status, code }: MeilisearchRefusal): boolean {
  if (status === 200) return OF_DOCUMENTS.test(code) || code === 'internal'
  return (status === 400 || status === 413) && OF_DOCUMENTS.test(code)
}
