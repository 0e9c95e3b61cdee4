import { and, asc, count, desc, eq, gte, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import type { Bilingual, PracticeContent } from '../practice-content.ts'
import {
  adoptions,
  agencies,
  interests,
  needs,
  organisations,
  practiceRevisions,
  practices,
  regions,
  users,
} from '../schema/index.ts'
import type { AdoptionState } from '../vocabulary.ts'
import { withMerged } from './merges.server.ts'

/** Which adoptions somebody may see, as plain data; made by app/domain/adoption. */
export type AdoptionVisibility =
  | { kind: 'none' }
  | { kind: 'all' }
  /** Those the agency makes, and those of its own practices once interest is to be declared. */
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string }

/** From this step on the source agency is part of an adoption. */
const SOURCE_FROM_STEP = 3

const adopter = alias(organisations, 'adopter')
const adopterAgency = alias(agencies, 'adopter_agency')
const province = alias(regions, 'province')
const source = alias(organisations, 'source')
/** The agency of the adopted practice. */
export const sourceAgency = alias(agencies, 'source_agency')
const sourceRegion = alias(regions, 'source_region')
const hub = alias(organisations, 'hub')
const lead = alias(users, 'lead')
const readRevision = alias(practiceRevisions, 'read_revision')
const liveRevision = alias(practiceRevisions, 'live_revision')
const replica = alias(practices, 'replica')

/** The rule of who sees an adoption, as a condition; the query must join practices and `sourceAgency`. */
export function visibleTo(visibility: AdoptionVisibility): SQL | undefined {
  switch (visibility.kind) {
    case 'all':
      return undefined
    case 'agency':
      return or(
        eq(adoptions.agencyId, visibility.agencyId),
        and(
          or(eq(practices.agencyId, visibility.agencyId), eq(sourceAgency.parentId, visibility.agencyId)),
          gte(adoptions.step, SOURCE_FROM_STEP),
        ),
      )
    case 'hub':
      return eq(adoptions.hubId, visibility.hubId)
    case 'none':
      return sql`false`
  }
}

const wholeColumns = {
  adoption: adoptions,
  need: needs,
  agency: adopter.name,
  region: regions.name,
  provinceCode: regions.provinceCode,
  province: province.name,
  timeZone: regions.timeZone,
  leadName: lead.name,
  hub: hub.name,
  hubSlug: hub.slug,
  practicePublicId: practices.publicId,
  practiceState: practices.state,
  lifeStatus: practices.lifeStatus,
  lifeConfirmedOn: practices.lifeConfirmedOn,
  sourceAgencyId: practices.agencyId,
  /** The government that the source agency is a unit of: its people count as the source's. */
  sourceParentId: sourceAgency.parentId,
  sourceAgency: source.name,
  sourceRegion: sourceRegion.name,
  readVersion: readRevision.number,
  liveVersion: liveRevision.number,
  /** The text that was read when the practice was chosen. */
  content: sql<PracticeContent | null>`coalesce(${readRevision.content}, ${liveRevision.content})`,
  replicaPublicId: replica.publicId,
  replicaState: replica.state,
}

export type AdoptionRow = NonNullable<Awaited<ReturnType<typeof findAdoption>>>

/** An adoption with all it belongs to, when it may be seen. */
export async function findAdoption(db: Executor, publicId: string, visibility: AdoptionVisibility) {
  const [row] = await db
    .select(wholeColumns)
    .from(adoptions)
    .innerJoin(needs, eq(needs.id, adoptions.needId))
    .innerJoin(adopter, eq(adopter.id, adoptions.agencyId))
    .innerJoin(regions, eq(regions.code, needs.regionCode))
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .innerJoin(lead, eq(lead.id, adoptions.leadId))
    .leftJoin(hub, eq(hub.id, adoptions.hubId))
    .leftJoin(practices, eq(practices.id, adoptions.practiceId))
    .leftJoin(source, eq(source.id, practices.agencyId))
    .leftJoin(sourceAgency, eq(sourceAgency.organisationId, practices.agencyId))
    .leftJoin(sourceRegion, eq(sourceRegion.code, sourceAgency.regionCode))
    .leftJoin(readRevision, eq(readRevision.id, adoptions.revisionId))
    .leftJoin(liveRevision, eq(liveRevision.id, practices.liveRevisionId))
    .leftJoin(replica, eq(replica.id, adoptions.replicaPracticeId))
    .where(and(eq(adoptions.publicId, publicId), visibleTo(visibility)))
  return row
}

const titleOf = sql<Bilingual | null>`coalesce(${readRevision.content}, ${liveRevision.content}) -> 'title'`
const brandOf = sql<string | null>`coalesce(${readRevision.content}, ${liveRevision.content}) ->> 'brand'`

const listColumns = {
  id: adoptions.id,
  publicId: adoptions.publicId,
  needId: adoptions.needId,
  step: adoptions.step,
  state: adoptions.state,
  reviewOn: adoptions.reviewOn,
  stopReason: adoptions.stopReason,
  launchedOn: adoptions.launchedOn,
  createdAt: adoptions.createdAt,
  updatedAt: adoptions.updatedAt,
  isDemo: adoptions.isDemo,
  processVersion: adoptions.processVersion,
  agencyId: adoptions.agencyId,
  hubId: adoptions.hubId,
  problem: needs.problem,
  agency: adopter.name,
  sourceAgencyId: practices.agencyId,
  sourceAgency: source.name,
  title: titleOf,
  brand: brandOf,
}

function adoptionList(db: Executor) {
  return db
    .select(listColumns)
    .from(adoptions)
    .innerJoin(needs, eq(needs.id, adoptions.needId))
    .innerJoin(adopter, eq(adopter.id, adoptions.agencyId))
    .leftJoin(practices, eq(practices.id, adoptions.practiceId))
    .leftJoin(source, eq(source.id, practices.agencyId))
    .leftJoin(sourceAgency, eq(sourceAgency.organisationId, practices.agencyId))
    .leftJoin(readRevision, eq(readRevision.id, adoptions.revisionId))
    .leftJoin(liveRevision, eq(liveRevision.id, practices.liveRevisionId))
    .$dynamic()
}

/** One page of the adoptions that may be seen, those that moved last first. */
export async function listAdoptions(
  db: Executor,
  visibility: AdoptionVisibility,
  page: { states?: readonly AdoptionState[]; limit: number; offset: number },
) {
  return adoptionList(db)
    .where(and(visibleTo(visibility), page.states ? inArray(adoptions.state, [...page.states]) : undefined))
    .orderBy(desc(adoptions.updatedAt), asc(adoptions.publicId))
    .limit(page.limit)
    .offset(page.offset)
}

/** How many adoptions that may be seen are in each state. */
export async function countAdoptionsByState(db: Executor, visibility: AdoptionVisibility) {
  return db
    .select({ state: adoptions.state, count: count() })
    .from(adoptions)
    .leftJoin(practices, eq(practices.id, adoptions.practiceId))
    .leftJoin(sourceAgency, eq(sourceAgency.organisationId, practices.agencyId))
    .where(visibleTo(visibility))
    .groupBy(adoptions.state)
}

/** All adoptions of these needs, newest first. */
export async function listAdoptionsOfNeeds(db: Executor, needIds: readonly string[]) {
  if (needIds.length === 0) return []
  return adoptionList(db)
    .where(inArray(adoptions.needId, [...needIds]))
    .orderBy(desc(adoptions.createdAt))
    .limit(200)
}

/** Whether an adoption of the need is under way. */
export async function existsRunningAdoption(db: Executor, needId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: adoptions.id })
    .from(adoptions)
    .where(and(eq(adoptions.needId, needId), inArray(adoptions.state, ['active', 'paused'])))
    .limit(1)
  return row !== undefined
}

/** Whether the agency adopts the practice already, in another adoption than `except`. */
export async function existsRunningAdoptionOf(
  db: Executor,
  { agencyId, practiceId, except }: { agencyId: string; practiceId: string; except: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: adoptions.id })
    .from(adoptions)
    .where(
      and(
        eq(adoptions.agencyId, agencyId),
        eq(adoptions.practiceId, practiceId),
        ne(adoptions.id, except),
        inArray(adoptions.state, ['active', 'paused']),
      ),
    )
    .limit(1)
  return row !== undefined
}

/**
 * What everybody may know about the adoptions of a practice, newest first: from the day on which the head signed the
 * letter of interest. A refusal stays between the two agencies.
 */
export async function listAdoptionsOfPractice(db: Executor, practiceId: string) {
  return db
    .select({
      publicId: adoptions.publicId,
      agency: adopter.name,
      regionCode: adopterAgency.regionCode,
      region: regions.name,
      provinceCode: regions.provinceCode,
      province: province.name,
      step: adoptions.step,
      state: adoptions.state,
      since: interests.signedAt,
      endedAt: adoptions.endedAt,
      stopReason: adoptions.stopReason,
      isDemo: adoptions.isDemo,
      /** Public number of the replica, once that is published. */
      replica: sql<string | null>`case when ${replica.state} = 'published' then ${replica.publicId} end`,
      outcome: outcomeOf(),
    })
    .from(adoptions)
    .innerJoin(interests, eq(interests.adoptionId, adoptions.id))
    .innerJoin(adopter, eq(adopter.id, adoptions.agencyId))
    .innerJoin(adopterAgency, eq(adopterAgency.organisationId, adoptions.agencyId))
    .leftJoin(regions, eq(regions.code, adopterAgency.regionCode))
    .leftJoin(province, eq(province.code, regions.provinceCode))
    .leftJoin(replica, eq(replica.id, adoptions.replicaPracticeId))
    .where(
      and(
        sql`${adoptions.practiceId} = ${withMerged(practiceId)}`,
        isNotNull(interests.signedAt),
        ne(adoptions.state, 'declined'),
      ),
    )
    .orderBy(desc(interests.signedAt), asc(adoptions.publicId))
    .limit(200)
}

export type OutcomeLine = {
  name: string
  unit: string
  baseline: number
  target: number
  /** The newest measurement and the month of its report; null before the first report. */
  value: number | null
  month: number | null
}

/** Indicators of an adoption with their newest reported value. */
function outcomeOf() {
  return sql<OutcomeLine[]>`coalesce((
    select json_agg(json_build_object('name', i.name, 'unit', i.unit, 'baseline', i.baseline_value,
      'target', i.target_value, 'value', latest.value, 'month', latest.month) order by i.name)
    from adoption_indicators i
    left join lateral (
      select v.value, r.month from outcome_values v join outcome_reports r on r.id = v.report_id
      where v.indicator_id = i.id order by r.month desc limit 1
    ) latest on true
    where i.adoption_id = ${adoptions.id}), '[]'::json)`
}

/** A completed adoption, for its public certificate. */
export async function findCompletedAdoption(db: Executor, publicId: string) {
  const [row] = await db
    .select({
      publicId: adoptions.publicId,
      certificateNumber: adoptions.certificateNumber,
      createdAt: adoptions.createdAt,
      launchedOn: adoptions.launchedOn,
      endedAt: adoptions.endedAt,
      isDemo: adoptions.isDemo,
      agency: adopter.name,
      province: province.name,
      problem: needs.problem,
      hub: hub.name,
      practicePublicId: practices.publicId,
      practiceState: practices.state,
      readVersion: readRevision.number,
      sourceAgency: source.name,
      title: titleOf,
      brand: brandOf,
      replica: sql<string | null>`case when ${replica.state} = 'published' then ${replica.publicId} end`,
      outcome: outcomeOf(),
    })
    .from(adoptions)
    .innerJoin(needs, eq(needs.id, adoptions.needId))
    .innerJoin(adopter, eq(adopter.id, adoptions.agencyId))
    .innerJoin(regions, eq(regions.code, needs.regionCode))
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .innerJoin(practices, eq(practices.id, adoptions.practiceId))
    .innerJoin(source, eq(source.id, practices.agencyId))
    .leftJoin(hub, eq(hub.id, adoptions.hubId))
    .leftJoin(readRevision, eq(readRevision.id, adoptions.revisionId))
    .leftJoin(liveRevision, eq(liveRevision.id, practices.liveRevisionId))
    .leftJoin(replica, eq(replica.id, adoptions.replicaPracticeId))
    .where(and(eq(adoptions.publicId, publicId), eq(adoptions.state, 'completed')))
  return row
}
