import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What can happen to a request between two programs. */
export type Fault =
  | 'none'
  /** The connection ends before the request has gone through … */
  | 'cut-before'
  /** … or after: it has taken effect, and whoever sent it does not know. */
  | 'cut-after'
  /** The sender is cut off, and the request goes through much later. */
  | 'late'
  /** The connection is reset while the answer is on its way. */
  | 'reset'
  /** Half of the answer. */
  | 'truncated'
  /** An answer of somebody else. */
  | 'nonsense'
  /** 503 with Retry-After. */
  | 'unavailable'
  /** 401: whatever is asked, the answer is no. */
  | 'refused'
  /** No answer at all. */
  | 'hangs'
  /** The answer comes so many milliseconds later. */
  | { slow: number }

export type FaultProxy = {
  url: string
  /** Requests that have come in. */
  readonly asked: number
  /** Faults that have been made, by name. */
  readonly made: Record<string, number>
  /** What happens from now on, to each request. */
  set(choose: (request: { method: string; path: string }) => Fault): void
  /** Waits for the requests that come late. */
  settled(): Promise<void>
  close(): Promise<void>
}

const LATE_MS = 40

/** Stands in front of an HTTP server and misbehaves as it is told. `target` names the server of the moment. */
export async function startFaultProxy(target: () => string): Promise<FaultProxy> {
  let choose: Parameters<FaultProxy['set']>[0] = () => 'none'
  let asked = 0
  const made: Record<string, number> = {}
  const late = new Set<Promise<unknown>>()

  const server = createServer(async (incoming, outgoing) => {
    asked += 1
    const fault = choose({ method: incoming.method ?? 'GET', path: incoming.url ?? '/' })
    const name = typeof fault === 'string' ? fault : 'slow'
    made[name] = (made[name] ?? 0) + 1
    try {
      await misbehave(fault, incoming, outgoing)
    } catch {
      // The server behind is gone: so is the connection.
      outgoing.destroy()
    }
  })

  async function misbehave(fault: Fault, incoming: IncomingMessage, outgoing: ServerResponse) {
    if (fault === 'hangs') return
    const body = await bodyOf(incoming)
    if (fault === 'cut-before') return outgoing.destroy()
    if (fault === 'nonsense') return outgoing.end('<html><h1>It works!</h1></html>')
    if (fault === 'unavailable') return refuse(outgoing, 503, 'too_many_search_requests')
    if (fault === 'refused') return refuse(outgoing, 401, 'missing_authorization_header')
    if (fault === 'late') {
      outgoing.destroy()
      const arrival = sleep(LATE_MS).then(() => forward(target(), incoming, body).catch(() => undefined))
      late.add(arrival)
      return arrival.finally(() => late.delete(arrival))
    }
    if (typeof fault === 'object') await sleep(fault.slow)
    const answer = await forward(target(), incoming, body)
    if (fault === 'cut-after') return outgoing.destroy()
    if (fault === 'reset') return incoming.socket.resetAndDestroy()
    outgoing.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length })
    if (fault !== 'truncated') return outgoing.end(answer.body)
    outgoing.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => outgoing.destroy())
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked
    },
    made,
    set(next) {
      choose = next
    },
    async settled() {
      while (late.size > 0) await Promise.all(late)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function refuse(outgoing: ServerResponse, status: number, code: string) {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...(status === 503 && { 'retry-after': '10' }) })
  outgoing.end(JSON.stringify({ message: code, code, type: 'system', link: '' }))
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function forward(target: string, incoming: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; type: string; body: Buffer }>((resolve, reject) => {
    const { host: _host, connection: _connection, ...headers } = incoming.headers
    const outgoing = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers, agent: false },
      (answer) =>
        bodyOf(answer).then(
          (whole) =>
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers['content-type'] ?? 'application/json',
              body: whole,
            }),
          reject,
        ),
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
