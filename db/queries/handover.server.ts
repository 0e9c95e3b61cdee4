import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { actionItems, adoptions, coachingSessions } from '../schema/index.ts'
import type { Role } from '../vocabulary.ts'
import { contactOf } from './life.server.ts'

/* What people hold for an organisation, and how it changes hands. Records belong to organisations; this is who acts. */

export const HOLDING_KINDS = ['contact', 'draft', 'adoption', 'action', 'assignment', 'session'] as const
export type HoldingKind = (typeof HOLDING_KINDS)[number]

export type Holding = {
  userId: string
  kind: HoldingKind
  id: string
  /** Public number of the record, where it has one. */
  ref: string | null
  label: string
  where: string | null
  /** The end of an assignment, the day of a session, the due date of an action. */
  on: string | null
}

type Place = { id: string; kind: 'agency' | 'hub' | 'national' }

const title = (revision: string) =>
  sql.raw(`coalesce(${revision}.content -> 'title' ->> 'id', ${revision}.content ->> 'brand')`)

const holds = (today: string) =>
  sql`m.starts_on <= ${today}::date and (m.ends_on is null or m.ends_on > ${today}::date)`

function inAgency(agencyId: string, people: SQL, today: string): SQL {
  return sql`
    with person as (${people}),
    place as (select organisation_id as id from agencies where organisation_id = ${agencyId} or parent_id = ${agencyId})
    select person.id as user_id, 'contact' as kind, practices.id, practices.public_id as ref,
      ${title('practice_revisions')} as label, o.name as "where", null::text as "on"
    from practices join practice_revisions on practice_revisions.id = practices.live_revision_id
      join agencies on agencies.organisation_id = practices.agency_id
      join organisations o on o.id = practices.agency_id
      join person on person.email = ${contactOf}
    where practices.state = 'published' and practices.agency_id in (select id from place)
    union all
    select person.id, 'draft', r.id, p.public_id, ${title('r')}, o.name, null
    from practice_revisions r join practices p on p.id = r.practice_id join organisations o on o.id = p.agency_id
      join revision_authors a on a.revision_id = r.id join person on person.id = a.user_id and not a.handed_over
    where r.state in ('draft', 'changes_requested') and p.agency_id in (select id from place) and not exists (
      select from revision_authors other join memberships m on m.user_id = other.user_id and m.role = 'author'
      where other.revision_id = r.id and other.user_id <> person.id and not other.handed_over and m.organisation_id in (select id from place)
        and ${holds(today)})
    union all
    select person.id, 'adoption', d.id, d.public_id, coalesce(${title('r')}, n.problem), null, null
    from adoptions d join person on person.id = d.lead_id join needs n on n.id = d.need_id
      left join practice_revisions r on r.id = d.revision_id
    where d.agency_id = ${agencyId} and d.state in ('active', 'paused')
    union all
    select person.id, 'action', i.id, null, i.what, g.name, i.due_on::text
    from action_items i join coaching_sessions s on s.id = i.session_id join regions g on g.code = s.region_code
      join person on lower(btrim(i.who)) = lower(btrim(person.name))
    where s.agency_id in (select id from place) and i.state in ('open', 'in_progress')
    order by 2, 5, 3`
}

function inHub(hubId: string, people: SQL, today: string): SQL {
  return sql`
    with person as (${people})
    select person.id as user_id, 'assignment' as kind, a.id, null::text as ref, g.name as label, null::text as "where",
      (a.ends_on - 1)::text as "on"
    from assignments a join person on person.id = a.mentor_id join regions g on g.code = a.region_code
    where a.hub_id = ${hubId} and (a.ends_on is null or (a.ends_on > ${today}::date + 1 and a.ends_on > a.starts_on))
    union all
    select person.id, 'session', s.id, s.receipt, g.name, o.name, (s.starts_at at time zone 'Asia/Jakarta')::date::text
    from coaching_sessions s join person on person.id = s.mentor_id join regions g on g.code = s.region_code
      join organisations o on o.id = s.agency_id
    where s.hub_id = ${hubId} and s.state = 'planned'
    order by 2, 5, 3`
}

async function listOf(db: Executor, place: Place, people: SQL, today: string): Promise<Holding[]> {
  if (place.kind === 'national') return []
  const query = place.kind === 'agency' ? inAgency(place.id, people, today) : inHub(place.id, people, today)
  const rows = await db.execute<Omit<Holding, 'userId'> & { user_id: string }>(query)
  return rows.map(({ user_id: userId, ...holding }) => ({ ...holding, userId }))
}

/** What one person holds for an organisation. */
export function listHoldings(db: Executor, place: Place, userId: string, today: string): Promise<Holding[]> {
  return listOf(db, place, sql`select id, name, email from users where id = ${userId}`, today)
}

/** What people hold who belonged to an organisation and do not any more. */
export function listHoldingsOfLeavers(db: Executor, place: Place, today: string): Promise<Holding[]> {
  const people = sql`select u.id, u.name, u.email from users u where exists (
      select from memberships m where m.user_id = u.id and m.organisation_id = ${place.id} and m.ends_on <= ${today}::date)
    and not exists (
      select from memberships m where m.user_id = u.id and m.organisation_id = ${place.id} and ${holds(today)})`
  return listOf(db, place, people, today)
}

/** What everybody holds who belongs to an organisation. */
export function listHoldingsOfMembers(db: Executor, place: Place, today: string): Promise<Holding[]> {
  const people = sql`select u.id, u.name, u.email from users u where exists (
      select from memberships m where m.user_id = u.id and m.organisation_id = ${place.id} and ${holds(today)})`
  return listOf(db, place, people, today)
}

/** Somebody who belongs or belonged to an organisation, with when the last membership ended. */
export async function findPersonOf(db: Executor, organisationId: string, userId: string) {
  const [row] = await db.execute<{
    id: string
    name: string
    email: string
    language: 'id' | 'en'
    left_on: string | null
  }>(sql`
    select u.id, u.name, u.email, u.language,
      case when bool_or(m.ends_on is null) then null else max(m.ends_on)::text end as left_on
    from users u join memberships m on m.user_id = u.id and m.organisation_id = ${organisationId}
    where u.id = ${userId} group by u.id`)
  return row
}

/** Names of people by their ids. */
export async function listNames(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return [
    ...(await db.execute<{ id: string; name: string }>(
      sql`select id, name from users where id in (${sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      )}) order by name`,
    )),
  ]
}

/** Those who belong to an organisation or its units, with the roles they hold there. */
export async function listSuccessors(db: Executor, organisationId: string, today: string) {
  return [
    ...(await db.execute<{ id: string; name: string; email: string; language: 'id' | 'en'; roles: Role[] }>(sql`
      select u.id, u.name, u.email, u.language, array_agg(distinct m.role) as roles
      from users u join memberships m on m.user_id = u.id
      where u.disabled_at is null and ${holds(today)} and (m.organisation_id = ${organisationId} or m.organisation_id in (
        select organisation_id from agencies where parent_id = ${organisationId}))
      group by u.id order by u.name limit 500`)),
  ]
}

// ---- changes: each only while the person still holds it ---------------------------------------------------------------

type Hands = { id: string; from: string; to: string; now: Date }

/** Another person leads a running adoption. */
export async function updateAdoptionLead(tx: Executor, { id, from, to, now }: Hands): Promise<boolean> {
  const rows = await tx
    .update(adoptions)
    .set({ leadId: to, version: sql`${adoptions.version} + 1`, updatedAt: now })
    .where(and(eq(adoptions.id, id), eq(adoptions.leadId, from), inArray(adoptions.state, ['active', 'paused'])))
    .returning({ id: adoptions.id })
  return rows.length > 0
}

/** Another person does an action that is not done. */
export async function updateActionDoer(tx: Executor, item: { id: string; from: string; to: string }): Promise<boolean> {
  const rows = await tx
    .update(actionItems)
    .set({ who: item.to, version: sql`${actionItems.version} + 1` })
    .where(
      and(
        eq(actionItems.id, item.id),
        sql`lower(btrim(${actionItems.who})) = lower(btrim(${item.from}))`,
        or(eq(actionItems.state, 'open'), eq(actionItems.state, 'in_progress')),
      ),
    )
    .returning({ id: actionItems.id })
  return rows.length > 0
}

/** Another mentor holds a planned session; answers its district. */
export async function updateSessionMentor(
  tx: Executor,
  { id, from, to, now }: Hands,
): Promise<{ regionCode: string } | undefined> {
  const [row] = await tx
    .update(coachingSessions)
    .set({ mentorId: to, version: sql`${coachingSessions.version} + 1`, updatedAt: now })
    .where(
      and(
        eq(coachingSessions.id, id),
        eq(coachingSessions.mentorId, from),
        eq(coachingSessions.state, 'planned'),
        isNull(coachingSessions.confirmedAt),
      ),
    )
    .returning({ regionCode: coachingSessions.regionCode })
  return row
}
