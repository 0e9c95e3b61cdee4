import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  agencies,
  lifeAssertions,
  lifeQuestions,
  organisations,
  practiceContacts,
  practiceRevisions,
  practices,
  regions,
} from '../schema/index.ts'
import type { Freshness } from '../vocabulary.ts'

/* Who was asked whether a practice still runs, who answered, and whether letters reach its owner. */

/** Whose practices are asked about; decided by app/domain/heartbeat/heartbeat.policy.ts. */
export type LifeScope = { kind: 'hub'; hubId: string } | { kind: 'agency'; agencyId: string } | { kind: 'national' }

const content = practiceRevisions.content
const assertion = alias(lifeAssertions, 'open_assertion')

/** The address that readers are given: the one that was put in its place, the one of the text, the one of the agency. */
export const contactOf = sql<string | null>`lower(coalesce(
  (select c.email from ${practiceContacts} c where c.practice_id = ${practices.id}
    and c.replaces is not distinct from lower(${content} ->> 'contactEmail')),
  ${content} ->> 'contactEmail', ${agencies.contactEmail}))`

const contactState = (today: string) => sql<'ok' | 'none' | 'dead' | 'left'>`case
  when ${contactOf} is null then 'none'
  when exists (select from dead_mailboxes d where d.email = ${contactOf}) then 'dead'
  when exists (select from users u where u.email = ${contactOf}) and not exists (
    select from users u join memberships m on m.user_id = u.id
    where u.email = ${contactOf} and u.disabled_at is null
      and m.organisation_id in (${practices.agencyId}, ${agencies.parentId})
      and m.starts_on <= ${today}::date and (m.ends_on is null or m.ends_on > ${today}::date)) then 'left'
  else 'ok' end`

/** The day of the last word on its life: what the hub confirmed last, else the publication of the text. */
const roundOn = sql<string>`coalesce(${practices.lifeConfirmedOn},
  (${practiceRevisions.publishedAt} at time zone 'Asia/Jakarta')::date)::text`

const lettersOfRound = sql`from ${lifeQuestions} q where q.practice_id = ${practices.id} and q.channel = 'mail'
  and q.round_on = (${roundOn})::date`

const freshness = (today: string) => sql<Freshness>`case
  when ${practices.lifeConfirmedOn} is null then 'none'
  when ${practices.lifeConfirmedOn} + interval '6 months' >= ${today}::date then 'fresh'
  when ${practices.lifeConfirmedOn} + interval '12 months' >= ${today}::date then 'aging'
  else 'stale' end`

const isDue = (today: string) => sql`(${practices.lifeStatus} <> 'stopped' and ${assertion.id} is null
  and (${roundOn})::date + interval '6 months' < ${today}::date)`

const isSilent = (today: string, since: Date, most: number) => sql`(${isDue(today)}
  and (select max(q.number) ${lettersOfRound}) >= ${most}
  and (select max(q.asked_at) ${lettersOfRound}) <= ${since.toISOString()})`

const columns = (today: string) => ({
  id: practices.id,
  publicId: practices.publicId,
  agencyId: practices.agencyId,
  agencyParentId: agencies.parentId,
  agency: organisations.name,
  hubId: practices.hubId,
  region: regions.name,
  brand: sql<string>`${content} ->> 'brand'`,
  titleId: sql<string | null>`${content} -> 'title' ->> 'id'`,
  textEmail: sql<string | null>`lower(${content} ->> 'contactEmail')`,
  lifeStatus: practices.lifeStatus,
  lifeConfirmedOn: practices.lifeConfirmedOn,
  roundOn,
  isAnswered: sql<boolean>`${assertion.id} is not null`,
  contact: contactOf,
  contactState: contactState(today),
  letters: sql<number>`(select coalesce(max(q.number), 0)::int ${lettersOfRound})`,
  lastLetterAt: sql<Date | null>`(select max(q.asked_at) ${lettersOfRound})`.mapWith(lifeQuestions.askedAt),
})

function lifeRows(db: Executor, today: string) {
  return db
    .select(columns(today))
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .leftJoin(
      assertion,
      and(eq(assertion.practiceId, practices.id), isNull(assertion.confirmedAt), isNull(assertion.rejectedAt)),
    )
    .$dynamic()
}

export type LifeRow = Awaited<ReturnType<typeof listDueLife>>[number]

const published = eq(practices.state, 'published')

function inScope(scope: LifeScope): SQL | undefined {
  switch (scope.kind) {
    case 'hub':
      return eq(practices.hubId, scope.hubId)
    case 'agency':
      return or(eq(practices.agencyId, scope.agencyId), eq(agencies.parentId, scope.agencyId))
    case 'national':
      return isNull(practices.hubId)
  }
}

/** Practices that nobody has spoken of for half a year on a date, the oldest word first; `after` begins behind an id. */
export async function listDueLife(
  db: Executor,
  { today, limit, after }: { today: string; limit: number; after?: string },
) {
  return lifeRows(db, today)
    .where(and(published, isDue(today), after ? gt(practices.id, after) : undefined))
    .orderBy(asc(practices.id))
    .limit(limit)
}

export type LifeFilter = {
  scope: LifeScope
  today: string
  /** Letters of a round, and since when the last one must be unanswered, for `silent`. */
  silence: { most: number; since: Date }
}

export type LifeViewFilter = Freshness | 'silent' | 'contact' | 'whatsapp' | null

function inView(view: LifeViewFilter, { today, silence }: LifeFilter, now: Date): SQL | undefined {
  switch (view) {
    case null:
      return undefined
    case 'silent':
      return isSilent(today, silence.since, silence.most)
    case 'contact':
      return sql`${contactState(today)} <> 'ok'`
    case 'whatsapp':
      return sql`exists (select from ${lifeQuestions} q where ${isOpenWhatsapp(now)})`
    default:
      return sql`${freshness(today)} = ${view}`
  }
}

const isOpenWhatsapp = (now: Date) => sql`q.practice_id = ${practices.id} and q.channel = 'whatsapp'
  and q.round_on = (${roundOn})::date and q.answered_at is null and q.expires_at > ${now.toISOString()}
  and ${assertion.id} is null`

/** One page of the published practices of a scope, the oldest word first. */
export async function listLife(
  db: Executor,
  filter: LifeFilter,
  { view, now, limit, offset }: { view: LifeViewFilter; now: Date; limit: number; offset: number },
) {
  return lifeRows(db, filter.today)
    .where(and(published, inScope(filter.scope), inView(view, filter, now)))
    .orderBy(sql`${practices.lifeConfirmedOn} asc nulls first`, asc(practices.publicId))
    .limit(limit)
    .offset(offset)
}

/** How many published practices of a scope there are by the age of the last word, and how many need the hub. */
export async function countLife(db: Executor, filter: LifeFilter, now: Date) {
  const { today, silence, scope } = filter
  const how = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      fresh: how(sql`${freshness(today)} = 'fresh'`),
      aging: how(sql`${freshness(today)} = 'aging'`),
      stale: how(sql`${freshness(today)} = 'stale'`),
      none: how(sql`${freshness(today)} = 'none'`),
      silent: how(isSilent(today, silence.since, silence.most)),
      contact: how(sql`${contactState(today)} <> 'ok'`),
      broken: how(sql`${contactState(today)} in ('dead', 'left')`),
      whatsapp: how(sql`exists (select from ${lifeQuestions} q where ${isOpenWhatsapp(now)})`),
    })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(
      assertion,
      and(eq(assertion.practiceId, practices.id), isNull(assertion.confirmedAt), isNull(assertion.rejectedAt)),
    )
    .where(and(published, inScope(scope)))
  return row!
}

/** Some published practices of a scope by their public ids. */
export async function listLifeByPublicId(
  db: Executor,
  scope: LifeScope | null,
  publicIds: readonly string[],
  today: string,
) {
  if (publicIds.length === 0) return []
  return lifeRows(db, today)
    .where(and(published, scope ? inScope(scope) : undefined, inArray(practices.publicId, [...publicIds])))
    .orderBy(asc(practices.publicId))
}

/** A published practice by its key, with what the letter of a question needs to know. */
export async function findLife(db: Executor, practiceId: string, today: string): Promise<LifeRow | undefined> {
  const [row] = await lifeRows(db, today).where(and(published, eq(practices.id, practiceId)))
  return row
}

/** Keeps others from asking about a practice until the transaction ends; answers whether it is published. */
export async function lockPublishedPractice(tx: Executor, practiceId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: practices.id })
    .from(practices)
    .where(and(published, eq(practices.id, practiceId)))
    .for('update')
  return rows.length > 0
}
