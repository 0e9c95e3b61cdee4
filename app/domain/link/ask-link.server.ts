import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { answerOf, type LinkAnswer } from './link.ts'

const PATIENCE = 10_000
const MOST_REDIRECTS = 5
const HEADERS = { 'User-Agent': 'JIPP-link-check', Accept: 'text/html,*/*;q=0.5' }

/** Addresses that no page of the web has: own machine, local networks, reserved ones (RFC 6890, IANA special-purpose registries). */
const NOT_PUBLIC = { ipv4: new BlockList(), ipv6: new BlockList() }
const NETS = {
  ipv4: '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  ipv6: '::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 fc00::/7 fe80::/10 fec0::/10 ff00::/8',
}
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const net of NETS[family].split(' ')) {
    const [address = '', bits] = net.split('/')
    NOT_PUBLIC[family].addSubnet(address, Number(bits), family)
  }
}

/** Whether a server on the open internet can have this address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  // Kept apart: a list holds addresses of the older kind against those of the newer one that only wrap them.
  if (family === 4) return !NOT_PUBLIC.ipv4.check(address, 'ipv4')
  return family === 6 && !NOT_PUBLIC.ipv6.check(address, 'ipv6')
}

/** What may be reached: tests allow their own server, the program only the open web. */
export type Reach = { isAllowed: (address: string) => boolean; ports: readonly string[] }
export const OPEN_WEB: Reach = { isAllowed: isPublicAddress, ports: ['', '80', '443'] }

class NotAllowed extends Error {}

/**
 * Asks an address whether it is there, following its redirects. The name is looked up once a request, every address that
 * it stands for must be one of the open web, and the connection goes to just those: neither a redirect nor a name that
 * changes its address leads into a local network. Nothing of the content is kept.
 */
export async function askLink(url: string, reach = OPEN_WEB): Promise<LinkAnswer> {
  try {
    let at = new URL(url)
    for (let step = 0; step <= MOST_REDIRECTS; step++) {
      const { status, location } = await askOnce(at, reach)
      if (status < 300 || status >= 400 || status === 304 || !location) return answerOf(status)
      at = new URL(location, at)
    }
    return { kind: 'silent', answer: 'redirects' }
  } catch (error) {
    return { kind: 'silent', answer: reasonOf(error) }
  }
}

type Status = { status: number; location: string | undefined }

/** Some servers know no HEAD, or say no to it: they are asked like a browser would, and left after the first line. */
async function askOnce(url: URL, reach: Reach): Promise<Status> {
  const head = await send(url, 'HEAD', reach)
  return head.status >= 400 ? send(url, 'GET', reach) : head
}

function send(url: URL, method: 'HEAD' | 'GET', reach: Reach): Promise<Status> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!/^https?:$/.test(url.protocol) || url.username || !reach.ports.includes(url.port)) throw new NotAllowed(url.href)
  // Numbers are never looked up, so they are asked here.
  if (isIP(host) && !reach.isAllowed(host)) throw new NotAllowed(host)
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp
    const asked = start(url, {
      method,
      headers: HEADERS,
      agent: false,
      lookup: guarded(reach),
      signal: AbortSignal.timeout(PATIENCE),
    })
    asked.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location })
      response.destroy()
    })
    asked.on('error', reject)
    asked.end()
  })
}

type Told = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Looks a name up and lets the connection have it only when all of its addresses are allowed. */
const guarded =
  ({ isAllowed }: Reach) =>
  (name: string, options: LookupOptions, tell: Told) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return tell(error ?? new Error('no address'), [])
      if (!addresses.every(({ address }) => isAllowed(address))) return tell(new NotAllowed(name), [])
      return options.all ? tell(null, addresses) : tell(null, first.address, first.family)
    })
  }

const NAMES: Record<string, string> = {
  ENOTFOUND: 'no-host',
  EAI_AGAIN: 'no-host',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'broke-off',
  ABORT_ERR: 'timeout',
  ETIMEDOUT: 'timeout',
}

function reasonOf(error: unknown): string {
  if (error instanceof NotAllowed) return 'not-public'
  const { code = '', name } = error as { code?: string; name?: string }
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout'
  return NAMES[code] ?? (/CERT|SSL|TLS|SIGNED/.test(code) ? 'certificate' : 'unreachable')
}
