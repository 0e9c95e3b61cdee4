import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import { agencies, hubs, hubTerritories, organisations, practices, regions } from '../schema/index.ts'

/* Where practices belong: their owner, its place, and the hub that answers for it. */

/** Where an agency works, and the hub that answers for its province (where several do, the oldest). */
export async function findAgencyPlace(db: Executor, agencyId: string) {
  const [row] = await db
    .select({
      isDemo: organisations.isDemo,
      country: agencies.country,
      regionCode: agencies.regionCode,
      provinceCode: regions.provinceCode,
      hubId: hubTerritories.hubId,
    })
    .from(agencies)
    .innerJoin(organisations, eq(organisations.id, agencies.organisationId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(hubTerritories, eq(hubTerritories.provinceCode, regions.provinceCode))
    .leftJoin(hubs, eq(hubs.organisationId, hubTerritories.hubId))
    .where(eq(agencies.organisationId, agencyId))
    .orderBy(asc(hubs.openedOn), asc(hubs.organisationId))
    .limit(1)
  return row
}

const province = alias(regions, 'province')

/** What a page of a practice says of its owner, whether or not anything is published. */
export async function findPracticeOwner(db: Executor, practiceId: string) {
  const [row] = await db
    .select({
      agency: organisations.name,
      agencyType: agencies.type,
      agencyEmail: agencies.contactEmail,
      country: agencies.country,
      regionCode: regions.code,
      region: regions.name,
      provinceCode: province.code,
      province: province.name,
    })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(province, eq(province.code, regions.provinceCode))
    .where(eq(practices.id, practiceId))
  return row
}
