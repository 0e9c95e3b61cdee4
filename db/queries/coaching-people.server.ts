import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { agencies, memberships, regions, users } from '../schema/index.ts'
import type { Role } from '../vocabulary.ts'

const toWrite = { id: users.id, email: users.email, language: users.language }

/** Who may be written to for an agency: members in these roles on a day, of the agency itself or of its parent. */
export async function listPeopleOfAgency(db: Executor, agencyId: string, roles: readonly Role[], on: string) {
  return db
    .selectDistinct(toWrite)
    .from(agencies)
    .innerJoin(
      memberships,
      or(eq(memberships.organisationId, agencies.organisationId), eq(memberships.organisationId, agencies.parentId)),
    )
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(agencies.organisationId, agencyId),
        inArray(memberships.role, [...roles]),
        lte(memberships.startsOn, on),
        or(isNull(memberships.endsOn), gt(memberships.endsOn, on)),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(users.email)
    .limit(20)
}

export async function findPersonToWrite(db: Executor, userId: string) {
  const [row] = await db
    .select(toWrite)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
  return row
}

export async function findRegion(db: Executor, code: string) {
  const [row] = await db
    .select({ name: regions.name, timeZone: regions.timeZone, isDemo: regions.isDemo })
    .from(regions)
    .where(eq(regions.code, code))
  return row
}
