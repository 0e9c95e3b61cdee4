import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { runLine } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const MANAGERS = [
  {
    program: 'apt-get',
    line: 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium',
  },
  { program: 'dnf', line: 'dnf install -y chromium' },
  { program: 'apk', line: 'apk add --no-cache chromium' },
  { program: 'zypper', line: 'zypper --non-interactive install chromium' },
  { program: 'pacman', line: 'pacman -Sy --noconfirm chromium' },
]

/**
 * A Chromium that starts here: CHROMIUM_PATH, the usual places, the one of Playwright; else `undefined`.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const candidates = [process.env.CHROMIUM_PATH, ...onPath, ...PLACES, await playwrightsOwn()]
  return candidates.find((file) => file !== undefined && starts(file))
}

/**
 * Installs one: Playwright's own, or as root the system's.
 * @returns {Promise<string | undefined>}
 */
export async function installChromium() {
  console.log('No Chromium found. Installing the one of Playwright …')
  await runLine('playwright install chromium', { timeoutMs: 300_000 })
  const own = await findChromium()
  if (own || process.getuid?.() !== 0) return own
  const manager = MANAGERS.find(({ program }) => runs(program))
  if (!manager) return undefined
  console.log(`That did not work. Installing the one of the system (${manager.program}) …`)
  const { code, output } = await runLine(manager.line, { timeoutMs: 600_000 })
  if (code !== 0) console.log(output.trim().split('\n').slice(-5).join('\n'))
  return findChromium()
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright')
    return chromium.executablePath()
  } catch {
    return undefined
  }
}

/** @param {string} file */
function starts(file) {
  if (!existsSync(file)) return false
  // On Windows the question for the version opens a window.
  return process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 15_000 }).status === 0
}

/** @param {string} program */
function runs(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
