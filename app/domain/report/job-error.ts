export const JOB_ERRORS = ['stopped', 'unreachable', 'refused', 'credentials', 'disk', 'outdated', 'unknown'] as const
export type JobError = (typeof JOB_ERRORS)[number]

const SIGNS: readonly [JobError, RegExp][] = [
  ['credentials', /\b(530|535|EAUTH)\b|authenticat|credentials|password/i],
  ['disk', /ENOSPC|EDQUOT|EROFS|EACCES|disk is full|no space left/i],
  ['outdated', /payload of another form|no such template|unsupported task/i],
  [
    'unreachable',
    /ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EPIPE|socket|timeout|timed out|connection|\b4[25]\d\b/i,
  ],
  ['refused', /\b55\d\b|refused|rejected|not allowed/i],
]

/** What the last error of a job means to a person who can do something about it; null: its process ended over it. */
export function jobErrorOf(lastError: string | null): JobError {
  if (lastError === null) return 'stopped'
  return SIGNS.find(([, sign]) => sign.test(lastError))?.[0] ?? 'unknown'
}
