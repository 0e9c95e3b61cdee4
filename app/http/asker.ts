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

/** `isProgram`: it reads pages by itself, as far as it says so. */
type Known = { asker: Asker; isProgram: boolean; forwarded: string | string[] | undefined }

/** By connection: a browser sends one request after the other through the same. */
const connections = new WeakMap<object, Known>()

function knownOf({ headers, socket }: Sent): Known {
  const { 'user-agent': userAgent = '', 'x-forwarded-for': forwarded } = headers
  const before = connections.get(socket)
  if (before && before.asker.userAgent === userAgent && before.forwarded === forwarded) return before
  const address = clientAddress({ headers, socket }, env().TRUST_PROXY)
  const known = { asker: { address, userAgent }, isProgram: isCrawler(userAgent), forwarded }
  connections.set(socket, known)
  return known
}

/** Who asks. The same object for the same browser on the same connection. */
export const askerOf = (request: Sent): Asker => knownOf(request).asker

/** Whether somebody reads what was sent: neither a program nor a browser that asks ahead of its reader. */
export const isForReader = (request: Sent): boolean =>
  !knownOf(request).isProgram && !isPrefetch((name) => request.headers[name]?.toString())

/** Whether a page was sent, or the reader has it already. */
export const isSent = ({ method }: Sent, status: number): boolean =>
  method === 'GET' && (status === 200 || status === 304)
