import { pino } from 'pino'
import { env } from '../config/env.server.ts'

/** The log of the server: one JSON line an event, no personal data, request id in every line of a request. */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'email', 'password', 'token'],
  },
  // Lines that come up while others are being written leave together; the end of the process waits for them.
  pino.destination({ sync: false }),
)

/** One line for each answer; `startedAt` as `performance.now()` counts. */
export function logRequest({
  startedAt,
  ...fields
}: {
  requestId: string
  method?: string
  path?: string
  status: number
  startedAt: number
}): void {
  log.info({ ...fields, ms: Math.round(performance.now() - startedAt) }, 'request')
}
