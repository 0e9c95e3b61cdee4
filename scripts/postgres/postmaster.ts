import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, isRunning } from '../boot/processes.mjs'

/**
 * The server that a data folder names in its `postmaster.pid`. `undefined` when there is none, when its process is
 * gone, or when its number has meanwhile passed to another program: that one must never be signalled.
 */
export function postmasterOf(data: string): { pid: number; port: number } | undefined {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  // The server writes: its number, its data folder, the time of its start, its port.
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!isRunning(pid)) return undefined
  const command = commandOf(pid)
  if (command !== undefined && !servesThere(command, lines[1] ?? '')) return undefined
  return { pid, port: Number(lines[3]) }
}

/** Windows tells the program of a process, but not what it was called with. */
function servesThere(command: string, data: string) {
  return /postgres/i.test(command) && (process.platform === 'win32' || (data !== '' && command.includes(data)))
}
