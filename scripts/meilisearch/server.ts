import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, portIsFree } from '../boot/ports.ts'
import { commandOf, isRunning } from '../boot/processes.mjs'
import type { MeilisearchProgram } from './find.mjs'

export type MeilisearchOptions = { home: string; program: MeilisearchProgram; key: string; port: number | undefined }
export type MeilisearchServer = { url: string; port: number; reused: boolean; stop(): Promise<void> }

const READY_SECONDS = 30

/** Starts Meilisearch on the loopback address only, or takes over the one that a killed process left behind. */
export async function startMeilisearch(options: MeilisearchOptions): Promise<MeilisearchServer> {
  const { home, program, key } = options
  const pidFile = path.join(home, 'meilisearch.json')
  mkdirSync(home, { recursive: true, mode: 0o700 })

  const left = leftBehind(pidFile, home)
  if (left && left.version === program.version && (await accepts(urlOf(left.port), key))) {
    return { url: urlOf(left.port), port: left.port, reused: true, stop: () => stop(left.pid, pidFile) }
  }
  if (left) await stop(left.pid, pidFile)

  const port = options.port && (await portIsFree(options.port, '127.0.0.1')) ? options.port : await freePort()
  // The index can be made again at any time: what another version wrote goes, and so does what cannot be opened.
  const data = path.join(home, program.version)
  for (const name of readdirSync(home)) {
    if (/^\d+\.\d+\.\d+$/.test(name) && name !== program.version) rmSync(path.join(home, name), { recursive: true })
  }
  try {
    return await launch(options, data, pidFile, port)
  } catch {
    rmSync(data, { recursive: true, force: true })
    return launch(options, data, pidFile, port)
  }
}

async function launch(
  options: MeilisearchOptions,
  data: string,
  pidFile: string,
  port: number,
): Promise<MeilisearchServer> {
  const { home, program, key } = options
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const url = urlOf(port)
  const logFile = path.join(home, 'meilisearch.log')
  const log = openSync(logFile, 'w', 0o600)
  // By its command line a later start knows that a process serves these data.
  const child = spawn(program.file, [`--db-path=${path.resolve(data, 'data.ms')}`], {
    cwd: data,
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      MEILI_ENV: 'production',
      MEILI_HTTP_ADDR: `127.0.0.1:${port}`,
      MEILI_MASTER_KEY: key,
      MEILI_NO_ANALYTICS: 'true',
      MEILI_LOG_LEVEL: 'WARN',
    },
  })
  child.unref()
  let ended: string | undefined
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', () => {
    ended ??= readFileSync(logFile, 'utf8').trim().split('\n').at(-1) || 'it ended at once'
  })
  if (child.pid)
    writeFileSync(pidFile, JSON.stringify({ pid: child.pid, port, version: program.version }), { mode: 0o600 })
  const deadline = Date.now() + READY_SECONDS * 1000
  while (ended === undefined && Date.now() < deadline) {
    if (await accepts(url, key)) {
      child.removeAllListeners()
      return { url, port, reused: false, stop: () => stop(child.pid ?? 0, pidFile) }
    }
    await sleep(50)
  }
  if (child.pid) await stop(child.pid, pidFile)
  throw new Error(`Meilisearch did not start: ${ended ?? `no answer after ${READY_SECONDS} s`} (log: ${logFile})`)
}

/** True when a Meilisearch answers there and knows the key. */
export async function accepts(url: string, key: string | undefined): Promise<boolean> {
  try {
    const headers = key ? { authorization: `Bearer ${key}` } : undefined
    const response = await fetch(new URL('/version', url), { headers, signal: AbortSignal.timeout(2000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

function urlOf(port: number) {
  return `http://127.0.0.1:${port}`
}

/** Undefined also when the number of one that is gone has meanwhile passed to another program. */
function leftBehind(pidFile: string, home: string): { pid: number; port: number; version: string } | undefined {
  if (!existsSync(pidFile)) return undefined
  try {
    const noted = JSON.parse(readFileSync(pidFile, 'utf8'))
    const command = isRunning(noted.pid) ? commandOf(noted.pid) : undefined
    if (command !== undefined && /meilisearch/.test(command) && servesThere(command, home)) return noted
  } catch {
    // A cut note says nothing: start afresh.
  }
  rmSync(pidFile, { force: true })
  return undefined
}

/** Windows tells the program of a process, but not what it was called with. */
function servesThere(command: string, home: string) {
  return process.platform === 'win32' || command.includes(path.resolve(home) + path.sep)
}

async function stop(pid: number, pidFile: string) {
  for (const [signal, waitMs] of [
    ['SIGTERM', 8000],
    ['SIGKILL', 2000],
  ] as const) {
    if (isRunning(pid)) process.kill(pid, signal)
    const deadline = Date.now() + waitMs
    while (isRunning(pid) && Date.now() < deadline) await sleep(40)
  }
  rmSync(pidFile, { force: true })
}
