const BASE = 'http://site.invalid'

/** The address to go on to after signing in, if it is a path of this site; else `undefined`. Never another site. */
export function returnTo(value: string | null | undefined): string | undefined {
  // Browsers read `//host`, `/\host` and paths with control characters as another site.
  if (!value?.startsWith('/') || value.length > 2000 || /^\/[/\\]|\\|\p{Cc}/u.test(value)) return undefined
  const url = URL.canParse(value, BASE) ? new URL(value, BASE) : undefined
  if (!url || url.origin !== BASE || url.pathname.startsWith('//')) return undefined
  return url.pathname + url.search + url.hash
}
