import { asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import {
  agencies,
  hubs,
  hubTerritories,
  organisations,
  practiceEvents,
  practiceRevisions,
  practices,
} from '../schema/index.ts'
import type { Language } from '../vocabulary.ts'

/** Keys of the catalogue records that are already there. */
export async function listCatalogueKeys(db: Executor): Promise<Set<string>> {
  const rows = await db.select({ key: practices.catalogueKey }).from(practices).where(isNotNull(practices.catalogueKey))
  return new Set(rows.flatMap((row) => (row.key ? [row.key] : [])))
}

/** Agencies by what the catalogue knows of them: the slug of their name, their type and their region. */
export async function listAgencyKeys(db: Executor) {
  return db
    .select({
      id: agencies.organisationId,
      slug: organisations.slug,
      type: agencies.type,
      regionCode: agencies.regionCode,
    })
    .from(agencies)
    .innerJoin(organisations, eq(organisations.id, agencies.organisationId))
}

/** The hub of each province that has one; where several share it, the oldest. */
export async function listHubsByProvince(db: Executor): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([hubTerritories.provinceCode], {
      province: hubTerritories.provinceCode,
      hubId: hubTerritories.hubId,
    })
    .from(hubTerritories)
    .innerJoin(hubs, eq(hubs.organisationId, hubTerritories.hubId))
    .orderBy(hubTerritories.provinceCode, asc(hubs.openedOn), asc(hubs.organisationId))
  return new Map(rows.map((row) => [row.province, row.hubId]))
}

export type PublishedRecord = {
  practice: typeof practices.$inferInsert & { publicId: string; agencyId: string }
  content: (typeof practiceRevisions.$inferInsert)['content']
}

/** Stores records that are published from the start: practice, first revision, event. Answers the new ids by public id. */
export async function insertPublishedPractices(
  tx: Executor,
  records: PublishedRecord[],
  now: Date,
): Promise<Map<string, string>> {
  if (records.length === 0) return new Map()
  const rows = await tx
    .insert(practices)
    .values(records.map((record) => record.practice))
    .returning({ id: practices.id, publicId: practices.publicId })
  const idOf = new Map(rows.map((row) => [row.publicId, row.id]))
  const revisions = await tx
    .insert(practiceRevisions)
    .values(
      records.flatMap(({ practice, content }) => {
        const practiceId = idOf.get(practice.publicId)
        return practiceId
          ? [
              {
                practiceId,
                number: 1,
                state: 'published' as const,
                content,
                createdAt: now,
                savedAt: now,
                submittedAt: now,
                publishedAt: now,
              },
            ]
          : []
      }),
    )
    .returning({ id: practiceRevisions.id, practiceId: practiceRevisions.practiceId })
  await tx
    .update(practices)
    .set({
      state: 'published',
      firstPublishedAt: now,
      liveRevisionId: sql`(select r.id from ${practiceRevisions} r where r.practice_id = ${practices.id} and r.number = 1)`,
    })
    .where(inArray(practices.id, [...idOf.values()]))
  await tx.insert(practiceEvents).values(
    revisions.map(({ id, practiceId }) => ({
      practiceId,
      revisionId: id,
      event: 'load',
      fromState: null,
      toState: 'published',
      at: now,
    })),
  )
  return idOf
}

/** Gives records of the catalogue their search terms where nobody has assigned any; the index has to follow. */
export async function updateSearchTermsByCatalogue(
  tx: Executor,
  assigned: readonly { key: string; terms: Record<Language, string[]> }[],
): Promise<void> {
  await tx.execute(sql`
    update practices p set search_terms = a.terms, search_version = p.search_version + 1
    from jsonb_to_recordset(${JSON.stringify(assigned)}::jsonb) as a(key text, terms jsonb)
    where p.catalogue_key = a.key and p.search_terms is null`)
}
