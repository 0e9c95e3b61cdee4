import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { invitations, memberships, organisations, passwordResets, users } from '../schema/index.ts'
import type { Language, Role } from '../vocabulary.ts'

export type PersonRow = typeof users.$inferSelect

/** Memberships that hold on a date. */
const holdsOn = (today: string) =>
  and(lte(memberships.startsOn, today), or(isNull(memberships.endsOn), gt(memberships.endsOn, today)))

// ---- users --------------------------------------------------------------------------------------------------------

export async function findUserByEmail(db: Executor, email: string): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.email, email))
  return row
}

export async function findUser(db: Executor, id: string): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id))
  return row
}

/** The new person, or `undefined` when the address is taken. */
export async function insertUser(
  db: Executor,
  row: { email: string; name: string; passwordHash: string; language: Language; isDemo?: boolean },
): Promise<{ id: string } | undefined> {
  const [created] = await db.insert(users).values(row).onConflictDoNothing().returning({ id: users.id })
  return created
}

export async function updateUser(
  db: Executor,
  id: string,
  changes: Partial<Pick<PersonRow, 'name' | 'language' | 'passwordHash'>>,
): Promise<void> {
  await db.update(users).set(changes).where(eq(users.id, id))
}

// ---- memberships --------------------------------------------------------------------------------------------------

/** The open membership of a person in a role, if any. */
export async function findHeldMembership(
  db: Executor,
  { userId, organisationId, role, today }: { userId: string; organisationId: string; role: Role; today: string },
): Promise<{ id: string } | undefined> {
  const [row] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, role),
        holdsOn(today),
      ),
    )
  return row
}

/** A membership with its organisation and person, current or past. */
export async function findMembership(db: Executor, id: string) {
  const [row] = await db
    .select({ membership: memberships, organisation: organisations, person: { name: users.name, email: users.email } })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.id, id))
  return row
}

/** The new membership, or `undefined` when the person holds this role there already. */
export async function insertMembership(
  db: Executor,
  row: { userId: string; organisationId: string; role: Role; startsOn: string; createdBy: string | null },
): Promise<{ id: string } | undefined> {
  const [created] = await db.insert(memberships).values(row).onConflictDoNothing().returning({ id: memberships.id })
  return created
}

/** Ends a membership that still holds; answers whether there was one. */
export async function updateMembershipEnd(db: Executor, id: string, endsOn: string): Promise<boolean> {
  const rows = await db
    .update(memberships)
    .set({ endsOn })
    .where(and(eq(memberships.id, id), or(isNull(memberships.endsOn), gt(memberships.endsOn, endsOn))))
    .returning({ id: memberships.id })
  return rows.length > 0
}

/** Everybody who belongs to an organisation on a date, by role and name. */
export async function listMembers(db: Executor, organisationId: string, today: string) {
  return db
    .select({
      membershipId: memberships.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      startsOn: memberships.startsOn,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), holdsOn(today)))
    .orderBy(memberships.role, users.name, memberships.id)
    .limit(500)
}

export async function countHolders(
  db: Executor,
  { organisationId, role, today }: { organisationId: string; role: Role; today: string },
): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, role), holdsOn(today)))
  return row?.n ?? 0
}

/** How many people hold a role anywhere, demo accounts aside. */
export async function countRealHolders(db: Executor, role: Role, today: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.isDemo, false), isNull(users.disabledAt)))
    .where(and(eq(memberships.role, role), holdsOn(today)))
  return row?.n ?? 0
}

// ---- invitations --------------------------------------------------------------------------------------------------

/** The invitation of a token with the organisation it leads to and who sent it. */
export async function findInvitationByToken(db: Executor, tokenHash: string) {
  const [row] = await db
    .select({ invitation: invitations, organisation: organisations, inviter: users.name })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.tokenHash, tokenHash))
  return row
}

export async function findInvitation(db: Executor, id: string) {
  const [row] = await db
    .select({ invitation: invitations, organisation: organisations })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(eq(invitations.id, id))
  return row
}

/** Invitations of an organisation that nobody accepted or took back, newest first. */
export async function listPendingInvitations(db: Executor, organisationId: string) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      inviter: users.name,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(200)
}

/** Invitations that ran out unanswered, oldest first. */
export async function listExpiredInvitations(db: Executor, organisationId: string, now: Date) {
  return db
    .select({ email: invitations.email, role: invitations.role, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        lte(invitations.expiresAt, now),
      ),
    )
    .orderBy(asc(invitations.expiresAt))
    .limit(50)
}

/** The new invitation, or `undefined` when the same one is open already. */
export async function insertInvitation(
  db: Executor,
  row: typeof invitations.$inferInsert,
): Promise<{ id: string } | undefined> {
  const [created] = await db.insert(invitations).values(row).onConflictDoNothing().returning({ id: invitations.id })
  return created
}

/** Takes back whatever invitation of this address to this role is still open. */
export async function updateInvitationsReplaced(
  db: Executor,
  { email, organisationId, role, now }: { email: string; organisationId: string; role: Role; now: Date },
): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.email, email),
        eq(invitations.organisationId, organisationId),
        eq(invitations.role, role),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
}

/** Takes back one invitation; answers whether it was still open. */
export async function updateInvitationRevoked(db: Executor, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id })
  return rows.length > 0
}

/** Uses up an invitation that is open at this moment; answers whether it was. Of two at once, one gets `true`. */
export async function updateInvitationAccepted(db: Executor, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ acceptedAt: now })
    .where(
      and(
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .returning({ id: invitations.id })
  return rows.length > 0
}

export async function updateInvitationAcceptedBy(db: Executor, id: string, userId: string): Promise<void> {
  await db.update(invitations).set({ acceptedBy: userId }).where(eq(invitations.id, id))
}

// ---- password resets ----------------------------------------------------------------------------------------------

/** Makes the newest link the only one that works. */
export async function insertPasswordReset(db: Executor, row: typeof passwordResets.$inferInsert): Promise<void> {
  await deletePasswordResets(db, row.userId)
  await db.insert(passwordResets).values(row)
}

export async function deletePasswordResets(db: Executor, userId: string): Promise<void> {
  await db.delete(passwordResets).where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)))
}

/** The person a link belongs to, while it works. */
export async function findPasswordReset(db: Executor, tokenHash: string, now: Date): Promise<PersonRow | undefined> {
  const [row] = await db
    .select({ user: users })
    .from(passwordResets)
    .innerJoin(users, and(eq(users.id, passwordResets.userId), isNull(users.disabledAt)))
    .where(
      and(eq(passwordResets.tokenHash, tokenHash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)),
    )
  return row?.user
}

/** Uses up a link; answers whether it still worked. */
export async function updatePasswordResetUsed(db: Executor, tokenHash: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(passwordResets)
    .set({ usedAt: now })
    .where(
      and(eq(passwordResets.tokenHash, tokenHash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)),
    )
    .returning({ userId: passwordResets.userId })
  return rows.length > 0
}
