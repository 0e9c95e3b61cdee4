import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import QuickLRU from 'quick-lru'

/** A finished answer, compressed as it travels. */
export type KeptPage = {
  /** Of the public content that it was made from. */
  version: number
  /** Moment after which its words about time are wrong. */
  until: number
  etag: string
  /** Names and values in turn, as `writeHead` takes them. */
  head: string[]
  /** The same for a client that has the page. */
  shortHead: string[]
  body: Buffer
}

const MOST_PAGES = 50_000

/** Kept pages up to a number of bytes; those that nobody asked for longest go first. */
export class KeptPages {
  #bytes = 0
  readonly #pages = new QuickLRU<string, KeptPage>({
    maxSize: MOST_PAGES,
    onEviction: (key, page) => {
      this.#bytes -= sizeOf(key, page)
    },
  })

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): KeptPage | undefined {
    return this.#pages.get(key)
  }

  set(key: string, page: KeptPage): void {
    const size = sizeOf(key, page)
    if (size > this.maxBytes / 4) return
    const former = this.#pages.peek(key)
    if (former) {
      this.#bytes -= sizeOf(key, former)
      this.#pages.delete(key)
    }
    // Room is made a quarter at a time: one by one, each would cost a walk through all.
    while (this.#pages.size > 1 && this.#bytes + size > this.maxBytes)
      this.#pages.evict(Math.ceil(this.#pages.size / 4))
    this.#bytes += size
    this.#pages.set(key, page)
  }

  clear(): void {
    this.#pages.clear()
    this.#bytes = 0
  }
}

/** Bytes of memory, roughly: the body, the text beside it, and what holds them together. */
const sizeOf = (key: string, { body, head }: KeptPage) => body.length + 2 * (key.length + head.join('').length) + 300

/** An answer that was held back to be looked at. */
export type Answer = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  /** Something stood in for what should have answered. */
  isDegraded: boolean
}

/** Of one answer, not of the page. */
const OF_ONE_ANSWER = new Set(['x-request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding'])
const OF_UNCHANGED = new Set(['etag', 'cache-control', 'vary'])

export const etagOf = (body: Buffer) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/**
 * Holds back what the program answers until it is whole, hands it to `look`, and sends it with the headers that come
 * back. Sits below everything else that takes part in the answer: it sees what would have left on the wire.
 */
export function holdBack(response: ServerResponse, look: (answer: Answer) => OutgoingHttpHeaders): void {
  const chunks: Buffer[] = []
  const { writeHead, write, end } = response
  let isEnded = false

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status
    for (const part of rest) {
      if (typeof part === 'string') response.statusMessage = part
      else for (const [name, value] of Object.entries(part ?? {})) response.setHeader(name, value as string)
    }
    return response
  }) as typeof writeHead

  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    chunks.push(...bytesOf(chunk, rest[0]))
    const done = rest.find(isFunction)
    if (done) process.nextTick(done)
    return true
  }) as typeof write

  response.end = ((...args: unknown[]) => {
    if (isEnded) return response
    isEnded = true
    chunks.push(...bytesOf(args[0], args[1]))
    // Whoever waits for the moment before the headers leave (cookies, compression) has it now.
    response.writeHead(response.statusCode)
    Object.assign(response, { writeHead, write, end })
    const body = Buffer.concat(chunks)
    const headers = look({
      status: response.statusCode,
      headers: { ...response.getHeaders() },
      body,
      isDegraded: (response as { locals?: { isDegraded?: boolean } }).locals?.isDegraded === true,
    })
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
    response.removeHeader('Transfer-Encoding')
    if (hasBody(response.statusCode)) response.setHeader('Content-Length', body.length)
    return response.end(body, args.find(isFunction))
  }) as typeof end
}

const isFunction = (value: unknown): value is () => void => typeof value === 'function'
const hasBody = (status: number) => status >= 200 && status !== 204 && status !== 304

function bytesOf(chunk: unknown, encoding: unknown): Buffer[] {
  if (typeof chunk === 'string')
    return [Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8')]
  // Compression reuses its memory.
  return chunk instanceof Uint8Array ? [Buffer.from(chunk)] : []
}

/** The headers of an answer as they are kept with it. */
export function headOf(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || OF_ONE_ANSWER.has(name)
      ? []
      : (Array.isArray(value) ? value : [value]).flatMap((one) => [name, String(one)]),
  )
}

/** What of the headers a client is told that has the page. */
export const shortHeadOf = (head: readonly string[]) =>
  head.flatMap((name, at) => (at % 2 === 0 && OF_UNCHANGED.has(name) ? head.slice(at, at + 2) : []))

/** Answers with a kept page, or with 304 when the client has it. Returns the id of the answer. */
export function sendKept(request: IncomingMessage, response: ServerResponse, page: KeptPage, mark: string[]): string {
  const requestId = randomUUID()
  const own = [...mark, 'x-request-id', requestId]
  if (isKnown(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, [...page.shortHead, ...own]).end()
    return requestId
  }
  response.writeHead(200, [...page.head, ...own])
  response.end(request.method === 'HEAD' ? undefined : page.body)
  return requestId
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag) return true
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
