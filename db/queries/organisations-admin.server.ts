import { and, asc, eq, gt, ilike, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import {
  adoptions,
  agencies,
  hubs,
  hubTerritories,
  invitations,
  memberships,
  organisations,
  practices,
  regions,
} from '../schema/index.ts'
import type { OrganisationKind } from '../vocabulary.ts'

export async function findOrganisation(db: Executor, id: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  return row
}

export async function findOrganisationBySlug(db: Executor, kind: OrganisationKind, slug: string) {
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, kind), eq(organisations.slug, slug)))
  return row
}

/** The organisation, kept for this transaction: others who want it wait. */
export async function findOrganisationForUpdate(tx: Executor, id: string) {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, id)).for('update')
  return row
}

/** The office of the national admins. */
export async function findNationalOffice(db: Executor) {
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'national'), eq(organisations.isDemo, false)))
    .orderBy(organisations.createdAt)
    .limit(1)
  return row
}

/** Organisations whose name contains every word of `words`, by name. */
export async function listOrganisationsByName(db: Executor, words: readonly string[], limit: number) {
  const escaped = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return db
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind, isDemo: organisations.isDemo })
    .from(organisations)
    .where(and(...escaped.map((pattern) => ilike(organisations.name, pattern))))
    .orderBy(asc(organisations.isDemo), asc(organisations.name))
    .limit(limit)
}

// ---- hubs ---------------------------------------------------------------------------------------------------------

/** All provinces, invented ones last. */
export async function listProvinces(db: Executor) {
  return db
    .select({ code: regions.code, name: regions.name, isDemo: regions.isDemo })
    .from(regions)
    .where(eq(regions.type, 'province'))
    .orderBy(regions.isDemo, regions.code)
    .limit(100)
}

/** Each hub in each of its provinces, with how many people manage it and how many are invited to. */
export async function listHubManagement(db: Executor, { today, now }: { today: string; now: Date }) {
  const managers = db
    .select({ n: sql<number>`count(*)::int` })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, hubs.organisationId),
        eq(memberships.role, 'hub_manager'),
        lte(memberships.startsOn, today),
        or(isNull(memberships.endsOn), gt(memberships.endsOn, today)),
      ),
    )
  const invited = db
    .select({ n: sql<number>`count(*)::int` })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, hubs.organisationId),
        eq(invitations.role, 'hub_manager'),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
  return db
    .select({
      hubId: hubs.organisationId,
      name: organisations.name,
      slug: organisations.slug,
      isDemo: organisations.isDemo,
      openedOn: hubs.openedOn,
      createdAt: organisations.createdAt,
      provinceCode: hubTerritories.provinceCode,
      managers: sql<number>`(${managers})`,
      invited: sql<number>`(${invited})`,
    })
    .from(hubs)
    .innerJoin(organisations, eq(organisations.id, hubs.organisationId))
    .innerJoin(hubTerritories, eq(hubTerritories.hubId, hubs.organisationId))
    .orderBy(organisations.name)
    .limit(1000)
}

/** A province and the government that would run its hub. */
export async function findProvince(db: Executor, code: string) {
  const [row] = await db
    .select({
      code: regions.code,
      name: regions.name,
      isDemo: regions.isDemo,
      agencyId: agencies.organisationId,
      agency: organisations.name,
    })
    .from(regions)
    .leftJoin(agencies, and(eq(agencies.regionCode, regions.code), eq(agencies.type, 'province')))
    .leftJoin(organisations, eq(organisations.id, agencies.organisationId))
    .where(and(eq(regions.code, code), eq(regions.type, 'province')))
    .limit(1)
  return row
}

/** Keeps a province for this transaction, and tells whether a hub covers it already. */
export async function existsHubInProvince(tx: Executor, code: string): Promise<boolean> {
  await tx.select({ code: regions.code }).from(regions).where(eq(regions.code, code)).for('update')
  const [row] = await tx
    .select({ hubId: hubTerritories.hubId })
    .from(hubTerritories)
    .where(eq(hubTerritories.provinceCode, code))
    .limit(1)
  return row !== undefined
}

/** The new hub with its province, or `undefined` when a hub of this name exists. */
export async function insertHub(
  tx: Executor,
  hub: Omit<typeof hubs.$inferInsert, 'organisationId'> & {
    name: string
    slug: string
    isDemo: boolean
    provinceCode: string
  },
) {
  const { name, slug, isDemo, provinceCode, ...rest } = hub
  const [organisation] = await tx
    .insert(organisations)
    .values({ kind: 'hub', name, slug, isDemo })
    .onConflictDoNothing()
    .returning()
  if (!organisation) return undefined
  await tx.insert(hubs).values({ ...rest, organisationId: organisation.id })
  await tx.insert(hubTerritories).values({ hubId: organisation.id, provinceCode })
  return organisation
}

/**
 * Hands a new hub the practices and adoptions of its province that the national office looked after until now. Answers
 * the practices with their new versions: the search names the hub.
 */
export async function moveOrphansToHub(tx: Executor, hubId: string, provinceCode: string) {
  const ofProvince = tx
    .select({ id: agencies.organisationId })
    .from(agencies)
    .where(sql`left(${agencies.regionCode}, 2) = ${provinceCode}`)
  const moved = await tx
    .update(practices)
    .set({ hubId, searchVersion: sql`${practices.searchVersion} + 1` })
    .where(and(isNull(practices.hubId), inArray(practices.agencyId, ofProvince)))
    .returning({ id: practices.id, searchVersion: practices.searchVersion })
  await tx
    .update(adoptions)
    .set({ hubId })
    .where(and(isNull(adoptions.hubId), inArray(adoptions.agencyId, ofProvince)))
  return moved
}
