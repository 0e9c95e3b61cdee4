import { readFileSync } from 'node:fs'
import { runLine } from './run.mjs'

/**
 * Runs every `check:*` command of package.json, one line each; the messages of those that fail follow.
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>}
 */
export async function runChecks() {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const names = Object.keys(scripts).filter((name) => name.startsWith('check:'))
  const failures = []
  for (const name of names) {
    const started = Date.now()
    const { code, output } = await runLine(scripts[name])
    const took = `${((Date.now() - started) / 1000).toFixed(1)} s`
    console.log(`${code === 0 ? '✓' : '✗'} ${name.replace('check:', '')} (${took})`)
    if (code === 0) continue
    failures.push(name)
    console.log(`${output.trimEnd()}\n  Run it alone: npm run ${name}`)
  }
  return { passed: names.length - failures.length, failed: failures.length, failures }
}
