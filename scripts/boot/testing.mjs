import { ROOT } from './bootstrap.mjs'
import { installPackages } from './packages.mjs'
import { Stages } from './stages.mjs'
import { explain, StartError } from './start-error.mjs'
import { SUITES } from './suites.mjs'

const LISTED = 40

/**
 * Runs the named suites, or all; the last line counts over all of them, and the lines before it name what failed.
 * @param {string[]} wanted
 */
export async function test(wanted) {
  process.chdir(ROOT)
  try {
    const unknown = wanted.find((name) => !(name in SUITES))
    if (unknown)
      throw new StartError(`There is no suite "${unknown}".`, `Choose from: ${Object.keys(SUITES).join(', ')}`)
    await new Stages(1).run('packages', (report) => installPackages(ROOT, report))
    const total = { passed: 0, failed: 0, skipped: 0 }
    /** @type {string[]} */
    const failures = []
    for (const [name, run] of Object.entries(SUITES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      const started = Date.now()
      console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
      const counts = await run()
      total.passed += counts.passed
      total.failed += counts.failed
      total.skipped += counts.skipped
      failures.push(...counts.failures.map((failure) => `${name}: ${failure}`))
      const took = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`${name}: ${counts.passed} of ${counts.passed + counts.failed} passed in ${took} s`)
    }
    if (failures.length > 0) console.log(`\n── what failed ${'─'.repeat(49)}\n${listed(failures)}`)
    console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
    process.exitCode = total.failed > 0 ? 1 : 0
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}

/** @param {string[]} failures */
function listed(failures) {
  const more = failures.length - LISTED
  return [...failures.slice(0, LISTED), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}
