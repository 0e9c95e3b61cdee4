import { newToken } from '#app/domain/people/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { insertSession } from '#db/queries/session.server.ts'

/** The cookie of a browser in which this person is signed in, wearing this hat. */
export async function signedInCookie(
  db: Database,
  userId: string,
  membershipId: string | null = null,
): Promise<string> {
  const { token, tokenHash } = newToken()
  const later = new Date(Date.now() + 3_600_000)
  await insertSession(db, { tokenHash, userId, membershipId, expiresAt: later, endsAt: later, device: 'test' })
  return `jipp_session=${token}`
}
