import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  agencies,
  hubReviewRules,
  lifeAssertions,
  lifeQuestions,
  memberships,
  organisations,
  outsideLinks,
  practiceRevisions,
  practices,
  regions,
  reviewClaims,
  revisionAuthors,
  users,
} from '../schema/index.ts'
import type { MinorKind, RevisionState } from '../vocabulary.ts'

/* Practices as the workspace sees them: what is being written and reviewed, beside what is on the site. */

/** Which practices of the workspace an actor knows of; decided by app/domain/practice/practice.policy.ts. */
export type PracticeScope =
  | { kind: 'none' }
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string }
  | { kind: 'national' }
  | { kind: 'all' }

const OPEN_STATES = [
  'draft',
  'submitted',
  'document_verified',
  'scheduled',
  'changes_requested',
] as const satisfies RevisionState[]

const open = alias(practiceRevisions, 'open')
const live = alias(practiceRevisions, 'live')
const hub = alias(organisations, 'hub')
const assertion = alias(lifeAssertions, 'assertion')
const claim = alias(reviewClaims, 'claim')

/** The check that the text waits for, or went back from. */
const stageOfOpen = sql`case when ${open.documentVerifiedAt} is null then 'documents' else 'substance' end`

/** Whether the one who took the text still holds the role that reviews it. */
const claimHolds = sql<boolean | null>`exists (
  select 1 from ${memberships} m join ${users} u on u.id = m.user_id
  where m.user_id = ${claim.reviewerId} and u.disabled_at is null
    and m.role = case when ${claim.stage} = 'documents' then 'agency_admin'
      when ${practices.hubId} is null then 'national_admin' else 'curator' end
    and (${claim.stage} <> 'documents' or m.organisation_id in (${practices.agencyId}, ${agencies.parentId}))
    and (${claim.stage} = 'documents' or ${practices.hubId} is null or m.organisation_id = ${practices.hubId})
    and daterange(m.starts_on, m.ends_on, '[)') @> (now() at time zone 'Asia/Jakarta')::date)`

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

/** Everybody who ever wrote in the practice or sent it in: it is their own, whatever became of what they wrote. */
const writersOfPractice = sql<string[]>`array(
  select w.user_id from ${revisionAuthors} w join practice_revisions r on r.id = w.revision_id
  where r.practice_id = ${practices.id}
  union select s.submitted_by from practice_revisions s
  where s.practice_id = ${practices.id} and s.submitted_by is not null
  union select c.created_by from practice_revisions c
  where c.practice_id = ${practices.id} and c.created_by is not null)`

/** What the hub lets authors publish without a review. */
const minorKindsOfHub = sql<MinorKind[] | null>`(
  select ${hubReviewRules.minorKinds} from ${hubReviewRules} where ${hubReviewRules.hubId} = ${practices.hubId})`

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
  replicaOfId: practices.replicaOfId,
  lifeStatus: practices.lifeStatus,
  lifeConfirmedOn: practices.lifeConfirmedOn,
  searchVersion: practices.searchVersion,
  withdrawnAt: practices.withdrawnAt,
  withdrawalReason: practices.withdrawalReason,
  withdrawalNote: practices.withdrawalNote,
  writerIds: writersOfPractice,
  minorKinds: minorKindsOfHub,
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
    publishAt: open.publishAt,
    scheduledBy: open.scheduledBy,
    authorIds: authorsOfOpen,
    ...title(open),
  },
  claim: {
    reviewerId: claim.reviewerId,
    claimedAt: claim.claimedAt,
    stage: claim.stage,
    reviewer: sql<string | null>`(select u.name from ${users} u where u.id = ${claim.reviewerId})`,
    holds: claimHolds,
  },
  assertion: {
    id: assertion.id,
    status: assertion.status,
    note: assertion.note,
    stopReason: assertion.stopReason,
    sinceYear: assertion.sinceYear,
    channel: assertion.channel,
    /** Who sent or prepared the link that it was said with. */
    preparedBy: sql<string | null>`(select q.asked_by from ${lifeQuestions} q where q.assertion_id = ${assertion.id})`,
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
    .leftJoin(claim, and(eq(claim.revisionId, open.id), eq(claim.stage, stageOfOpen)))
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
  /** Only texts in which this person wrote or which they sent in, and which they have not handed over. */
  by?: string
  /** Only texts with which they had nothing to do. */
  notBy?: string
  /** Only published practices that run and whose life nobody has confirmed for six months on this date. */
  lifeDueOn?: string
  /** Only published practices that lack these words in one language or both. */
  without?: WordKind
  /** Only published practices that name an outside link which is dead. */
  deadLinks?: boolean
  /** Only where no text is being written or reviewed. */
  withoutOpen?: boolean
}

/** Subject terms and translations are part of the text, search terms stand beside it. */
export type WordKind = 'subjects' | 'terms' | 'translation'

const lacksList = (words: SQL) =>
  sql`coalesce(least(jsonb_array_length(${words} -> 'id'), jsonb_array_length(${words} -> 'en')), 0) = 0`

/** A translation whose text changed since; told by the text in work, else by the one on the site. */
const translationBehind = sql`jsonb_path_exists(coalesce(${open.content}, ${live.content}), '$.translations.*.behindSince')`

const lacks = (kind: WordKind) =>
  kind === 'translation'
    ? and(ne(practices.state, 'withdrawn'), translationBehind)
    : and(
        eq(practices.state, 'published'),
        lacksList(kind === 'terms' ? sql`${practices.searchTerms}` : sql`${live.content} -> 'subjects'`),
      )

const namesDeadLink = sql`exists (
  select 1 from ${outsideLinks} l where l.state = 'dead' and ${live.content} -> 'sources' ? l.url)`

const wroteIn = (userId: string) =>
  sql`(${open.submittedBy} is not distinct from ${userId} or ${userId} = any(${authorsOfOpen}))`

/** They gave the text to somebody else: it is not theirs to go on with. */
const handedOver = (userId: string) => sql`exists (
  select from ${revisionAuthors} gone
  where gone.revision_id = ${open.id} and gone.user_id = ${userId} and gone.handed_over)`

function matching({
  openStates,
  withoutHub,
  assertionOpen,
  by,
  notBy,
  lifeDueOn,
  without,
  withoutOpen,
  deadLinks,
}: PracticeListFilter) {
  return and(
    without && lacks(without),
    withoutOpen ? isNull(open.id) : undefined,
    deadLinks ? and(eq(practices.state, 'published'), namesDeadLink) : undefined,
    openStates ? and(inArray(open.state, [...openStates]), ne(practices.state, 'withdrawn')) : undefined,
    or(ne(practices.state, 'unpublished'), isNotNull(open.id)),
    withoutHub ? isNull(practices.hubId) : undefined,
    assertionOpen ? and(isNotNull(assertion.id), eq(practices.state, 'published')) : undefined,
    by ? and(wroteIn(by), not(handedOver(by))) : undefined,
    notBy ? not(wroteIn(notBy)) : undefined,
    lifeDueOn
      ? and(
          eq(practices.state, 'published'),
          ne(practices.lifeStatus, 'stopped'),
          isNull(assertion.id),
          sql`coalesce(${practices.lifeConfirmedOn} + interval '6 months' < ${lifeDueOn}::date, true)`,
        )
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
  const waiting = filter.openStates ?? filter.assertionOpen ?? filter.lifeDueOn ?? filter.without ?? filter.deadLinks
  return workPractices(db)
    .where(and(inScope(scope), matching(filter)))
    .orderBy(
      ...(waiting
        ? [
            asc(
              sql`coalesce(${open.submittedAt}, ${open.savedAt}, ${assertion.assertedAt}, ${practices.lifeConfirmedOn}, ${live.publishedAt})`,
            ),
          ]
        : [
            desc(sql`coalesce(${open.savedAt}, ${practices.withdrawnAt}, ${live.publishedAt}, ${practices.createdAt})`),
          ]),
      asc(practices.publicId),
    )
    .limit(limit)
    .offset(offset)
}

/** How many practices of a scope there are to list, and how many lack words; a first draft that was given up is none. */
export async function countPracticesInWork(db: Executor, scope: PracticeScope) {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      subjects: sql<number>`(count(*) filter (where ${lacks('subjects')}))::int`,
      terms: sql<number>`(count(*) filter (where ${lacks('terms')}))::int`,
      translation: sql<number>`(count(*) filter (where ${lacks('translation')}))::int`,
    })
    .from(practices)
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(live, eq(live.id, practices.liveRevisionId))
    .leftJoin(open, and(eq(open.practiceId, practices.id), inArray(open.state, [...OPEN_STATES])))
    .where(and(inScope(scope), or(ne(practices.state, 'unpublished'), isNotNull(open.id))))
  return row ?? { all: 0, subjects: 0, terms: 0, translation: 0 }
}
