import { expect, test } from 'vitest'
import { type JobError, jobErrorOf } from '#app/domain/report/job-error.ts'

test.each<[string | null, JobError]>([
  [null, 'stopped'],
  ['connect ECONNREFUSED 127.0.0.1:25', 'unreachable'],
  ['Connection timeout', 'unreachable'],
  ['getaddrinfo ENOTFOUND mail.example.go.id', 'unreachable'],
  ["Can't send mail - all recipients were rejected: 451 try later", 'unreachable'],
  ["Can't send mail - all recipients were rejected: 550 no such person", 'refused'],
  ['Invalid login: 535 5.7.8 Error: authentication failed', 'credentials'],
  ['ENOSPC: no space left on device, write', 'disk'],
  ['a payload of another form', 'outdated'],
  ["Unsupported task 'old_task'", 'outdated'],
  ['Cannot read properties of undefined', 'unknown'],
])('%s means: %s', (lastError, expected) => {
  expect(jobErrorOf(lastError)).toBe(expected)
})
