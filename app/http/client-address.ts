type Connection = { headers: Record<string, string | string[] | undefined>; socket: { remoteAddress?: string } }

/** The address of a client behind so many proxies that are believed, as Express tells it: never stored with a person. */
export function clientAddress({ headers, socket }: Connection, proxies: number): string {
  const forwarded = headers['x-forwarded-for']?.toString().split(',') ?? []
  const hops = [socket.remoteAddress ?? '', ...forwarded.map((address) => address.trim()).reverse()]
  return hops[Math.min(proxies, hops.length - 1)] ?? ''
}
