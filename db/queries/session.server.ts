import { and, desc, eq, gt, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { memberships, organisations, sessions, users } from '../schema/index.ts'

export type SessionRow = typeof sessions.$inferSelect
export type UserRow = typeof users.$inferSelect

/** The session and its person; `undefined` when either is gone or the person is disabled. */
export async function findSession(
  db: Executor,
  tokenHash: string,
): Promise<{ session: SessionRow; user: UserRow } | undefined> {
  const [row] = await db
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(users.disabledAt)))
  return row
}

export async function insertSession(db: Executor, row: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(row)
}

export async function updateSession(
  db: Executor,
  tokenHash: string,
  changes: Partial<Pick<SessionRow, 'expiresAt' | 'membershipId' | 'lastSeenAt'>>,
): Promise<void> {
  await db.update(sessions).set(changes).where(eq(sessions.tokenHash, tokenHash))
}

export async function deleteSession(db: Executor, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

/** Ends all sessions of a person, or all but one. */
export async function deleteSessionsOfUser(db: Executor, userId: string, exceptHash?: string): Promise<void> {
  await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), exceptHash ? ne(sessions.tokenHash, exceptHash) : undefined))
}

export async function deleteExpiredSessions(db: Executor, now: Date): Promise<void> {
  await db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)))
}

export async function listSessionsOfUser(db: Executor, userId: string, now: Date): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)))
    .orderBy(desc(sessions.lastSeenAt))
}

/** Memberships that hold on a date, oldest first, with their organisation. */
export async function listCurrentMemberships(db: Executor, userId: string, today: string) {
  return db
    .select({
      membershipId: memberships.id,
      role: memberships.role,
      organisationId: organisations.id,
      organisationKind: organisations.kind,
      organisationName: organisations.name,
      organisationSlug: organisations.slug,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.userId, userId),
        lte(memberships.startsOn, today),
        or(isNull(memberships.endsOn), gt(memberships.endsOn, today)),
      ),
    )
    .orderBy(memberships.startsOn, memberships.createdAt, memberships.id)
}
