import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import {
  adoptionClosings,
  adoptions,
  agreements,
  interests,
  memberships,
  needs,
  organisations,
  practiceRevisions,
  practices,
} from '../schema/index.ts'
import { OUTCOME_MONTHS, type OutcomeMonth } from '../vocabulary.ts'
import { type AdoptionVisibility, sourceAgency, visibleTo } from './adoptions.server.ts'

export type AdoptionWorkRow = Awaited<ReturnType<typeof listRunningAdoptions>>[number]

/** Running adoptions that may be seen, with what tells whose turn it is; those that waited longest first. */
export async function listRunningAdoptions(db: Executor, visibility: AdoptionVisibility, today: string, limit: number) {
  const held = (roles: string[]) =>
    sql<boolean>`exists (select 1 from ${memberships} m join users u on u.id = m.user_id
      where m.organisation_id in (${practices.agencyId}, ${sourceAgency.parentId})
        and m.role in (${sql.join(
          roles.map((role) => sql`${role}`),
          sql`, `,
        )}) and u.disabled_at is null
        and m.starts_on <= ${today} and (m.ends_on is null or m.ends_on > ${today}))`
  return db
    .select({
      publicId: adoptions.publicId,
      agencyId: adoptions.agencyId,
      hubId: adoptions.hubId,
      step: adoptions.step,
      state: adoptions.state,
      processVersion: adoptions.processVersion,
      reviewOn: adoptions.reviewOn,
      launchedOn: adoptions.launchedOn,
      updatedAt: adoptions.updatedAt,
      problem: needs.problem,
      agency: organisations.name,
      sourceAgencyId: practices.agencyId,
      sourceParentId: sourceAgency.parentId,
      title: sql<Bilingual | null>`${practiceRevisions.content} -> 'title'`,
      brand: sql<string | null>`${practiceRevisions.content} ->> 'brand'`,
      letter: sql<{ signed: boolean; verified: boolean } | null>`case when ${interests.adoptionId} is not null then
        json_build_object('signed', ${interests.signedAt} is not null, 'verified', ${interests.hubVerifiedAt} is not null) end`,
      agreement: sql<{
        adopterSigned: boolean
        sourceSigned: boolean
      } | null>`case when ${agreements.id} is not null then
        json_build_object('adopterSigned', ${agreements.adopterSignedAt} is not null, 'sourceSigned', ${agreements.sourceSignedAt} is not null) end`,
      closing: sql<{
        hubSigned: boolean
        sourceSigned: boolean
      } | null>`case when ${adoptionClosings.adoptionId} is not null then
        json_build_object('hubSigned', ${adoptionClosings.hubSignedAt} is not null, 'sourceSigned', ${adoptionClosings.sourceSignedAt} is not null) end`,
      /** The month of the next outcome report; null when all are in. */
      nextMonth: sql<OutcomeMonth | null>`(select min(due.month) from unnest(array[${sql.raw(OUTCOME_MONTHS.join(', '))}]) as due(month)
        where not exists (select 1 from outcome_reports r where r.adoption_id = ${adoptions.id} and r.month = due.month))`,
      sourceHasSignatory: held(['agency_admin', 'agency_head']),
      sourceHasHead: held(['agency_head']),
    })
    .from(adoptions)
    .innerJoin(needs, eq(needs.id, adoptions.needId))
    .innerJoin(organisations, eq(organisations.id, adoptions.agencyId))
    .leftJoin(practices, eq(practices.id, adoptions.practiceId))
    .leftJoin(sourceAgency, eq(sourceAgency.organisationId, practices.agencyId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, adoptions.revisionId))
    .leftJoin(interests, eq(interests.adoptionId, adoptions.id))
    .leftJoin(agreements, eq(agreements.adoptionId, adoptions.id))
    .leftJoin(adoptionClosings, eq(adoptionClosings.adoptionId, adoptions.id))
    .where(and(inArray(adoptions.state, ['active', 'paused']), visibleTo(visibility)))
    .orderBy(asc(adoptions.updatedAt), asc(adoptions.publicId))
    .limit(limit)
}
