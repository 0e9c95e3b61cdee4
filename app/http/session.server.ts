import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Executor } from '#db/client.server.ts'
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOfUser,
  findSession,
  insertSession,
  listCurrentMemberships,
  listSessionsOfUser,
  type SessionRow,
  updateSession,
} from '#db/queries/session.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { env } from '../config/env.server.ts'
import { hashToken, newToken } from '../domain/people/token.server.ts'
import type { Hat } from '../domain/shared/context.ts'
import { today } from '../domain/shared/dates.ts'
import { platform } from '../platform.server.ts'
import { deviceOf } from './device.ts'

/**
 * Sessions: the only file that knows Lucia. The cookie holds a random token; the database only its SHA-256,
 * so a stolen table opens nothing. A session ends after 12 idle hours and, in any case, after 7 days.
 */
const IDLE_HOURS = 12
const ABSOLUTE_DAYS = 7

/** How exact "last used" is: a session in use is not written with every request. */
const SEEN_EVERY_MS = 5 * 60_000

type SessionAttributes = { membershipId: string | null; endsAt: Date; lastSeenAt: Date; device: string }
type UserAttributes = { name: string; email: string; language: Language }

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

const toDatabaseSession = (row: SessionRow, id: string): DatabaseSession => ({
  id,
  userId: row.userId,
  expiresAt: row.expiresAt,
  attributes: { membershipId: row.membershipId, endsAt: row.endsAt, lastSeenAt: row.lastSeenAt, device: row.device },
})

function adapter(db: Executor): Adapter {
  return {
    async getSessionAndUser(token) {
      const found = await findSession(db, hashToken(token))
      if (!found) return [null, null]
      const { name, email, language } = found.user
      return [toDatabaseSession(found.session, token), { id: found.user.id, attributes: { name, email, language } }]
    },
    getUserSessions: async (userId) =>
      (await listSessionsOfUser(db, userId, new Date())).map((row) => toDatabaseSession(row, row.tokenHash)),
    setSession: ({ id, userId, expiresAt, attributes }) =>
      insertSession(db, { tokenHash: hashToken(id), userId, expiresAt, ...attributes }),
    updateSessionExpiration: (token, expiresAt) =>
      updateSession(db, hashToken(token), { expiresAt, lastSeenAt: new Date() }),
    deleteSession: (token) => deleteSession(db, hashToken(token)),
    deleteUserSessions: (userId) => deleteSessionsOfUser(db, userId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, new Date()),
  }
}

let instance: Lucia<SessionAttributes, UserAttributes> | undefined

export function lucia() {
  const secure = env().PUBLIC_URL?.startsWith('https:') ?? false
  instance ??= new Lucia(adapter(platform().db), {
    sessionExpiresIn: new TimeSpan(IDLE_HOURS, 'h'),
    sessionCookie: {
      name: secure ? '__Host-jipp' : 'jipp_session',
      expires: false,
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ membershipId, endsAt, lastSeenAt, device }) => ({
      membershipId,
      endsAt,
      lastSeenAt,
      device,
    }),
    getUserAttributes: ({ name, email, language }) => ({ name, email, language }),
  })
  return instance
}

export type SignedIn = {
  token: string
  tokenHash: string
  userId: string
  name: string
  email: string
  hat: Hat | null
  hats: Hat[]
}

/** The signed-in person of a request, with the hats that hold today; `null` for visitors. */
export async function readSession(
  cookieHeader: string | null,
  now: Date,
): Promise<{ signedIn: SignedIn | null; cookie?: string }> {
  const sessions = lucia()
  const token = sessions.readSessionCookie(cookieHeader ?? '')
  if (!token) return { signedIn: null }
  const { session, user } = await sessions.validateSession(token)
  if (!session || session.endsAt <= now) {
    if (session) await sessions.invalidateSession(token)
    return { signedIn: null, cookie: sessions.createBlankSessionCookie().serialize() }
  }
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await updateSession(platform().db, hashToken(token), { lastSeenAt: now })
  }
  const hats = await listCurrentMemberships(platform().db, user.id, today(now))
  const hat = hats.find((h) => h.membershipId === session.membershipId) ?? hats[0] ?? null
  return {
    signedIn: { token, tokenHash: hashToken(token), userId: user.id, name: user.name, email: user.email, hat, hats },
    cookie: session.fresh ? sessions.createSessionCookie(token).serialize() : undefined,
  }
}

/**
 * Starts a session with a new token and answers the cookie to set. The older token of the same browser ends, so that
 * a token somebody planted before signing in opens nothing.
 */
export async function startSession(
  userId: string,
  options: { request: Request; now: Date; previous?: string; membershipId?: string | null },
): Promise<string> {
  const { request, now, previous, membershipId = null } = options
  const sessions = lucia()
  if (previous) await sessions.invalidateSession(previous)
  await sessions.deleteExpiredSessions()
  const session = await sessions.createSession(
    userId,
    {
      membershipId,
      device: deviceOf(request.headers.get('User-Agent')),
      endsAt: new Date(now.getTime() + ABSOLUTE_DAYS * 86_400_000),
      lastSeenAt: now,
    },
    { sessionId: newToken().token },
  )
  return sessions.createSessionCookie(session.id).serialize()
}

/** Ends the session of a request, if it has one, and answers the blank cookie to set. */
export async function endSession(token: string | undefined): Promise<string> {
  if (token) await lucia().invalidateSession(token)
  return lucia().createBlankSessionCookie().serialize()
}
