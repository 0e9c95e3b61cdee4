import { verifyRequestOrigin } from 'lucia'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

type Headers = { method: string; origin?: string; host?: string; site?: string; publicUrl?: string }

/**
 * Whether a request may change something: it comes from a page of this site.
 * Browsers send Origin with every POST; Sec-Fetch-Site must agree where it is sent. Source: OWASP CSRF cheat sheet,
 * "verifying origin with standard headers" and "fetch metadata".
 */
export function isFromThisSite({ method, origin, host, site, publicUrl }: Headers): boolean {
  if (SAFE.has(method)) return true
  if (site && site !== 'same-origin') return false
  if (!origin || !host) return false
  return verifyRequestOrigin(origin, publicUrl ? [host, publicUrl] : [host])
}
