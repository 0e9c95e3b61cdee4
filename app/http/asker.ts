import type { IncomingMessage } from 'node:http'
import { env } from '../config/env.server.ts'
import type { Asker } from '../domain/shared/names-of-day.ts'
import { clientAddress } from './client-address.ts'
import { isCrawler, isPrefetch } from './crawler.ts'

export type Sent = Pick<IncomingMessage, 'method' | 'headers' | 'socket'> & {
  url?: string
  /** A router keeps the address as it came here. */
  originalUrl?: string
}

type Known = { asker: Asker; forwarded: string | string[] | undefined }

/** By connection: a browser sends one request after the other through the same. */
const known = new WeakMap<object, Known>()

/** Who asks. The same object for the same browser on the same connection. */
export function askerOf({ headers, socket }: Sent): Asker {
  const { 'user-agent': userAgent = '', 'x-forwarded-for': forwarded } = headers
  const before = known.get(socket)
  if (before && before.asker.userAgent === userAgent && before.forwarded === forwarded) return before.asker
  const asker = { address: clientAddress({ headers, socket }, env().TRUST_PROXY), userAgent }
  known.set(socket, { asker, forwarded })
  return asker
}

/** Whether somebody reads what was sent: neither a program nor a browser that asks ahead of its reader. */
export const isForReader = ({ headers }: Sent): boolean =>
  !isCrawler(headers['user-agent']) && !isPrefetch((name) => headers[name]?.toString())

/** Whether a page was sent, or the reader has it already. */
export const isSent = ({ method }: Sent, status: number): boolean =>
  method === 'GET' && (status === 200 || status === 304)
