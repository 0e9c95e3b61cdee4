import { verifyRequestOrigin } from 'lucia'
import { paths } from '../paths.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Mail programs send the form that stops mail by themselves, from anywhere and without a cookie (RFC 8058): the signed
 * token in its address is all that counts there, whoever is signed in.
 */
const FROM_ANYWHERE = new Set([new URL(paths.unsubscribe(''), 'http://site.invalid').pathname])

type Headers = { method: string; path: string; origin?: string; host?: string; site?: string; publicUrl?: string }

/**
 * Whether a request may change something: it comes from a page of this site.
 * Browsers send Origin with every POST; Sec-Fetch-Site must agree where it is sent. Source: OWASP CSRF cheat sheet,
 * "verifying origin with standard headers" and "fetch metadata".
 */
export function isFromThisSite({ method, path, origin, host, site, publicUrl }: Headers): boolean {
  if (SAFE.has(method) || FROM_ANYWHERE.has(path)) return true
  if (site && site !== 'same-origin') return false
  if (!origin || !host) return false
  return verifyRequestOrigin(origin, publicUrl ? [host, publicUrl] : [host])
}
