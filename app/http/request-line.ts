export type Answered = { requestId: string; method?: string; path?: string; status: number }

/** Of the levels of the log. */
const INFO = 30
let second = { at: -1, text: '' }

/** As `toISOString` writes it; the part up to the seconds is the same for many lines. */
function isoTime(now: number): string {
  const at = Math.floor(now / 1000)
  if (second.at !== at) second = { at, text: new Date(at * 1000).toISOString().slice(0, 20) }
  return `${second.text}${String(now % 1000).padStart(3, '0')}Z`
}

/**
 * The line of the log for one answer, put together by hand as the log would write it: with thousands of answers a second
 * from memory, its general way took a fifth of each. `ms` it took; `now` in milliseconds.
 */
export function requestLine({ requestId, method, path, status }: Answered, ms: number, now: number): string {
  const told = `"method":${JSON.stringify(method ?? '')},"path":${JSON.stringify(path ?? '')}`
  return `{"level":${INFO},"time":"${isoTime(now)}","requestId":"${requestId}",${told},"status":${status},"ms":${ms},"msg":"request"}\n`
}
