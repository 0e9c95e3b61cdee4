import { env } from '../config/env.server.ts'

/** The address of this site without a path, for links that leave it (citations, QR codes, sitemap). */
export function siteOf(request: Request): string {
  return env().PUBLIC_URL?.replace(/\/+$/, '') ?? new URL(request.url).origin
}
