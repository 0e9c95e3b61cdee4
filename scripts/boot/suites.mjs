import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findMeilisearch } from '../meilisearch/find.mjs'
import { runChecks } from './checks.mjs'
import { findChromium, installChromium } from './chromium.mjs'
import { countPlaywright, countVitest } from './reports.mjs'
import { runLine } from './run.mjs'

/** @typedef {import('./reports.mjs').Counts} Counts */

/** @type {Record<string, () => Promise<Counts>>} */
export const SUITES = {
  check: async () => ({ skipped: 0, ...(await runChecks()) }),
  unit: () => vitest('unit'),
  integration,
  e2e: playwright,
}

/**
 * Where not a single test could be loaded, something befell the runner (its compiler was killed, the disk was full for a
 * moment) and nothing is known of the code: it is asked once more.
 * @param {string} project
 */
async function vitest(project) {
  let tests = 0
  const run = () =>
    withReport(async (file) => {
      const line = `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json="${file}"`
      const { code } = await runLine(line, { show: true })
      const read = (/** @type {any} */ report) => {
        tests = report.numTotalTests
        return countVitest(report, process.cwd())
      }
      return { code, read }
    })
  const counts = await run()
  if (tests > 0) return counts
  console.log(`!! Not one test of ${project} could be loaded. Once more:`)
  return run()
}

async function integration() {
  const counts = await vitest('integration')
  if (!findMeilisearch('.data')) {
    console.log(
      '!! SKIPPED: the contract of the Meilisearch engine. There is no `meilisearch` on the PATH or in .data/bin.',
    )
  }
  return counts
}

async function playwright() {
  const browser = (await findChromium()) ?? (await installChromium())
  if (!browser) {
    return oneFailure('No Chromium was found, and none could be installed. Install one, or set CHROMIUM_PATH.')
  }
  console.log(`Browser: ${browser}`)
  return withReport(async (file) => {
    const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
    const { code } = await runLine('playwright test --reporter=list,json', { show: true, env })
    return { code, read: countPlaywright }
  })
}

/**
 * @param {string} why
 * @returns {Counts}
 */
function oneFailure(why) {
  console.log(`✗ ${why}`)
  return { passed: 0, failed: 1, skipped: 0, failures: [why] }
}

/**
 * A runner that ends badly without naming a failed test counts as one failure.
 * @param {(file: string) => Promise<{ code: number, read: (report: any) => Counts }>} work
 * @returns {Promise<Counts>}
 */
async function withReport(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jipp-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const { code, read } = await work(file)
    const counts = read(JSON.parse(readFileSync(file, 'utf8')))
    if (code === 0 || counts.failed > 0) return counts
    return { ...counts, ...oneFailure('The runner failed, but named no test.'), passed: counts.passed }
  } catch (error) {
    return oneFailure(`The runner left no report: ${/** @type {Error} */ (error).message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
