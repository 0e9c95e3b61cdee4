import { and, asc, count, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  agencies,
  hubs,
  hubTerritories,
  organisations,
  practiceRevisions,
  practices,
  regions,
} from '../schema/index.ts'
import type { Sector } from '../vocabulary.ts'

const manager = alias(organisations, 'manager')

const hubColumns = {
  id: hubs.organisationId,
  name: organisations.name,
  slug: organisations.slug,
  isDemo: organisations.isDemo,
  manager: manager.name,
  openedOn: hubs.openedOn,
  source: hubs.source,
  contactEmail: hubs.contactEmail,
  description: hubs.description,
}

function hubRows(db: Executor) {
  return db
    .select(hubColumns)
    .from(hubs)
    .innerJoin(organisations, eq(organisations.id, hubs.organisationId))
    .leftJoin(manager, eq(manager.id, hubs.agencyId))
    .$dynamic()
}

export type HubRow = Awaited<ReturnType<typeof listHubs>>[number]

/** All hubs, by name. */
export async function listHubs(db: Executor) {
  return hubRows(db).orderBy(organisations.isDemo, organisations.name).limit(500)
}

export async function findHubBySlug(db: Executor, slug: string): Promise<HubRow | undefined> {
  const [row] = await hubRows(db).where(eq(organisations.slug, slug))
  return row
}

/** The provinces that hubs cover. */
export async function listHubTerritories(db: Executor) {
  return db
    .select({ hubId: hubTerritories.hubId, code: regions.code, name: regions.name })
    .from(hubTerritories)
    .innerJoin(regions, eq(regions.code, hubTerritories.provinceCode))
    .orderBy(regions.code)
    .limit(2000)
}

/** Names of regions by their codes. */
export async function listRegionNames(db: Executor, codes: readonly string[]) {
  if (codes.length === 0) return []
  // One parameter, not hundreds: writing the question would take longer than answering it.
  return db
    .select({ code: regions.code, name: regions.name })
    .from(regions)
    .where(sql`${regions.code} = any(string_to_array(${codes.join(',')}, ','))`)
}

/** Names of hubs by their slugs. */
export async function listHubNames(db: Executor, slugs: readonly string[]) {
  if (slugs.length === 0) return []
  return db
    .select({ slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.kind, 'hub'), inArray(organisations.slug, [...slugs])))
}

/** Every real region with its province: what names of places are matched against. */
export async function listRegions(db: Executor) {
  return db
    .select({ code: regions.code, name: regions.name, type: regions.type, provinceCode: regions.provinceCode })
    .from(regions)
    .where(eq(regions.isDemo, false))
    .orderBy(regions.code)
    .limit(1000)
}

/** Each real province: its practices, its districts, and how many of them have one. */
export async function listProvinceFigures(db: Executor) {
  const own = alias(regions, 'own')
  const rows = await db
    .select({
      code: regions.provinceCode,
      districts: sql<number>`count(distinct ${regions.code}) filter (where ${regions.type} <> 'province')::int`,
      practices: sql<number>`count(${practices.id})::int`,
      withPractice: sql<number>`count(distinct ${regions.code}) filter (where ${regions.type} <> 'province' and ${practices.id} is not null)::int`,
      name: own.name,
    })
    .from(regions)
    .innerJoin(own, eq(own.code, regions.provinceCode))
    .leftJoin(agencies, eq(agencies.regionCode, regions.code))
    .leftJoin(
      practices,
      and(
        eq(practices.agencyId, agencies.organisationId),
        eq(practices.state, 'published'),
        eq(practices.isDemo, false),
      ),
    )
    .where(eq(regions.isDemo, false))
    .groupBy(regions.provinceCode, own.name)
    .orderBy(regions.provinceCode)
  return rows
}

/** Published practices of a hub: those it answers for and those of its provinces. A demo hub sees demo records only. */
function ofHub(hub: { id: string; isDemo: boolean }, codes: readonly string[]): SQL | undefined {
  return and(
    eq(practices.state, 'published'),
    eq(practices.isDemo, hub.isDemo),
    or(eq(practices.hubId, hub.id), codes.length ? inArray(regions.provinceCode, [...codes]) : undefined),
  )
}

type HubScope = { id: string; isDemo: boolean }

export const HUB_SORTS = ['confirmed', 'region', 'newest'] as const
export type HubSort = (typeof HUB_SORTS)[number]

const HUB_ORDER: Record<HubSort, SQL[]> = {
  confirmed: [sql`${practices.lifeConfirmedOn} desc nulls last`],
  region: [sql`${regions.name} asc nulls last`],
  newest: [sql`${practiceRevisions.content} ->> 'startedOn' desc nulls last`],
}

/** One page of a hub's practices. */
export async function listPracticesOfHub(
  db: Executor,
  hub: HubScope,
  codes: readonly string[],
  page: { sort: HubSort; limit: number; offset: number },
) {
  return db
    .select({
      publicId: practices.publicId,
      content: practiceRevisions.content,
      lifeStatus: practices.lifeStatus,
      lifeConfirmedOn: practices.lifeConfirmedOn,
      region: regions.name,
    })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .where(ofHub(hub, codes))
    .orderBy(...HUB_ORDER[page.sort], asc(practices.publicId))
    .limit(page.limit)
    .offset(page.offset)
}

/** Figures of a hub; confirmations from `freshFrom` on count as fresh, from `agingFrom` on as aging. */
export async function countHub(
  db: Executor,
  hub: HubScope,
  codes: readonly string[],
  { freshFrom, agingFrom }: { freshFrom: string; agingFrom: string },
) {
  const since = freshFrom
  const [row] = await db
    .select({
      practices: count(),
      awarded: sql<number>`count(*) filter (where jsonb_array_length(${practiceRevisions.content} -> 'awards') > 0)::int`,
      districts: sql<number>`count(distinct ${regions.code}) filter (where ${regions.type} <> 'province')::int`,
      confirmed: sql<number>`count(*) filter (where ${practices.lifeConfirmedOn} >= ${since} and ${practices.lifeStatus} not in ('unconfirmed', 'stopped'))::int`,
      fresh: sql<number>`count(*) filter (where ${practices.lifeConfirmedOn} >= ${freshFrom})::int`,
      aging: sql<number>`count(*) filter (where ${practices.lifeConfirmedOn} >= ${agingFrom} and ${practices.lifeConfirmedOn} < ${freshFrom})::int`,
      stale: sql<number>`count(*) filter (where ${practices.lifeConfirmedOn} < ${agingFrom})::int`,
      none: sql<number>`count(*) filter (where ${practices.lifeConfirmedOn} is null)::int`,
    })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .where(ofHub(hub, codes))
  return row!
}

/** A hub's practices by sector, largest first. */
export async function countHubSectors(db: Executor, hub: HubScope, codes: readonly string[]) {
  return db
    .select({ sector: sql<Sector>`${practiceRevisions.content} ->> 'sector'`, count: count() })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .where(ofHub(hub, codes))
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`)
}

/** Regencies and cities of some provinces, each with whether it has a published practice. */
export async function listDistrictsOfProvinces(db: Executor, codes: readonly string[], demo: boolean) {
  if (codes.length === 0) return []
  return db
    .select({
      code: regions.code,
      name: regions.name,
      hasPractice: sql<boolean>`exists (select 1 from ${practices} p join ${agencies} a on a.organisation_id = p.agency_id where a.region_code = ${regions.code} and p.state = 'published' and p.is_demo = ${demo})`,
    })
    .from(regions)
    .where(and(inArray(regions.provinceCode, [...codes]), ne(regions.type, 'province')))
    .orderBy(regions.code)
}
