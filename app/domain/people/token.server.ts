import { createHash, randomBytes } from 'node:crypto'

/** The stored form of a token: whoever reads the table cannot use it. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** A token of 32 random bytes for a link, and what is stored of it. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}
