import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  agencies,
  hubs,
  hubTerritories,
  importedRecords,
  organisations,
  practiceRevisions,
  practices,
  regions,
} from '../schema/index.ts'

/* What a sheet is compared with: agencies, records that were imported before, practices that may be the same. */

export type ImportScope =
  | { kind: 'none' }
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string }
  | { kind: 'national' }

/** All agencies with their place, and whether drafts may be written for them in this scope. */
export async function listAgenciesForImport(db: Executor, scope: ImportScope) {
  const within =
    scope.kind === 'agency'
      ? or(eq(agencies.organisationId, scope.agencyId), eq(agencies.parentId, scope.agencyId))
      : scope.kind === 'hub'
        ? sql`${regions.provinceCode} in (select t.province_code from ${hubTerritories} t where t.hub_id = ${scope.hubId})`
        : sql`${scope.kind === 'national'}`
  return db
    .select({
      id: agencies.organisationId,
      name: organisations.name,
      regionCode: agencies.regionCode,
      provinceCode: regions.provinceCode,
      country: agencies.country,
      isDemo: organisations.isDemo,
      isWithin: sql<boolean>`coalesce(${within}, false)`,
      isUnit: sql<boolean>`${agencies.parentId} is not null`,
    })
    .from(agencies)
    .innerJoin(organisations, eq(organisations.id, agencies.organisationId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .orderBy(asc(organisations.name))
}

/** The hub that answers for each province; where several do, the oldest. */
export async function listHubOfProvince(db: Executor): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([hubTerritories.provinceCode], { code: hubTerritories.provinceCode, hubId: hubTerritories.hubId })
    .from(hubTerritories)
    .innerJoin(hubs, eq(hubs.organisationId, hubTerritories.hubId))
    .orderBy(hubTerritories.provinceCode, asc(hubs.openedOn), asc(hubs.organisationId))
  return new Map(rows.map(({ code, hubId }) => [code, hubId]))
}

const open = alias(practiceRevisions, 'open')
const live = alias(practiceRevisions, 'live')

/** Records by the agency and the number that they had elsewhere, with the text that is being written of each. */
export async function listImportedRecords(db: Executor, externalIds: readonly string[], { lock = false } = {}) {
  if (externalIds.length === 0) return []
  const query = db
    .select({
      agencyId: importedRecords.agencyId,
      externalId: importedRecords.externalId,
      practiceId: importedRecords.practiceId,
      checksum: importedRecords.checksum,
      revisionId: importedRecords.revisionId,
      version: importedRecords.version,
      publicId: practices.publicId,
      practiceState: practices.state,
      openId: open.id,
      openState: open.state,
      openVersion: open.version,
    })
    .from(importedRecords)
    .innerJoin(practices, eq(practices.id, importedRecords.practiceId))
    .leftJoin(open, and(eq(open.practiceId, practices.id), ne(open.state, 'published'), ne(open.state, 'discarded')))
    .where(inArray(importedRecords.externalId, [...externalIds]))
    .$dynamic()
  return lock ? query.for('update', { of: importedRecords }) : query
}

export type ImportedRecord = Awaited<ReturnType<typeof listImportedRecords>>[number]

export async function upsertImportedRecord(
  tx: Executor,
  row: Pick<
    typeof importedRecords.$inferInsert,
    'agencyId' | 'externalId' | 'practiceId' | 'checksum' | 'revisionId' | 'version'
  >,
): Promise<void> {
  const { practiceId, checksum, revisionId, version } = row
  await tx
    .insert(importedRecords)
    .values(row)
    .onConflictDoUpdate({
      target: [importedRecords.agencyId, importedRecords.externalId],
      set: { practiceId, checksum, revisionId, version },
    })
}

/** Names of the practices that the actor may know of: those on the site, those sent in, those of the own agency. */
export async function listPracticeNames(db: Executor, scope: ImportScope) {
  return db
    .select({
      id: practices.id,
      publicId: practices.publicId,
      state: practices.state,
      agencyId: practices.agencyId,
      provinceCode: regions.provinceCode,
      brand: sql<string>`coalesce(${live.content} ->> 'brand', ${open.content} ->> 'brand', '')`,
      title: sql<string | null>`coalesce(${live.content} -> 'title' ->> 'id', ${open.content} -> 'title' ->> 'id')`,
    })
    .from(practices)
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(live, eq(live.id, practices.liveRevisionId))
    .leftJoin(open, and(eq(open.practiceId, practices.id), ne(open.state, 'published'), ne(open.state, 'discarded')))
    .where(
      and(
        ne(practices.state, 'withdrawn'),
        or(isNotNull(live.id), isNotNull(open.id)),
        or(
          eq(practices.state, 'published'),
          isNotNull(open.submittedAt),
          scope.kind === 'agency'
            ? or(eq(practices.agencyId, scope.agencyId), eq(agencies.parentId, scope.agencyId))
            : undefined,
        ),
      ),
    )
}
