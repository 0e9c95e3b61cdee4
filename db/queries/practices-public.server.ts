import { and, asc, count, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  adoptions,
  agencies,
  hubs,
  interests,
  lifeAssertions,
  organisations,
  outcomeReports,
  practiceRevisions,
  practices,
  regions,
} from '../schema/index.ts'
import type { Sector } from '../vocabulary.ts'
import { contactOf } from './life.server.ts'
import { withMerged } from './merges.server.ts'

/*
 * What everybody may read: practices that are published, and what is left of those that were withdrawn.
 * Counts and lists leave demo records out.
 */

const province = alias(regions, 'province')
const hubOrganisation = alias(organisations, 'hub_organisation')
const original = alias(practices, 'original')

const published = eq(practices.state, 'published')
/** Published, and no demo record. */
export const real = and(published, eq(practices.isDemo, false))
const content = practiceRevisions.content

/** Adoptions that everybody may know of: the letter of interest is signed and the source has not refused. */
const adoptionsRecorded = sql<number>`(
  select count(*)::int from ${adoptions} a join ${interests} i on i.adoption_id = a.id
  where a.practice_id = ${withMerged(practices.id)} and i.signed_at is not null and a.state <> 'declined' and a.is_demo = ${practices.isDemo})`

const repeatedElsewhere = sql<boolean>`exists (
  select 1 from ${adoptions} a join ${outcomeReports} r on r.adoption_id = a.id
  where a.practice_id = ${withMerged(practices.id)} and a.state = 'completed')`

/** A curator published the text, with its figures; the starting catalogue was loaded by the program. */
const checkedByHub = sql<boolean>`(${practiceRevisions.publishedBy} is not null or exists (
  select 1 from practice_revisions reviewed
  where reviewed.id = ${practiceRevisions.minorOf} and reviewed.published_by is not null))`

const columns = {
  id: practices.id,
  publicId: practices.publicId,
  state: practices.state,
  agencyId: practices.agencyId,
  agencyParentId: agencies.parentId,
  hubId: practices.hubId,
  lifeStatus: practices.lifeStatus,
  lifeConfirmedOn: practices.lifeConfirmedOn,
  isDemo: practices.isDemo,
  version: practiceRevisions.number,
  versionPublishedAt: practiceRevisions.publishedAt,
  content,
  checkedByHub,
  repeatedElsewhere,
  adoptionsRecorded,
  agency: organisations.name,
  agencyType: agencies.type,
  /** Whom to ask: see db/queries/life.server.ts. */
  contactEmail: contactOf,
  country: agencies.country,
  regionCode: regions.code,
  region: regions.name,
  provinceCode: province.code,
  province: province.name,
}

/** Practices joined to the text the public reads, their agency and their place. */
function publicPractices<More extends Record<string, PgColumn> = Record<never, never>>(db: Executor, more?: More) {
  return db
    .select({ ...columns, ...(more as More) })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(province, eq(province.code, regions.provinceCode))
    .$dynamic()
}

export type PublicPracticeRow = Awaited<ReturnType<typeof listPublishedPractices>>[number]

/** The practice of a public id, while it is published. */
export async function findPublishedPractice(db: Executor, publicId: string): Promise<PublicPracticeRow | undefined> {
  const [row] = await publicPractices(db).where(and(published, eq(practices.publicId, publicId)))
  return row
}

/** A practice that was merged into one that is on the site: its old versions can still be read. */
export async function findMergedPractice(db: Executor, publicId: string): Promise<PublicPracticeRow | undefined> {
  const [row] = await publicPractices(db).where(and(eq(practices.state, 'withdrawn'), eq(practices.publicId, publicId)))
  return row
}

/** The published practices among some public ids, in no order. */
export async function listPublishedPractices(db: Executor, publicIds: readonly string[]) {
  if (publicIds.length === 0) return []
  return publicPractices(db).where(and(published, inArray(practices.publicId, [...publicIds])))
}

/** The published practices among some keys, in no order: what the search index may hold. */
export async function listPublishedPracticesByKey(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return publicPractices(db, {
    searchVersion: practices.searchVersion,
    firstPublishedAt: practices.firstPublishedAt,
    searchTerms: practices.searchTerms,
    hubSlug: hubOrganisation.slug,
    hub: hubOrganisation.name,
  })
    .leftJoin(hubOrganisation, eq(hubOrganisation.id, practices.hubId))
    .where(and(published, inArray(practices.id, [...ids])))
}

/** The hub that answers for a practice, and the practice it is a replica of (when that one is published). */
export async function findPracticeTies(db: Executor, practiceId: string) {
  const [row] = await db
    .select({ hub: hubOrganisation.name, hubSlug: hubOrganisation.slug, original: original.publicId })
    .from(practices)
    .leftJoin(hubs, eq(hubs.organisationId, practices.hubId))
    .leftJoin(hubOrganisation, eq(hubOrganisation.id, hubs.organisationId))
    .leftJoin(original, and(eq(original.id, practices.replicaOfId), eq(original.state, 'published')))
    .where(eq(practices.id, practiceId))
  return row
}

/** One published version of a practice. */
export async function findPublishedRevision(db: Executor, practiceId: string, number: number) {
  const [row] = await db
    .select({
      version: practiceRevisions.number,
      versionPublishedAt: practiceRevisions.publishedAt,
      content,
      checkedByHub,
    })
    .from(practiceRevisions)
    // With one table alone its columns would lose its name, and mean those of the table inside `checkedByHub`.
    .innerJoin(practices, eq(practices.id, practiceRevisions.practiceId))
    .where(
      and(
        eq(practiceRevisions.practiceId, practiceId),
        eq(practiceRevisions.number, number),
        eq(practiceRevisions.state, 'published'),
      ),
    )
  return row
}

/** All published versions of a practice, newest first. */
export async function listPublishedRevisions(db: Executor, practiceId: string) {
  return db
    .select({
      number: practiceRevisions.number,
      publishedAt: practiceRevisions.publishedAt,
      /** Published without a review, as the hub allows for small things. */
      minor: sql<boolean>`${practiceRevisions.minorOf} is not null`,
    })
    .from(practiceRevisions)
    .where(and(eq(practiceRevisions.practiceId, practiceId), eq(practiceRevisions.state, 'published')))
    .orderBy(desc(practiceRevisions.number))
}

/** What hubs have confirmed about the life of a practice, newest first. */
export async function listLifeConfirmations(db: Executor, practiceId: string) {
  return db
    .select({ status: lifeAssertions.status, confirmedAt: lifeAssertions.confirmedAt })
    .from(lifeAssertions)
    .where(and(eq(lifeAssertions.practiceId, practiceId), isNotNull(lifeAssertions.confirmedAt)))
    .orderBy(desc(lifeAssertions.confirmedAt))
    .limit(20)
}

/** The latest texts to be published for the first time; of one day, those that began last. */
export async function listNewestPractices(db: Executor, limit: number) {
  return publicPractices(db)
    .where(and(real, sql`${content} -> 'title' ->> 'id' is not null`))
    .orderBy(
      desc(sql`date_trunc('day', ${practices.firstPublishedAt})`),
      desc(sql`coalesce(${content} ->> 'startedOn', '')`),
      asc(practices.publicId),
    )
    .limit(limit)
}

/** The places of `namedAdopters`, counted by the database. */
const namedPlaces = sql<number>`(
  select count(*)::int from jsonb_array_elements_text(${content} -> 'replicatedBy') place where place !~* '\\mrencana\\M')`

/** Practices that others copied according to their sources, most places first. */
export async function listCopiedPractices(db: Executor, limit: number) {
  return publicPractices(db)
    .where(and(real, sql`${namedPlaces} > 0`))
    .orderBy(desc(namedPlaces), asc(practices.publicId))
    .limit(limit)
}

/** Practices that others adopted here, most adoptions first. */
export async function listMostAdoptedPractices(db: Executor, limit: number) {
  return publicPractices(db)
    .where(and(real, sql`${adoptionsRecorded} > 0`))
    .orderBy(desc(adoptionsRecorded), asc(practices.publicId))
    .limit(limit)
}

/** Figures of the whole catalogue. `since`: confirmations from that day on count as fresh. */
export async function countCatalogue(db: Executor, since: string) {
  const [row] = await db
    .select({
      total: count(),
      domestic: sql<number>`count(*) filter (where ${agencies.country} = 'ID')::int`,
      abroad: sql<number>`count(*) filter (where ${agencies.country} <> 'ID')::int`,
      countries: sql<number>`count(distinct ${agencies.country}) filter (where ${agencies.country} <> 'ID')::int`,
      provinces: sql<number>`count(distinct ${regions.provinceCode})::int`,
      districts: sql<number>`count(distinct ${regions.code}) filter (where ${regions.type} <> 'province')::int`,
      placed: sql<number>`count(${regions.code})::int`,
      withResults: sql<number>`count(*) filter (where jsonb_array_length(${content} -> 'results') > 0)::int`,
      copied: sql<number>`count(*) filter (where ${namedPlaces} > 0)::int`,
      confirmed: sql<number>`count(*) filter (where ${practices.lifeConfirmedOn} >= ${since} and ${practices.lifeStatus} not in ('unconfirmed', 'stopped'))::int`,
    })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .where(real)
  return row!
}

/** Practices in each sector, largest first. */
export async function countPracticesBySector(db: Executor) {
  return db
    .select({ sector: sql<Sector>`${content} ->> 'sector'`, count: count() })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(real)
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`)
}

/** Adoptions that everybody may know of, from where to where, newest first. */
export async function listAdoptionFlows(db: Executor) {
  const adopter = alias(organisations, 'adopter')
  const adopterAgency = alias(agencies, 'adopter_agency')
  const adopterRegion = alias(regions, 'adopter_region')
  return db
    .select({
      publicId: practices.publicId,
      brand: sql<string>`${content} ->> 'brand'`,
      origin: organisations.name,
      originProvince: regions.provinceCode,
      adopter: adopter.name,
      adopterProvince: adopterRegion.provinceCode,
    })
    .from(adoptions)
    .innerJoin(interests, and(eq(interests.adoptionId, adoptions.id), isNotNull(interests.signedAt)))
    .innerJoin(practices, and(eq(practices.id, adoptions.practiceId), real))
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .innerJoin(adopter, eq(adopter.id, adoptions.agencyId))
    .innerJoin(adopterAgency, eq(adopterAgency.organisationId, adoptions.agencyId))
    .leftJoin(adopterRegion, eq(adopterRegion.code, adopterAgency.regionCode))
    .where(and(ne(adoptions.state, 'declined'), eq(adoptions.isDemo, false)))
    .orderBy(desc(interests.signedAt))
    .limit(1000)
}
