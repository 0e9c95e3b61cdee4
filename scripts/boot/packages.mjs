import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error.mjs'

const STAMP = 'node_modules/.jipp-installed'

/**
 * Installs the packages when package-lock.json is another one than at the last installation.
 * @param {string} root
 * @param {import('./stages.mjs').Report} report
 * @returns {Promise<{ note: string }>}
 */
export async function installPackages(root, report) {
  const wanted = stampOf(root)
  const stamp = path.join(root, STAMP)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { note: 'unchanged' }
  const fits = packagesFit(root)
  if (!fits) await npmCi(root, Object.keys(readLock(root).packages), report)
  writeFileSync(stamp, wanted)
  return { note: fits ? 'complete' : 'installed' }
}

/** @param {string} root */
function stampOf(root) {
  const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  return `${createHash('sha256').update(text).digest('hex')} ${process.platform}-${process.arch}\n`
}

/**
 * @param {string} root
 * @returns {{ packages: Record<string, { version?: string, optional?: boolean }> }}
 */
function readLock(root) {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
}

/**
 * True when what npm last wrote to node_modules holds every package of the lock file in its version.
 * @param {string} root
 */
export function packagesFit(root) {
  const file = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(file)) return false
  const installed = JSON.parse(readFileSync(file, 'utf8')).packages
  return Object.entries(readLock(root).packages).every(([name, wanted]) => {
    if (name === '') return true
    const found = installed[name]
    if (!found) return Boolean(wanted.optional) && !isMadeForThisMachine(wanted)
    return found.version === wanted.version && existsSync(path.join(root, name))
  })
}

/**
 * Programs compiled for one platform; where two libc variants exist, either will do.
 * @param {{ os?: string[], cpu?: string[], libc?: string[] }} wanted
 */
function isMadeForThisMachine({ os, cpu, libc }) {
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc)
}

/**
 * @param {string} root
 * @param {string[]} names
 * @param {import('./stages.mjs').Report} report
 */
async function npmCi(root, names, report) {
  const top = names.filter((name) => name.lastIndexOf('node_modules/') === 0).length
  const timer = setInterval(() => report({ fraction: Math.min(0.99, countInstalled(root) / top) }), 400)
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { code, output } = await capture(command, [...before, ...args], root)
  clearInterval(timer)
  if (code === 0) return
  const reason = output
    .split('\n')
    .find((line) => /^npm (error|ERR!)/.test(line) && !/^npm (error|ERR!) code/.test(line))
  throw new StartError(
    `The packages could not be installed: ${reason?.replace(/^npm (error|ERR!)\s*/, '') || `npm ci ended with ${code}`}`,
    /ENOSPC/.test(output)
      ? 'Free some space; the packages need about 1 GB.'
      : 'Check the network (proxy, registry), then start again. `npm ci` shows every message.',
  )
}

/** @param {string} root */
function countInstalled(root) {
  try {
    return readdirSync(path.join(root, 'node_modules')).reduce((sum, name) => {
      if (name.startsWith('.')) return sum
      return sum + (name.startsWith('@') ? readdirSync(path.join(root, 'node_modules', name)).length : 1)
    }, 0)
  } catch {
    return 0
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function capture(command, args, cwd) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    const end = () => child.kill()
    process.once('exit', end)
    child.once('close', () => process.off('exit', end))
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: null, output: `npm error ${error.message}` }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
