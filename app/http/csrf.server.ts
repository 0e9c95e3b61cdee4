import { verifyRequestOrigin } from 'lucia'
import { paths } from '../paths.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Forms whose signed token in the address is all that counts, whoever is signed in: the one that stops mail, which mail
 * programs send by themselves, from anywhere and without a cookie (RFC 8058), and the answer to whether a practice still
 * runs, because the browsers inside of chat programs and old telephones do not always say where a form comes from.
 */
const FROM_ANYWHERE = new Set(
  [paths.unsubscribe(''), paths.alive('')].map((path) => new URL(path, 'http://site.invalid').pathname),
)

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
