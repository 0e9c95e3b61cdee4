import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, isRunning } from './processes.mjs'
import { StartError } from './start-error.mjs'

/**
 * One process per data folder. A lock whose process is gone, or whose number meanwhile belongs to another program, is stale.
 * @param {string} dataDir
 * @param {string | number} port shown to whoever starts a second one
 */
export function acquireLock(dataDir, port) {
  const file = path.join(dataDir, 'lock.json')
  const mine = JSON.stringify({ pid: process.pid, port })
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      const holder = readHolder(file)
      if (attempt > 3 || (holder && isOurs(holder.pid))) {
        throw new StartError(
          `JIPP runs here already (process ${holder?.pid ?? 'unknown'}, port ${holder?.port ?? 'unknown'}).`,
          'Use that one, or stop it with Ctrl-C first. A second one needs an own folder: JIPP_DATA_DIR=.data2 PORT=3001 npm start',
        )
      }
      rmSync(file, { force: true })
    }
  }
  return () => {
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {{ pid: number, port: string | number } | undefined}
 */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isOurs(pid) {
  if (pid === process.pid || !isRunning(pid)) return false
  const command = commandOf(pid)
  return command === undefined || /start\.mjs/.test(command)
}
