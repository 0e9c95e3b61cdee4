/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts */

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
const LINES = 4

/**
 * What failed and why, in a few lines.
 * @param {string} what
 * @param {string | undefined} why
 */
function failure(what, why) {
  const lines = (why ?? '')
    .replace(COLOURS, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return [what, ...lines.slice(0, LINES)].join('\n    ')
}

/**
 * The counts of Vitest's JSON report.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report
 * @param {string} root The folder that names of files are told from.
 * @returns {Counts}
 */
export function countVitest(report, root) {
  /** @type {string[]} */
  const failures = []
  let broken = 0
  for (const file of report.testResults) {
    const name = file.name.replace(`${root}/`, '')
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    failures.push(...failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages[0])))
    // A file that cannot be loaded fails without a single test.
    if (file.status !== 'failed' || failed.length > 0) continue
    broken += 1
    failures.push(failure(name, file.message))
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}

/** @typedef {{ title: string, file: string, line: number, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * The counts of Playwright's JSON report. One that passed only when it was run again counts as failed.
 * @param {Suite & { stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const { stats } = report
  const failures = specsOf(report)
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const errors = spec.tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []))
      return failure(`${spec.file}:${spec.line} › ${spec.title}`, errors[0])
    })
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures }
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}
