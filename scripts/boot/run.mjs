import { spawn } from 'node:child_process'
import path from 'node:path'

/** @typedef {{ code: number, output: string }} Finished code is 1 also where the program was killed or does not exist */

/**
 * Runs a command line to its end, as npm would: the programs of the installed packages come first.
 * @param {string} line
 * @param {{ show?: boolean, env?: Record<string, string>, timeoutMs?: number }} [options] `show` lets its output pass
 * @returns {Promise<Finished>}
 */
export function runLine(line, { show = false, env = {}, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const search = [path.resolve('node_modules/.bin'), process.env.PATH].join(path.delimiter)
    const child = spawn(line, {
      shell: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, PATH: search, ...env },
      timeout: timeoutMs,
    })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-100_000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
