import { createHmac, timingSafeEqual } from 'node:crypto'

/*
 * Links that open one thing without signing in. Such a link names a record and proves with an HMAC that this site wrote
 * it for one purpose: the signature of another purpose, or of another record, opens nothing.
 */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function signature(secret: string, purpose: string, id: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}: ${id}`).digest()
}

/** The id of a record (a UUID) with the signature of this site for a purpose. */
export function signedId(secret: string, purpose: string, id: string): string {
  return `${id}.${signature(secret, purpose, id).toString('base64url')}`
}

/** The id that a token names; null when this site did not write it for this purpose. */
export function idOfSigned(secret: string, purpose: string, token: string): string | null {
  const [id = '', given = '', ...rest] = token.split('.')
  if (!UUID.test(id) || rest.length > 0) return null
  const right = signature(secret, purpose, id)
  const sent = Buffer.from(given, 'base64url')
  // Other spellings of the same bytes are refused as well: one link, one form.
  if (sent.length !== right.length || sent.toString('base64url') !== given) return null
  return timingSafeEqual(sent, right) ? id : null
}
