import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SettingsFile } from './settings.ts'
import type { Report } from './stages.mjs'
import { StartError } from './start-error.mjs'

/** Whatever can change the build. */
const SOURCES = [
  'app',
  'db',
  'search',
  'public',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]
const STAMP = 'build/.stamp'
const RESULT = 'build/server/index.js'
const ASSUMED_MS = 15_000

/** Builds when the sources are others than those of the last build. */
export async function buildWhenStale(file: SettingsFile, report: Report): Promise<{ note: string }> {
  const wanted = hashOf(SOURCES)
  if (existsSync(RESULT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return { note: 'unchanged' }
  const started = Date.now()
  const expected = file.settings.buildTook ?? ASSUMED_MS
  const timer = setInterval(() => report({ fraction: Math.min(0.98, (Date.now() - started) / expected) }), 300)
  const { code, output } = await build().finally(() => clearInterval(timer))
  if (code !== 0) {
    console.error(`\n${essence(output)}`)
    throw new StartError('The build failed; its messages are above.', 'Repair the sources; `npm run check` tells more.')
  }
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
  file.settings.buildTook = Date.now() - started
  file.save()
  return { note: 'built' }
}

function build(): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const end = () => child.kill()
    process.once('exit', end)
    child.once('close', () => process.off('exit', end))
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(0, 100_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** From the first error on, at most a screenful. */
function essence(output: string): string {
  const lines = output.trim().split('\n')
  const first = lines.findIndex((line) => /error|failed|✗/i.test(line))
  return lines.slice(Math.max(0, first), Math.max(0, first) + 25).join('\n')
}

function hashOf(entries: string[]): string {
  const hash = createHash('sha256')
  const add = (entry: string) => {
    if (!existsSync(entry)) return
    if (statSync(entry).isDirectory()) {
      for (const name of readdirSync(entry).toSorted()) add(path.join(entry, name))
    } else {
      hash.update(`${entry}\0`).update(readFileSync(entry))
    }
  }
  for (const entry of entries) add(entry)
  return hash.digest('hex')
}
