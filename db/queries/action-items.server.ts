import { and, asc, count, desc, eq, getTableColumns, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import { actionItems, agencies, assignments, coachingSessions, organisations, regions, users } from '../schema/index.ts'
import type { ActionState } from '../vocabulary.ts'
import { type CoachingVisibility, visibleSessions } from './coaching.server.ts'

export type ActionItemRecord = typeof actionItems.$inferSelect

const agencyOrg = alias(organisations, 'agency_org')
const doer = alias(users, 'doer')
const verifier = alias(users, 'verifier')

function itemRows(db: Executor, today: string) {
  return db
    .select({
      ...getTableColumns(actionItems),
      doneByName: doer.name,
      verifiedByName: verifier.name,
      regionCode: regions.code,
      regionName: regions.name,
      timeZone: regions.timeZone,
      agencyName: agencyOrg.name,
      heldAt: coachingSessions.startsAt,
      session: {
        hubId: coachingSessions.hubId,
        mentorId: coachingSessions.mentorId,
        agencyId: coachingSessions.agencyId,
        agencyParentId: agencies.parentId,
        state: coachingSessions.state,
        visibility: coachingSessions.visibility,
        assignedMentorIds: sql<string[]>`array(
          select a.mentor_id::text from ${assignments} a
          where a.hub_id = ${coachingSessions.hubId} and a.region_code = ${coachingSessions.regionCode}
            and a.starts_on <= ${today} and (a.ends_on is null or a.ends_on > ${today}))`,
      },
    })
    .from(actionItems)
    .innerJoin(coachingSessions, eq(coachingSessions.id, actionItems.sessionId))
    .innerJoin(regions, eq(regions.code, coachingSessions.regionCode))
    .innerJoin(agencies, eq(agencies.organisationId, coachingSessions.agencyId))
    .innerJoin(agencyOrg, eq(agencyOrg.id, coachingSessions.agencyId))
    .leftJoin(doer, eq(doer.id, actionItems.doneBy))
    .leftJoin(verifier, eq(verifier.id, actionItems.verifiedBy))
    .$dynamic()
}

export type ActionItemRow = Awaited<ReturnType<typeof listActionItems>>[number]

/** An action item of a session that may be read. */
export async function findActionItem(
  db: Executor,
  id: string,
  visibility: CoachingVisibility,
  today: string,
): Promise<ActionItemRow | undefined> {
  const [row] = await itemRows(db, today).where(and(eq(actionItems.id, id), visibleSessions(db, visibility)))
  return row
}

/** The item as it is stored, whoever asks: for the answer to a form that was sent twice. */
export async function findStoredItem(db: Executor, id: string): Promise<ActionItemRecord | undefined> {
  const [row] = await db.select().from(actionItems).where(eq(actionItems.id, id))
  return row
}

export type ActionQuery = {
  states?: readonly ActionState[]
  regionCode?: string
  sessionId?: string
  /** Only items due before this day. */
  dueBefore?: string
}

function matching({ states, regionCode, sessionId, dueBefore }: ActionQuery): SQL | undefined {
  return and(
    states ? inArray(actionItems.state, [...states]) : undefined,
    regionCode ? eq(coachingSessions.regionCode, regionCode) : undefined,
    sessionId ? eq(actionItems.sessionId, sessionId) : undefined,
    dueBefore ? lt(actionItems.dueOn, dueBefore) : undefined,
  )
}

const unfinished = sql`${actionItems.state} in ('open', 'in_progress')`

/** Action items of sessions that may be read: unfinished ones first by due date, so that the overdue lead; then the rest, newest first. */
export async function listActionItems(
  db: Executor,
  visibility: CoachingVisibility,
  query: ActionQuery,
  page: { today: string; limit: number; offset?: number },
) {
  return itemRows(db, page.today)
    .where(and(visibleSessions(db, visibility), matching(query)))
    .orderBy(
      desc(unfinished),
      sql`case when ${unfinished} then ${actionItems.dueOn} end asc nulls last`,
      desc(actionItems.dueOn),
      asc(actionItems.sessionId),
      asc(actionItems.position),
    )
    .limit(page.limit)
    .offset(page.offset ?? 0)
}

/** How many there are, by what still has to happen; `today` divides what is overdue. */
export async function countActionItems(
  db: Executor,
  visibility: CoachingVisibility,
  query: ActionQuery,
  today: string,
) {
  const [row] = await db
    .select({
      total: count(),
      unfinished: sql<number>`count(*) filter (where ${unfinished})::int`,
      overdue: sql<number>`count(*) filter (where ${unfinished} and ${actionItems.dueOn} < ${today})::int`,
      done: sql<number>`count(*) filter (where ${actionItems.state} = 'done')::int`,
    })
    .from(actionItems)
    .innerJoin(coachingSessions, eq(coachingSessions.id, actionItems.sessionId))
    .innerJoin(agencies, eq(agencies.organisationId, coachingSessions.agencyId))
    .where(and(visibleSessions(db, visibility), matching(query)))
  return row ?? { total: 0, unfinished: 0, overdue: 0, done: 0 }
}

/** The action items of a session, in the order in which they were agreed. */
export async function listItemsOfSession(db: Executor, sessionId: string): Promise<ActionItemRecord[]> {
  return db
    .select()
    .from(actionItems)
    .where(eq(actionItems.sessionId, sessionId))
    .orderBy(asc(actionItems.position))
    .limit(200)
}

/** Unfinished and overdue action items of a hub, by district. */
export async function countActionItemsByRegion(db: Executor, hubId: string, today: string) {
  return db
    .select({
      code: coachingSessions.regionCode,
      unfinished: count(),
      overdue: sql<number>`count(*) filter (where ${actionItems.dueOn} < ${today})::int`,
    })
    .from(actionItems)
    .innerJoin(coachingSessions, eq(coachingSessions.id, actionItems.sessionId))
    .where(and(eq(coachingSessions.hubId, hubId), unfinished))
    .groupBy(coachingSessions.regionCode)
}

export async function insertActionItems(db: Executor, rows: (typeof actionItems.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(actionItems).values(rows)
}

/** Changes an item that is still in the state and version that were read; `undefined` when it is not. */
export async function updateActionItem(
  db: Executor,
  read: { id: string; state: ActionState; version: number },
  changes: Partial<Omit<typeof actionItems.$inferInsert, 'id' | 'sessionId' | 'version'>>,
): Promise<ActionItemRecord | undefined> {
  const [row] = await db
    .update(actionItems)
    .set({ ...changes, version: read.version + 1 })
    .where(and(eq(actionItems.id, read.id), eq(actionItems.state, read.state), eq(actionItems.version, read.version)))
    .returning()
  return row
}

/** Removes the items of a session that nobody has started, except those that are kept. */
export async function deleteOpenItems(db: Executor, sessionId: string, kept: readonly string[]): Promise<void> {
  await db
    .delete(actionItems)
    .where(
      and(
        eq(actionItems.sessionId, sessionId),
        eq(actionItems.state, 'open'),
        kept.length > 0 ? notInArray(actionItems.id, [...kept]) : undefined,
      ),
    )
}
