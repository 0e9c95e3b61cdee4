import { expect, test } from 'vitest'
import { countPlaywright, countVitest } from '../../../scripts/boot/reports.mjs'

const RED = `${String.fromCharCode(27)}[31m`

test('a Vitest report: tests by result, files that could not be loaded, and why each failed', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] }
  const failed = {
    status: 'failed',
    fullName: 'sum › takes away',
    failureMessages: [`${RED}Error: 1 is not 2\n\n    at a\n at b\n at c\n at d`],
  }
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: '/project/tests/sum.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: '/project/tests/cut.test.ts', status: 'failed', message: 'The service is gone', assertionResults: [] },
      { name: '/project/tests/good.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    ],
  }
  expect(countVitest(report, '/project')).toEqual({
    passed: 1,
    failed: 2,
    skipped: 3,
    failures: [
      'tests/sum.test.ts › sum › takes away\n    Error: 1 is not 2\n    at a\n    at b\n    at c',
      'tests/cut.test.ts\n    The service is gone',
    ],
  })
})

test('a Playwright report: journeys by result, with the first error of each, however deep they stand', () => {
  const spec = (title: string, ok: boolean, message?: string) => ({
    title,
    file: 'visitor.spec.ts',
    line: 7,
    ok,
    tests: [{ results: [message === undefined ? {} : { error: { message } }] }],
  })
  const report = {
    stats: { expected: 1, unexpected: 2, flaky: 0, skipped: 1 },
    suites: [
      { specs: [spec('reads', true), spec('prints', false, `${RED}Error: no paper`)], suites: [] },
      { suites: [{ specs: [spec('leaves', false)] }] },
    ],
  }
  expect(countPlaywright(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failures: ['visitor.spec.ts:7 › prints\n    Error: no paper', 'visitor.spec.ts:7 › leaves'],
  })
})
