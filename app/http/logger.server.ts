import { pino } from 'pino'
import { env } from '../config/env.server.ts'

/** The log of the server: one JSON line an event, no personal data, request id in every line of a request. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['req.headers.cookie', 'req.headers.authorization', 'email', 'password', 'token'],
})
