import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { agencies, hubTerritories, regions, searchDemand } from '../schema/index.ts'

export type DemandCount = typeof searchDemand.$inferInsert

/** Adds counts to what is there, in one statement. */
export async function upsertDemand(db: Executor, counts: readonly DemandCount[]): Promise<void> {
  if (counts.length === 0) return
  const added = (column: 'searches' | 'without_hit' | 'opened') =>
    sql.raw(`search_demand.${column} + excluded.${column}`)
  await db
    .insert(searchDemand)
    .values([...counts])
    .onConflictDoUpdate({
      target: [searchDemand.day, searchDemand.province, searchDemand.language, searchDemand.words],
      set: { searches: added('searches'), withoutHit: added('without_hit'), opened: added('opened') },
    })
}

/** Words that were searched often enough since a day, in one province or anywhere; those without a hit first. */
export async function listDemand(
  db: Executor,
  { since, province, least, limit }: { since: string; province: string | null; least: number; limit: number },
) {
  const searches = sql<number>`sum(${searchDemand.searches})::int`
  const withoutHit = sql<number>`sum(${searchDemand.withoutHit})::int`
  const withoutOpening = sql<number>`greatest(0, sum(${searchDemand.searches} - ${searchDemand.opened}))::int`
  return db
    .select({ words: searchDemand.words, searches, withoutHit, withoutOpening })
    .from(searchDemand)
    .where(and(gte(searchDemand.day, since), province ? eq(searchDemand.province, province) : undefined))
    .groupBy(searchDemand.words)
    .having(sql`sum(${searchDemand.searches}) >= ${least}`)
    .orderBy(desc(withoutHit), desc(withoutOpening), desc(searches), searchDemand.words)
    .limit(limit)
}

/** Deletes what is older than `before`, and before `rareBefore` the words that were searched less than `least` times in all. */
export async function deleteOldDemand(
  db: Executor,
  { before, rareBefore, least }: { before: string; rareBefore: string; least: number },
): Promise<void> {
  await db.execute(sql`
    delete from search_demand where day < ${before} or (day < ${rareBefore} and words in (
      select words from search_demand where day >= ${before} group by words having sum(searches) < ${least}))`)
}

/** The province an organisation works in; of a hub only when it has a single one. */
export async function findProvinceOfOrganisation(db: Executor, organisationId: string): Promise<string | null> {
  const [agency] = await db
    .select({ province: regions.provinceCode })
    .from(agencies)
    .innerJoin(regions, eq(regions.code, agencies.regionCode))
    .where(eq(agencies.organisationId, organisationId))
  if (agency) return agency.province
  const territories = await db
    .select({ province: hubTerritories.provinceCode })
    .from(hubTerritories)
    .where(eq(hubTerritories.hubId, organisationId))
    .limit(2)
  return territories.length === 1 ? (territories[0]?.province ?? null) : null
}
