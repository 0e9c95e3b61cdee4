import { redirect } from '@remix-run/node'
import type { Tombstone } from '../domain/practice/read-tombstone.server.ts'

/**
 * Leads on for good from an address of a merged practice to the same of its survivor, whatever else the address asks for.
 * Nobody keeps the answer: a merge can be undone.
 */
export function toSurvivor(
  request: Request,
  { mergedInto }: Tombstone,
  path: (survivor: string) => string,
): Response | undefined {
  if (!mergedInto) return undefined
  const target = new URL(path(mergedInto), request.url)
  for (const [name, value] of new URL(request.url).searchParams)
    if (!target.searchParams.has(name)) target.searchParams.append(name, value)
  // Programs on other sites follow as well.
  const headers = { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' }
  return redirect(target.pathname + target.search, { status: 301, headers })
}
