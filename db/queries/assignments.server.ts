import { and, asc, count, eq, exists, gt, gte, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import {
  adoptions,
  agencies,
  assignments,
  coachingSessions,
  hubTerritories,
  memberships,
  organisations,
  practiceRevisions,
  practices,
  regions,
  users,
} from '../schema/index.ts'

export type AssignmentRecord = typeof assignments.$inferSelect

const province = alias(regions, 'province')

const assignmentColumns = {
  id: assignments.id,
  hubId: assignments.hubId,
  mentorId: assignments.mentorId,
  mentorName: users.name,
  regionCode: assignments.regionCode,
  regionName: regions.name,
  timeZone: regions.timeZone,
  isDemo: regions.isDemo,
  startsOn: assignments.startsOn,
  endsOn: assignments.endsOn,
}

function assignmentRows(db: Executor) {
  return db
    .select(assignmentColumns)
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.mentorId))
    .innerJoin(regions, eq(regions.code, assignments.regionCode))
    .$dynamic()
}

export type AssignmentRow = Awaited<ReturnType<typeof listAssignmentsOfHub>>[number]

/** Assignments of a hub that hold on a day or later, by district. */
export async function listAssignmentsOfHub(db: Executor, hubId: string, from: string) {
  return assignmentRows(db)
    .where(and(eq(assignments.hubId, hubId), or(isNull(assignments.endsOn), gt(assignments.endsOn, from))))
    .orderBy(asc(regions.code), asc(assignments.startsOn))
    .limit(2000)
}

/** All assignments of a mentor in a hub, also past ones. */
export async function listAssignmentsOfMentor(db: Executor, hubId: string, mentorId: string) {
  return assignmentRows(db)
    .where(and(eq(assignments.hubId, hubId), eq(assignments.mentorId, mentorId)))
    .orderBy(asc(regions.code), asc(assignments.startsOn))
    .limit(1000)
}

/** An assignment of a hub. */
export async function findAssignment(db: Executor, hubId: string, id: string): Promise<AssignmentRow | undefined> {
  const [row] = await assignmentRows(db).where(and(eq(assignments.id, id), eq(assignments.hubId, hubId)))
  return row
}

/** The new assignment; `undefined` when the mentor has the district already at some time of the period. */
export async function insertAssignment(
  db: Executor,
  row: typeof assignments.$inferInsert,
): Promise<AssignmentRecord | undefined> {
  const [stored] = await db.insert(assignments).values(row).onConflictDoNothing().returning()
  return stored
}

/** Sets the end of an assignment that still ends as it was read; `undefined` when it does not. */
export async function updateAssignmentEnd(
  db: Executor,
  read: Pick<AssignmentRecord, 'id' | 'endsOn'>,
  endsOn: string,
): Promise<AssignmentRecord | undefined> {
  const [row] = await db
    .update(assignments)
    .set({ endsOn })
    .where(
      and(
        eq(assignments.id, read.id),
        read.endsOn === null ? isNull(assignments.endsOn) : eq(assignments.endsOn, read.endsOn),
      ),
    )
    .returning()
  return row
}

/** Mentors of a hub on a day, by name. */
export async function listMentorsOfHub(db: Executor, hubId: string, on: string) {
  return db
    .selectDistinct({ id: users.id, name: users.name, email: users.email, language: users.language })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, hubId),
        eq(memberships.role, 'mentor'),
        lte(memberships.startsOn, on),
        or(isNull(memberships.endsOn), gt(memberships.endsOn, on)),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(users.name)
    .limit(500)
}

/** The regencies and cities of a hub's provinces, with the moment of the last session that the hub held there. */
export async function listDistrictsOfHub(db: Executor, hubId: string) {
  return db
    .select({
      code: regions.code,
      name: regions.name,
      type: regions.type,
      timeZone: regions.timeZone,
      provinceName: province.name,
      lastSessionAt: lastSession(hubId),
    })
    .from(regions)
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .innerJoin(hubTerritories, eq(hubTerritories.provinceCode, regions.provinceCode))
    .where(and(eq(hubTerritories.hubId, hubId), ne(regions.type, 'province')))
    .orderBy(asc(regions.code))
    .limit(600)
}

/** For some districts: that same moment, and the next date that was announced in a log of the hub. */
export async function listContacts(db: Executor, hubId: string, codes: readonly string[], today: string) {
  if (codes.length === 0) return []
  return db
    .select({
      code: regions.code,
      lastSessionAt: lastSession(hubId),
      announcedOn: sql<string | null>`(select min(s.next_on)::text from ${coachingSessions} s
        where s.region_code = ${regions.code} and s.hub_id = ${hubId} and s.next_on >= ${today})`,
    })
    .from(regions)
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .where(inArray(regions.code, [...codes]))
}

const lastSession = (hubId: string) =>
  sql<Date | null>`(select max(s.starts_at) from ${coachingSessions} s
    where s.region_code = ${regions.code} and s.hub_id = ${hubId} and s.state <> 'planned')`.mapWith(
    coachingSessions.startsAt,
  )

/** The district's government and its units, which a mentor may coach, with their running adoptions. */
export async function listPartnersOf(db: Executor, codes: readonly string[]) {
  if (codes.length === 0) return []
  return db
    .select({
      agencyId: agencies.organisationId,
      agencyName: organisations.name,
      agencyType: agencies.type,
      regionCode: regions.code,
      regionName: regions.name,
      timeZone: regions.timeZone,
      isDemo: regions.isDemo,
      adoptionId: adoptions.id,
      adoptionRef: adoptions.publicId,
      practiceId: adoptions.practiceId,
      step: adoptions.step,
      title: sql<Bilingual | null>`${practiceRevisions.content} -> 'title'`,
      brand: sql<string | null>`${practiceRevisions.content} ->> 'brand'`,
    })
    .from(agencies)
    .innerJoin(organisations, eq(organisations.id, agencies.organisationId))
    .innerJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(
      adoptions,
      and(eq(adoptions.agencyId, agencies.organisationId), inArray(adoptions.state, ['active', 'paused'])),
    )
    .leftJoin(practices, eq(practices.id, adoptions.practiceId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(and(inArray(regions.code, [...codes]), ofLocalGovernment(db)))
    .orderBy(
      asc(regions.code),
      sql`${agencies.type} not in ('regency', 'city')`,
      asc(organisations.name),
      asc(adoptions.publicId),
    )
    .limit(2000)
}

/** A regency or city government, or a unit of one. */
function ofLocalGovernment(db: Executor) {
  const parent = alias(agencies, 'parent')
  return or(
    inArray(agencies.type, ['regency', 'city']),
    exists(
      db
        .select({ one: sql`1` })
        .from(parent)
        .where(and(eq(parent.organisationId, agencies.parentId), inArray(parent.type, ['regency', 'city']))),
    ),
  )
}

/** Minutes of sessions and of travel of a mentor in a hub, between two moments. */
export async function countCoachingMinutes(db: Executor, mentorId: string, hubId: string, from: Date, to: Date) {
  const [row] = await db
    .select({
      sessions: count(),
      minutes: sql<number>`coalesce(sum(${coachingSessions.durationMinutes}), 0)::int`,
      travel: sql<number>`coalesce(sum(${coachingSessions.travelMinutes}), 0)::int`,
    })
    .from(coachingSessions)
    .where(
      and(
        eq(coachingSessions.mentorId, mentorId),
        eq(coachingSessions.hubId, hubId),
        ne(coachingSessions.state, 'planned'),
        gte(coachingSessions.startsAt, from),
        lt(coachingSessions.startsAt, to),
      ),
    )
  return row ?? { sessions: 0, minutes: 0, travel: 0 }
}
