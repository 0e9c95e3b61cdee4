import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import {
  adoptions,
  agencies,
  assignments,
  auditLog,
  coachingSessions,
  organisations,
  practiceRevisions,
  practices,
  regions,
  users,
} from '../schema/index.ts'
import type { SessionState, SessionVisibility } from '../vocabulary.ts'

/** One way to a session: of these levels, and of this hub, agency (or its parent), mentor, or a district assigned on a day. */
export type CoachingReach = {
  levels: readonly SessionVisibility[]
  hubId?: string
  agencyId?: string
  mentorId?: string
  assignedTo?: { userId: string; on: string }
}
export type CoachingVisibility = readonly CoachingReach[]

export type SessionRecord = typeof coachingSessions.$inferSelect
export type NewSession = Omit<typeof coachingSessions.$inferInsert, 'receipt'>

const agencyOrg = alias(organisations, 'agency_org')
const hubOrg = alias(organisations, 'hub_org')
const mentor = alias(users, 'mentor')
const confirmer = alias(users, 'confirmer')
const disputer = alias(users, 'disputer')
const province = alias(regions, 'province')

const holds = (on: string) =>
  and(lte(assignments.startsOn, on), or(isNull(assignments.endsOn), gt(assignments.endsOn, on)))

function reaches(db: Executor, { levels, hubId, agencyId, mentorId, assignedTo }: CoachingReach): SQL | undefined {
  const assigned =
    assignedTo &&
    db
      .select({ one: sql`1` })
      .from(assignments)
      .where(
        and(
          eq(assignments.hubId, coachingSessions.hubId),
          eq(assignments.regionCode, coachingSessions.regionCode),
          eq(assignments.mentorId, assignedTo.userId),
          holds(assignedTo.on),
        ),
      )
  return and(
    inArray(coachingSessions.visibility, [...levels]),
    hubId ? eq(coachingSessions.hubId, hubId) : undefined,
    agencyId ? or(eq(coachingSessions.agencyId, agencyId), eq(agencies.parentId, agencyId)) : undefined,
    mentorId ? eq(coachingSessions.mentorId, mentorId) : undefined,
    assigned ? sql`exists ${assigned}` : undefined,
  )
}

/** The sessions that may be read; none without a reach. The query must join the coached agency. */
export function visibleSessions(db: Executor, visibility: CoachingVisibility): SQL {
  return or(...visibility.map((reach) => reaches(db, reach))) ?? sql`false`
}

const sessionColumns = (today: string) => ({
  ...getTableColumns(coachingSessions),
  regionName: regions.name,
  provinceName: province.name,
  timeZone: regions.timeZone,
  agencyName: agencyOrg.name,
  agencyParentId: agencies.parentId,
  hubName: hubOrg.name,
  mentorName: mentor.name,
  confirmedByName: confirmer.name,
  disputedByName: disputer.name,
  adoptionRef: adoptions.publicId,
  practiceRef: practices.publicId,
  practiceTitle: sql<Bilingual | null>`${practiceRevisions.content} -> 'title'`,
  practiceBrand: sql<string | null>`${practiceRevisions.content} ->> 'brand'`,
  assignedMentorIds: sql<string[]>`array(
    select a.mentor_id::text from ${assignments} a
    where a.hub_id = ${coachingSessions.hubId} and a.region_code = ${coachingSessions.regionCode}
      and a.starts_on <= ${today} and (a.ends_on is null or a.ends_on > ${today}))`,
})

function sessionRows(db: Executor, today: string) {
  return db
    .select(sessionColumns(today))
    .from(coachingSessions)
    .innerJoin(regions, eq(regions.code, coachingSessions.regionCode))
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .innerJoin(agencies, eq(agencies.organisationId, coachingSessions.agencyId))
    .innerJoin(agencyOrg, eq(agencyOrg.id, coachingSessions.agencyId))
    .innerJoin(hubOrg, eq(hubOrg.id, coachingSessions.hubId))
    .innerJoin(mentor, eq(mentor.id, coachingSessions.mentorId))
    .leftJoin(confirmer, eq(confirmer.id, coachingSessions.confirmedBy))
    .leftJoin(disputer, eq(disputer.id, coachingSessions.disputedBy))
    .leftJoin(adoptions, eq(adoptions.id, coachingSessions.adoptionId))
    .leftJoin(practices, eq(practices.id, coachingSessions.practiceId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .$dynamic()
}

export type SessionRow = Awaited<ReturnType<typeof listCoachingSessions>>[number]

/** A session with its names, as far as it may be read; `today` decides who is assigned to its district. */
export async function findCoachingSession(
  db: Executor,
  id: string,
  visibility: CoachingVisibility,
  today: string,
): Promise<SessionRow | undefined> {
  const [row] = await sessionRows(db, today).where(and(eq(coachingSessions.id, id), visibleSessions(db, visibility)))
  return row
}

export type SessionQuery = {
  states?: readonly SessionState[]
  regionCode?: string
  mentorId?: string
  adoptionId?: string
  /** Only sessions that start before this moment, or from it on. */
  before?: Date
  from?: Date
}

function matching(query: SessionQuery): SQL | undefined {
  return and(
    query.states ? inArray(coachingSessions.state, [...query.states]) : undefined,
    query.regionCode ? eq(coachingSessions.regionCode, query.regionCode) : undefined,
    query.mentorId ? eq(coachingSessions.mentorId, query.mentorId) : undefined,
    query.adoptionId ? eq(coachingSessions.adoptionId, query.adoptionId) : undefined,
    query.before ? lt(coachingSessions.startsAt, query.before) : undefined,
    query.from ? gte(coachingSessions.startsAt, query.from) : undefined,
  )
}

/** Sessions that may be read, newest first unless `oldestFirst`. */
export async function listCoachingSessions(
  db: Executor,
  visibility: CoachingVisibility,
  query: SessionQuery,
  page: { today: string; limit: number; offset?: number; oldestFirst?: boolean },
) {
  const order = page.oldestFirst ? asc : desc
  return sessionRows(db, page.today)
    .where(and(visibleSessions(db, visibility), matching(query)))
    .orderBy(order(coachingSessions.startsAt), asc(coachingSessions.id))
    .limit(page.limit)
    .offset(page.offset ?? 0)
}

export async function countCoachingSessions(
  db: Executor,
  visibility: CoachingVisibility,
  query: SessionQuery,
): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(coachingSessions)
    .innerJoin(agencies, eq(agencies.organisationId, coachingSessions.agencyId))
    .where(and(visibleSessions(db, visibility), matching(query)))
  return row?.total ?? 0
}

/** Stores a session unless its id or its receipt is taken; `undefined` then. */
export async function insertCoachingSession(
  db: Executor,
  row: typeof coachingSessions.$inferInsert,
): Promise<SessionRecord | undefined> {
  const [stored] = await db.insert(coachingSessions).values(row).onConflictDoNothing().returning()
  return stored
}

/** The session as it is stored, whoever asks: for the answer to a form that was sent twice. */
export async function findStoredSession(db: Executor, id: string): Promise<SessionRecord | undefined> {
  const [row] = await db.select().from(coachingSessions).where(eq(coachingSessions.id, id))
  return row
}

/** Changes a session that is still in the state and version that were read; `undefined` when it is not. */
export async function updateCoachingSession(
  db: Executor,
  read: { id: string; state: SessionState; version: number },
  changes: Partial<Omit<typeof coachingSessions.$inferInsert, 'id' | 'receipt' | 'version'>>,
): Promise<SessionRecord | undefined> {
  const [row] = await db
    .update(coachingSessions)
    .set({ ...changes, version: read.version + 1 })
    .where(
      and(
        eq(coachingSessions.id, read.id),
        eq(coachingSessions.state, read.state),
        eq(coachingSessions.version, read.version),
      ),
    )
    .returning()
  return row
}

/** Whether a mentor has held a session in a district of a hub from a moment on, and before another where one is given. */
export async function existsSessionBetween(
  db: Executor,
  of: { hubId: string; mentorId: string; regionCode: string },
  from: Date,
  before: Date | null,
): Promise<boolean> {
  const rows = await db
    .select({ id: coachingSessions.id })
    .from(coachingSessions)
    .where(
      and(
        eq(coachingSessions.hubId, of.hubId),
        eq(coachingSessions.mentorId, of.mentorId),
        eq(coachingSessions.regionCode, of.regionCode),
        ne(coachingSessions.state, 'planned'),
        gte(coachingSessions.startsAt, from),
        before ? lt(coachingSessions.startsAt, before) : undefined,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Who held the last session of a mentor, with whom and how: the first guess of the next form. */
export async function findLastSessionOf(db: Executor, mentorId: string, hubId: string) {
  const [row] = await db
    .select({
      agencyId: coachingSessions.agencyId,
      adoptionId: coachingSessions.adoptionId,
      mode: coachingSessions.mode,
      channel: coachingSessions.channel,
    })
    .from(coachingSessions)
    .where(
      and(
        eq(coachingSessions.mentorId, mentorId),
        eq(coachingSessions.hubId, hubId),
        ne(coachingSessions.state, 'planned'),
      ),
    )
    .orderBy(desc(coachingSessions.startsAt))
    .limit(1)
  return row
}

/** What happened to a session, in which hat, newest first. */
export async function listSessionHistory(db: Executor, id: string) {
  return db
    .select({
      id: auditLog.id,
      action: auditLog.action,
      at: auditLog.at,
      actor: users.name,
      actedAs: auditLog.actedAs,
      reason: auditLog.reason,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(and(eq(auditLog.entity, 'coaching_session'), eq(auditLog.entityId, id)))
    .orderBy(desc(auditLog.id))
    .limit(50)
}
