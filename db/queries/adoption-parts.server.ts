import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { Bilingual, PracticeContent } from '../practice-content.ts'
import {
  actionItems,
  adaptations,
  adoptionCandidates,
  adoptionChecks,
  adoptionClosings,
  adoptionDocuments,
  adoptionEvents,
  adoptionIndicators,
  adoptionSteps,
  agreements,
  assignments,
  coachingSessions,
  interests,
  memberships,
  organisations,
  outcomeReports,
  outcomeValues,
  practiceRevisions,
  practices,
  users,
  visits,
} from '../schema/index.ts'
import type { Role } from '../vocabulary.ts'

/*
 * The papers of one adoption: everything that hangs on its id.
 */

/** Everything of an adoption besides its own row, each list in the order in which it is read. */
export async function findAdoptionParts(db: Executor, adoptionId: string) {
  const [
    steps,
    checks,
    candidates,
    interest,
    visitList,
    agreement,
    parts,
    indicators,
    reports,
    values,
    documents,
    events,
    closing,
  ] = await Promise.all([
    db.select().from(adoptionSteps).where(eq(adoptionSteps.adoptionId, adoptionId)).orderBy(asc(adoptionSteps.step)),
    db.select().from(adoptionChecks).where(eq(adoptionChecks.adoptionId, adoptionId)),
    listCandidates(db, adoptionId),
    db.select().from(interests).where(eq(interests.adoptionId, adoptionId)),
    db
      .select()
      .from(visits)
      .where(eq(visits.adoptionId, adoptionId))
      .orderBy(asc(visits.heldOn), asc(visits.createdAt)),
    db.select().from(agreements).where(eq(agreements.adoptionId, adoptionId)),
    db
      .select()
      .from(adaptations)
      .where(eq(adaptations.adoptionId, adoptionId))
      .orderBy(asc(adaptations.createdAt), asc(adaptations.part)),
    db
      .select()
      .from(adoptionIndicators)
      .where(eq(adoptionIndicators.adoptionId, adoptionId))
      .orderBy(asc(adoptionIndicators.name)),
    db
      .select()
      .from(outcomeReports)
      .where(eq(outcomeReports.adoptionId, adoptionId))
      .orderBy(asc(outcomeReports.month)),
    db
      .select({ reportId: outcomeValues.reportId, indicatorId: outcomeValues.indicatorId, value: outcomeValues.value })
      .from(outcomeValues)
      .innerJoin(outcomeReports, eq(outcomeReports.id, outcomeValues.reportId))
      .where(eq(outcomeReports.adoptionId, adoptionId)),
    db
      .select()
      .from(adoptionDocuments)
      .where(eq(adoptionDocuments.adoptionId, adoptionId))
      .orderBy(asc(adoptionDocuments.datedOn), asc(adoptionDocuments.createdAt)),
    listEvents(db, adoptionId),
    db.select().from(adoptionClosings).where(eq(adoptionClosings.adoptionId, adoptionId)),
  ])
  return {
    steps,
    checks,
    candidates,
    interest: interest[0] ?? null,
    visits: visitList,
    agreement: agreement[0] ?? null,
    adaptations: parts,
    indicators,
    reports: reports.map((report) => ({ ...report, values: values.filter((value) => value.reportId === report.id) })),
    documents,
    events,
    closing: closing[0] ?? null,
  }
}

export type AdoptionParts = Awaited<ReturnType<typeof findAdoptionParts>>

async function listCandidates(db: Executor, adoptionId: string) {
  return db
    .select({
      practiceId: adoptionCandidates.practiceId,
      note: adoptionCandidates.note,
      publicId: practices.publicId,
      state: practices.state,
      lifeStatus: practices.lifeStatus,
      lifeConfirmedOn: practices.lifeConfirmedOn,
      agencyId: practices.agencyId,
      agency: organisations.name,
      title: sql<Bilingual | null>`${practiceRevisions.content} -> 'title'`,
      brand: sql<string | null>`${practiceRevisions.content} ->> 'brand'`,
    })
    .from(adoptionCandidates)
    .innerJoin(practices, eq(practices.id, adoptionCandidates.practiceId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(eq(adoptionCandidates.adoptionId, adoptionId))
    .orderBy(asc(adoptionCandidates.addedAt), asc(practices.publicId))
}

async function listEvents(db: Executor, adoptionId: string) {
  return db
    .select({
      id: adoptionEvents.id,
      event: adoptionEvents.event,
      step: adoptionEvents.step,
      reason: adoptionEvents.reason,
      at: adoptionEvents.at,
      by: users.name,
      organisation: sql<string | null>`${adoptionEvents.data} ->> 'organisation'`,
    })
    .from(adoptionEvents)
    .leftJoin(users, eq(users.id, adoptionEvents.actorId))
    .where(eq(adoptionEvents.adoptionId, adoptionId))
    .orderBy(desc(adoptionEvents.at), desc(adoptionEvents.id))
    .limit(300)
}

/** Who coaches a district today. */
export async function listMentorsOfRegion(db: Executor, regionCode: string, today: string) {
  return db
    .selectDistinct({ name: users.name })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.mentorId))
    .where(
      and(
        eq(assignments.regionCode, regionCode),
        lte(assignments.startsOn, today),
        or(isNull(assignments.endsOn), gt(assignments.endsOn, today)),
      ),
    )
    .orderBy(users.name)
    .limit(10)
}

/** Action items agreed in the coaching of an adoption: all, and those nobody has verified yet. */
export async function countActionItemsOfAdoption(
  db: Executor,
  adoptionId: string,
): Promise<{ all: number; open: number }> {
  const [row] = await db
    .select({ all: count(), open: sql<number>`count(*) filter (where ${actionItems.state} <> 'verified')::int` })
    .from(actionItems)
    .innerJoin(coachingSessions, eq(coachingSessions.id, actionItems.sessionId))
    .where(eq(coachingSessions.adoptionId, adoptionId))
  return row ?? { all: 0, open: 0 }
}

/** People who hold one of the roles in these organisations (`null`: anywhere) today and can sign in: the addressees of mail. */
export async function listMembersWithRoles(
  db: Executor,
  organisationIds: readonly string[] | null,
  roles: readonly Role[],
  today: string,
) {
  return db
    .selectDistinct({ userId: users.id, email: users.email, language: users.language })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        organisationIds ? inArray(memberships.organisationId, [...organisationIds]) : undefined,
        inArray(memberships.role, [...roles]),
        lte(memberships.startsOn, today),
        or(isNull(memberships.endsOn), gt(memberships.endsOn, today)),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(users.email)
    .limit(50)
}

/** Published practices by their public numbers, with what choosing one needs to know. */
export async function listAdoptablePractices(db: Executor, publicIds: readonly string[]) {
  if (publicIds.length === 0) return []
  return db
    .select({
      id: practices.id,
      publicId: practices.publicId,
      agencyId: practices.agencyId,
      lifeStatus: practices.lifeStatus,
      revisionId: practices.liveRevisionId,
    })
    .from(practices)
    .where(and(inArray(practices.publicId, [...publicIds]), eq(practices.state, 'published')))
}

/** The text of the source that a replica starts from: the newest one, of a withdrawn practice the last. */
export async function findSourceContent(db: Executor, practiceId: string): Promise<PracticeContent | undefined> {
  const [row] = await db
    .select({ content: practiceRevisions.content })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(eq(practices.id, practiceId))
  return row?.content
}
