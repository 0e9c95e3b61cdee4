import { createHmac, timingSafeEqual } from 'node:crypto'

/*
 * The link in a mail that stops it without signing in. It says whom it is for and proves that this site wrote it; it
 * opens nothing else, and works as long as the secret of the installation stays.
 */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function signature(secret: string, userId: string): Buffer {
  return createHmac('sha256', secret).update(`unsubscribe from new practices: ${userId}`).digest()
}

/** The token of a person. */
export function unsubscribeToken(secret: string, userId: string): string {
  return `${userId}.${signature(secret, userId).toString('base64url')}`
}

/** The person whom a token is for; null when this site did not write it. */
export function personOfToken(secret: string, token: string): string | null {
  const [userId = '', given = '', ...rest] = token.split('.')
  if (!UUID.test(userId) || rest.length > 0) return null
  const right = signature(secret, userId)
  const sent = Buffer.from(given, 'base64url')
  // Other spellings of the same bytes are refused as well: one link, one form.
  if (sent.length !== right.length || sent.toString('base64url') !== given) return null
  return timingSafeEqual(sent, right) ? userId : null
}
