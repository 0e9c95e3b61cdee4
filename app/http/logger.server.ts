import { pino } from 'pino'
import { env } from '../config/env.server.ts'
import { type Answered, requestLine } from './request-line.ts'

/** Lines leave together, so many bytes at a time, and at the latest after a moment: a write each costs more than an answer. */
const TOGETHER = 12_288
const AT_LATEST_MS = 200

// The end of the process waits for what is left.
const destination = pino.destination({ sync: false, minLength: TOGETHER })
setInterval(() => destination.flush(), AT_LATEST_MS).unref()

/** The log of the server: one JSON line an event, no personal data, request id in every line of a request. */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'email', 'password', 'token'],
  },
  destination,
)

/** One line for each answer; `startedAt` as `performance.now()` counts. */
export function logRequest(answer: Answered, startedAt: number): void {
  if (!log.isLevelEnabled('info')) return
  destination.write(requestLine(answer, Math.round(performance.now() - startedAt), Date.now()))
}
