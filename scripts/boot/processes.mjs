import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * True when a process with this number exists, whoever owns it.
 * @param {number} pid
 */
export function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * A dead child that nobody has collected yet still has a number.
 * @param {number} pid
 */
function isZombie(pid) {
  try {
    return /\)\s+Z\s/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * The command line behind a process number; `undefined` where the system does not tell.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    const run =
      process.platform === 'win32'
        ? spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' })
        : spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    return run.status === 0 ? run.stdout.trim() : undefined
  }
}
