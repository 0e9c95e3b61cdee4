import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import type { PracticeContent } from '../practice-content.ts'
import {
  agencies,
  hubs,
  hubTerritories,
  lifeAssertions,
  organisations,
  practiceRevisions,
  practices,
  publicIdCounters,
  regions,
  revisionAuthors,
} from '../schema/index.ts'
import type { PracticeState, RevisionState } from '../vocabulary.ts'

/** Scope of public numbers that belong to no province. */
export const NATIONAL_SCOPE = '00'
export const ABROAD_SCOPE = '99'

/** Gives the next public number of a scope (province code, `00` national, `99` abroad). Never gives a number twice. */
export async function allocatePublicId(tx: Executor, scope: string): Promise<string> {
  const [row] = await tx
    .insert(publicIdCounters)
    .values({ scope, lastNumber: 1 })
    .onConflictDoUpdate({
      target: publicIdCounters.scope,
      set: { lastNumber: sql`${publicIdCounters.lastNumber} + 1` },
    })
    .returning({ number: publicIdCounters.lastNumber })
  return `JIPP-${scope}-${String(row!.number).padStart(4, '0')}`
}

// ---- who sees what ------------------------------------------------------------------------------------------------

/** Which practices of the workspace an actor knows of; decided by app/domain/practice/practice.policy.ts. */
export type PracticeScope =
  | { kind: 'none' }
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string }
  | { kind: 'national' }
  | { kind: 'all' }

const OPEN_STATES = ['draft', 'submitted', 'document_verified', 'changes_requested'] as const satisfies RevisionState[]

const open = alias(practiceRevisions, 'open')
const live = alias(practiceRevisions, 'live')
const hub = alias(organisations, 'hub')
const assertion = alias(lifeAssertions, 'assertion')

/** Hubs and the national office know of a practice from the first time it was sent in. */
const sentIn = or(ne(practices.state, 'unpublished'), isNotNull(open.submittedAt))

function inScope(scope: PracticeScope): SQL | undefined {
  switch (scope.kind) {
    case 'none':
      return sql`false`
    case 'agency':
      return or(eq(practices.agencyId, scope.agencyId), eq(agencies.parentId, scope.agencyId))
    case 'hub':
      return and(eq(practices.hubId, scope.hubId), sentIn)
    case 'national':
      return sentIn
    case 'all':
      return undefined
  }
}

const authorsOfOpen = sql<string[]>`array(select ${revisionAuthors.userId} from ${revisionAuthors}
  where ${revisionAuthors.revisionId} = ${open.id})`

const title = (revision: typeof open | typeof live) => ({
  brand: sql<string | null>`${revision.content} ->> 'brand'`,
  titleId: sql<string | null>`${revision.content} -> 'title' ->> 'id'`,
  titleEn: sql<string | null>`${revision.content} -> 'title' ->> 'en'`,
})

const columns = {
  id: practices.id,
  publicId: practices.publicId,
  state: practices.state,
  agencyId: practices.agencyId,
  agencyParentId: agencies.parentId,
  agency: organisations.name,
  hubId: practices.hubId,
  hub: hub.name,
  region: regions.name,
  timeZone: regions.timeZone,
  isDemo: practices.isDemo,
  lifeStatus: practices.lifeStatus,
  lifeConfirmedOn: practices.lifeConfirmedOn,
  searchVersion: practices.searchVersion,
  withdrawnAt: practices.withdrawnAt,
  withdrawalReason: practices.withdrawalReason,
  withdrawalNote: practices.withdrawalNote,
  live: {
    id: live.id,
    number: live.number,
    publishedAt: live.publishedAt,
    ...title(live),
  },
  open: {
    id: open.id,
    number: open.number,
    state: open.state,
    version: open.version,
    savedAt: open.savedAt,
    createdAt: open.createdAt,
    submittedBy: open.submittedBy,
    submittedAt: open.submittedAt,
    documentVerifiedBy: open.documentVerifiedBy,
    documentVerifiedAt: open.documentVerifiedAt,
    authorIds: authorsOfOpen,
    ...title(open),
  },
  assertion: {
    id: assertion.id,
    status: assertion.status,
    note: assertion.note,
    assertedBy: assertion.assertedBy,
    assertedAt: assertion.assertedAt,
  },
}

function workPractices(db: Executor) {
  return db
    .select(columns)
    .from(practices)
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(hub, eq(hub.id, practices.hubId))
    .leftJoin(live, eq(live.id, practices.liveRevisionId))
    .leftJoin(open, and(eq(open.practiceId, practices.id), inArray(open.state, [...OPEN_STATES])))
    .leftJoin(
      assertion,
      and(eq(assertion.practiceId, practices.id), isNull(assertion.confirmedAt), isNull(assertion.rejectedAt)),
    )
    .$dynamic()
}

/** A practice as the workspace sees it: its owner, its live text, the text being written, an unconfirmed life status. */
export type WorkPractice = Awaited<ReturnType<typeof listPracticesInWork>>[number]

/** The practice of a public number, if this scope knows of it. */
export async function findPracticeInWork(
  db: Executor,
  publicId: string,
  scope: PracticeScope,
): Promise<WorkPractice | undefined> {
  const [row] = await workPractices(db).where(and(eq(practices.publicId, publicId), inScope(scope)))
  return row
}

export type PracticeListFilter = {
  /** States of the text being written or reviewed. */
  openStates?: readonly RevisionState[]
  /** Only where no hub answers for the place. */
  withoutHub?: boolean
  /** Only with a life status that waits to be confirmed. */
  assertionOpen?: boolean
  /** Only texts in which this person did not write and which they did not send in. */
  notBy?: string
}

function matching({ openStates, withoutHub, assertionOpen, notBy }: PracticeListFilter) {
  return and(
    openStates ? and(inArray(open.state, [...openStates]), ne(practices.state, 'withdrawn')) : undefined,
    or(ne(practices.state, 'unpublished'), isNotNull(open.id)),
    withoutHub ? isNull(practices.hubId) : undefined,
    assertionOpen ? and(isNotNull(assertion.id), eq(practices.state, 'published')) : undefined,
    notBy
      ? and(sql`${open.submittedBy} is distinct from ${notBy}`, sql`not (${notBy} = any(${authorsOfOpen}))`)
      : undefined,
  )
}

/** Practices of a scope: what waits longest first when a state is asked for, otherwise what moved last first. */
export async function listPracticesInWork(
  db: Executor,
  {
    scope,
    limit,
    offset = 0,
    ...filter
  }: { scope: PracticeScope; limit: number; offset?: number } & PracticeListFilter,
) {
  const waiting = filter.openStates || filter.assertionOpen
  return workPractices(db)
    .where(and(inScope(scope), matching(filter)))
    .orderBy(
      ...(waiting
        ? [asc(sql`coalesce(${open.submittedAt}, ${open.savedAt}, ${assertion.assertedAt})`)]
        : [
            desc(sql`coalesce(${open.savedAt}, ${practices.withdrawnAt}, ${live.publishedAt}, ${practices.createdAt})`),
          ]),
      asc(practices.publicId),
    )
    .limit(limit)
    .offset(offset)
}

/** How many practices of a scope there are to list; a first draft that was given up is none. */
export async function countPracticesInWork(db: Executor, scope: PracticeScope): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(practices)
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(open, and(eq(open.practiceId, practices.id), inArray(open.state, [...OPEN_STATES])))
    .where(and(inScope(scope), or(ne(practices.state, 'unpublished'), isNotNull(open.id))))
  return row?.count ?? 0
}

/** Where an agency works, and the hub that answers for its province (where several do, the oldest). */
export async function findAgencyPlace(db: Executor, agencyId: string) {
  const [row] = await db
    .select({
      isDemo: organisations.isDemo,
      country: agencies.country,
      provinceCode: regions.provinceCode,
      hubId: hubTerritories.hubId,
    })
    .from(agencies)
    .innerJoin(organisations, eq(organisations.id, agencies.organisationId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(hubTerritories, eq(hubTerritories.provinceCode, regions.provinceCode))
    .leftJoin(hubs, eq(hubs.organisationId, hubTerritories.hubId))
    .where(eq(agencies.organisationId, agencyId))
    .orderBy(asc(hubs.openedOn), asc(hubs.organisationId))
    .limit(1)
  return row
}

// ---- writes -------------------------------------------------------------------------------------------------------

export async function insertPractice(
  tx: Executor,
  row: Pick<typeof practices.$inferInsert, 'publicId' | 'agencyId' | 'hubId' | 'isDemo' | 'createdAt'>,
): Promise<{ id: string }> {
  const [created] = await tx.insert(practices).values(row).returning({ id: practices.id })
  return created!
}

/**
 * Changes a practice while it is in state `from`, and raises the version that the search index follows.
 * Answers that version; `undefined` when it is in another state by now.
 */
export async function updatePractice(
  tx: Executor,
  { id, from }: { id: string; from: PracticeState },
  changes: Partial<Omit<typeof practices.$inferInsert, 'id' | 'publicId' | 'searchVersion'>>,
): Promise<number | undefined> {
  const [row] = await tx
    .update(practices)
    .set({ ...changes, searchVersion: sql`${practices.searchVersion} + 1` })
    .where(and(eq(practices.id, id), eq(practices.state, from)))
    .returning({ searchVersion: practices.searchVersion })
  return row?.searchVersion
}

/** The next revision of a practice; `undefined` when another one is open. */
export async function insertRevision(
  tx: Executor,
  row: { practiceId: string; content: PracticeContent; createdBy: string | null; now: Date },
): Promise<{ id: string; number: number } | undefined> {
  const { practiceId, content, createdBy, now } = row
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from practice_revisions where practice_id = ${practiceId})`
  const [created] = await tx
    .insert(practiceRevisions)
    .values({ practiceId, number, content, createdBy, createdAt: now, savedAt: now })
    .onConflictDoNothing()
    .returning({ id: practiceRevisions.id, number: practiceRevisions.number })
  return created
}

/** Changes a revision that still has this version and one of these states; answers its new version, else `undefined`. */
export async function updateRevision(
  tx: Executor,
  { id, version, from }: { id: string; version: number; from: readonly RevisionState[] },
  changes: Partial<Omit<typeof practiceRevisions.$inferInsert, 'id' | 'practiceId' | 'number' | 'version'>>,
): Promise<number | undefined> {
  const [row] = await tx
    .update(practiceRevisions)
    .set({ ...changes, version: version + 1 })
    .where(
      and(
        eq(practiceRevisions.id, id),
        eq(practiceRevisions.version, version),
        inArray(practiceRevisions.state, [...from]),
      ),
    )
    .returning({ version: practiceRevisions.version })
  return row?.version
}
