import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'

const CONNECTIONS = 32

const hasWrk = spawnSync('wrk', ['--version']).error === undefined
export const LOAD_NOTE = hasWrk
  ? `Load by wrk, one thread, ${CONNECTIONS} connections.`
  : 'NO wrk on this machine (Debian: apt-get install wrk): a Node client made the load, which tops out before the servers do.'

/** Requests per second that an address answers for some seconds, with status 200 or 304 throughout. */
async function load(url: string, seconds: number, headers: Record<string, string> = {}): Promise<number> {
  return hasWrk ? loadByWrk(url, seconds, headers) : loadByNode(url, seconds, headers)
}

type Side = { url: string; headers?: Record<string, string> }

/** Requests per second of two servers that take turns, so that a busy machine weighs on both alike. */
export async function loadInTurns(first: Side, second: Side, { rounds, seconds }: { rounds: number; seconds: number }) {
  await Promise.all([first, second].map(({ url, headers }) => load(url, 1, headers)))
  const taken: { first: number; second: number }[] = []
  for (let round = 0; round < rounds; round++) {
    taken.push({
      first: await load(first.url, seconds, first.headers),
      second: await load(second.url, seconds, second.headers),
    })
  }
  return {
    first: taken.map((one) => one.first),
    second: taken.map((one) => one.second),
    times: taken.map((one) => one.second / one.first),
  }
}

async function loadByWrk(url: string, seconds: number, headers: Record<string, string>): Promise<number> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const child = spawn('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '20s', ...given, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await once(child, 'close')
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1]
  if (bad) throw new Error(`${url}: ${bad} answers were errors`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1] ?? Number.NaN)
}

async function loadByNode(url: string, seconds: number, headers: Record<string, string>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const until = performance.now() + seconds * 1000
  let answers = 0
  const client = async () => {
    while (performance.now() < until) {
      const { status } = await ask(url, { headers, agent })
      if (status !== 200 && status !== 304) throw new Error(`${url}: status ${status}`)
      answers++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  agent.destroy()
  return answers / seconds
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number }

/** One request, read to its end, with the milliseconds it took. */
export function ask(
  url: string,
  { headers = {}, agent }: { headers?: Record<string, string>; agent?: Agent } = {},
): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          ms: performance.now() - started,
        }),
      )
      response.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

/** A connection that stays open between requests, as browsers and programs keep it. */
export const keptConnection = () => new Agent({ keepAlive: true, maxSockets: 1 })
