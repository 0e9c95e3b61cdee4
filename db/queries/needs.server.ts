import { and, asc, count, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import {
  agencies,
  hubTerritories,
  needMatches,
  needs,
  organisations,
  practiceRevisions,
  practices,
  regions,
} from '../schema/index.ts'
import type { NeedState } from '../vocabulary.ts'

/** Which needs somebody works with, as plain data; the public board shows those that wait to everybody. */
export type NeedVisibility =
  | { kind: 'none' }
  | { kind: 'all' }
  | { kind: 'agency'; agencyId: string }
  /** Needs of the provinces that the hub covers. */
  | { kind: 'hub'; hubId: string }

/** Two sentences about the same problem share at least so much of their letters; below that it is chance. */
const ALIKE = 0.25

const province = alias(regions, 'province')

const columns = {
  id: needs.id,
  publicId: needs.publicId,
  agencyId: needs.agencyId,
  problem: needs.problem,
  affectedGroup: needs.affectedGroup,
  baseline: needs.baseline,
  planReference: needs.planReference,
  laporTopic: needs.laporTopic,
  laporCount: needs.laporCount,
  state: needs.state,
  closedReason: needs.closedReason,
  version: needs.version,
  isDemo: needs.isDemo,
  createdAt: needs.createdAt,
  closedAt: needs.closedAt,
  agency: organisations.name,
  regionCode: needs.regionCode,
  region: regions.name,
  provinceCode: regions.provinceCode,
  province: province.name,
  matches: sql<number>`(select count(*)::int from ${needMatches} m where m.need_id = ${needs.id})`,
}

function needRows(db: Executor) {
  return db
    .select(columns)
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.agencyId))
    .innerJoin(regions, eq(regions.code, needs.regionCode))
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .$dynamic()
}

export type NeedRow = Awaited<ReturnType<typeof listNeeds>>[number]

export type NeedFilter = { states?: readonly NeedState[]; provinceCode?: string }

function visibleTo(visibility: NeedVisibility): SQL | undefined {
  switch (visibility.kind) {
    case 'all':
      return undefined
    case 'agency':
      return eq(needs.agencyId, visibility.agencyId)
    case 'hub':
      return sql`${regions.provinceCode} in (select province_code from hub_territories where hub_id = ${visibility.hubId})`
    case 'none':
      return sql`false`
  }
}

function matching(visibility: NeedVisibility, { states, provinceCode }: NeedFilter): SQL | undefined {
  return and(
    visibleTo(visibility),
    states ? inArray(needs.state, [...states]) : undefined,
    provinceCode ? eq(regions.provinceCode, provinceCode) : undefined,
  )
}

/** One page of needs, those that have waited longest first. */
export async function listNeeds(
  db: Executor,
  visibility: NeedVisibility,
  filter: NeedFilter & { limit: number; offset: number },
) {
  return needRows(db)
    .where(matching(visibility, filter))
    .orderBy(asc(needs.createdAt), asc(needs.publicId))
    .limit(filter.limit)
    .offset(filter.offset)
}

/** The needs that were recorded last: for short lists. */
export async function listNewestNeeds(db: Executor, states: readonly NeedState[], limit: number) {
  return needRows(db)
    .where(inArray(needs.state, [...states]))
    .orderBy(desc(needs.createdAt), asc(needs.publicId))
    .limit(limit)
}

/** How many needs are in one of these states, demo records left out. */
export async function countRealNeeds(db: Executor, states: readonly NeedState[]): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(needs)
    .where(and(inArray(needs.state, [...states]), eq(needs.isDemo, false)))
  return row?.count ?? 0
}

/** How many needs are in each state. */
export async function countNeedsByState(db: Executor, visibility: NeedVisibility, filter: NeedFilter = {}) {
  return db
    .select({ state: needs.state, count: count() })
    .from(needs)
    .innerJoin(regions, eq(regions.code, needs.regionCode))
    .where(matching(visibility, filter))
    .groupBy(needs.state)
}

/** Provinces with needs in these states, for the filter of the board. */
export async function countNeedsByProvince(db: Executor, states: readonly NeedState[]) {
  return db
    .select({ code: province.code, name: province.name, count: count() })
    .from(needs)
    .innerJoin(regions, eq(regions.code, needs.regionCode))
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .where(inArray(needs.state, [...states]))
    .groupBy(province.code, province.name)
    .orderBy(asc(province.code))
}

/** Needs of other agencies whose problem reads alike (trigrams), most alike first. */
export async function listSimilarNeeds(db: Executor, need: { agencyId: string; problem: string }, limit: number) {
  const alike = sql<number>`similarity(${needs.problem}, ${need.problem})`
  return needRows(db)
    .where(and(ne(needs.agencyId, need.agencyId), ne(needs.state, 'closed'), sql`${alike} >= ${ALIKE}`))
    .orderBy(desc(alike), asc(needs.publicId))
    .limit(limit)
}

export async function findNeed(
  db: Executor,
  publicId: string,
  visibility: NeedVisibility,
): Promise<NeedRow | undefined> {
  const [row] = await needRows(db).where(and(eq(needs.publicId, publicId), visibleTo(visibility)))
  return row
}

/** Published practices that somebody thinks may answer these needs, in the order in which they were added. */
export async function listMatches(db: Executor, needIds: readonly string[]) {
  if (needIds.length === 0) return []
  return db
    .select({
      needId: needMatches.needId,
      practiceId: practices.id,
      publicId: practices.publicId,
      note: needMatches.note,
      addedAt: needMatches.createdAt,
      lifeStatus: practices.lifeStatus,
      lifeConfirmedOn: practices.lifeConfirmedOn,
      agencyId: practices.agencyId,
      agency: organisations.name,
      title: sql<Bilingual>`${practiceRevisions.content} -> 'title'`,
      brand: sql<string>`${practiceRevisions.content} ->> 'brand'`,
      prerequisites: sql<number>`jsonb_array_length(${practiceRevisions.content} -> 'kit' -> 'prerequisites')`,
    })
    .from(needMatches)
    .innerJoin(practices, eq(practices.id, needMatches.practiceId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(and(inArray(needMatches.needId, [...needIds]), eq(practices.state, 'published')))
    .orderBy(asc(needMatches.createdAt), asc(practices.publicId))
}

/** Public numbers of published practices by the beginning of their brands, in the order asked for; unknown ones are left out. */
export async function listPublishedByBrand(db: Executor, brands: readonly string[]): Promise<string[]> {
  const brand = sql<string>`${practiceRevisions.content} ->> 'brand'`
  const rows = await db
    .select({ publicId: practices.publicId, brand })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(and(eq(practices.state, 'published'), or(...brands.map((one) => sql`starts_with(${brand}, ${one})`))))
    .orderBy(asc(practices.publicId))
  return brands.flatMap((one) => rows.find((row) => row.brand.startsWith(one))?.publicId ?? [])
}

/** The hubs that cover a province. */
export async function listHubsOfProvince(db: Executor, provinceCode: string) {
  return db
    .select({ id: hubTerritories.hubId, name: organisations.name, slug: organisations.slug })
    .from(hubTerritories)
    .innerJoin(organisations, eq(organisations.id, hubTerritories.hubId))
    .where(eq(hubTerritories.provinceCode, provinceCode))
    .orderBy(asc(organisations.createdAt), asc(organisations.name))
}

/** Where an agency works; `undefined` when it has no place in Indonesia. */
export async function findPlaceOfAgency(db: Executor, agencyId: string) {
  const [row] = await db
    .select({ regionCode: regions.code, provinceCode: regions.provinceCode, isDemo: regions.isDemo })
    .from(agencies)
    .innerJoin(regions, eq(regions.code, agencies.regionCode))
    .where(eq(agencies.organisationId, agencyId))
  return row
}

export async function insertNeed(tx: Executor, row: typeof needs.$inferInsert) {
  const [created] = await tx.insert(needs).values(row).returning()
  return created!
}

export type NeedChanges = Partial<Omit<typeof needs.$inferInsert, 'id' | 'publicId' | 'version'>>

/** Changes a need that is still as it was read: same version, same state. No row: somebody was faster. */
export async function updateNeed(
  tx: Executor,
  was: Pick<typeof needs.$inferSelect, 'id' | 'version' | 'state'>,
  changes: NeedChanges,
) {
  const [row] = await tx
    .update(needs)
    .set({ ...changes, version: was.version + 1 })
    .where(and(eq(needs.id, was.id), eq(needs.version, was.version), eq(needs.state, was.state)))
    .returning()
  return row
}

export async function insertMatch(tx: Executor, row: typeof needMatches.$inferInsert) {
  await tx
    .insert(needMatches)
    .values(row)
    .onConflictDoUpdate({
      target: [needMatches.needId, needMatches.practiceId],
      set: { note: row.note ?? null, addedBy: row.addedBy },
    })
}

export async function deleteMatch(tx: Executor, key: Pick<typeof needMatches.$inferSelect, 'needId' | 'practiceId'>) {
  await tx
    .delete(needMatches)
    .where(and(eq(needMatches.needId, key.needId), eq(needMatches.practiceId, key.practiceId)))
}
