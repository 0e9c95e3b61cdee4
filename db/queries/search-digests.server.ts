import { and, desc, eq, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import {
  organisations,
  practiceRevisions,
  practices,
  publications,
  savedSearches,
  savedSearchMatches,
  searchDigests,
  users,
} from '../schema/index.ts'
import type { TimeZone } from '../vocabulary.ts'

/** The zone of a person: that of the place of their oldest membership of today; Jakarta's for everybody else. */
const zoneOf = (user: ReturnType<typeof sql>, today: string) => sql<TimeZone>`coalesce((
  select r.time_zone from memberships m
  left join agencies a on a.organisation_id = m.organisation_id
  left join hub_territories t on t.hub_id = m.organisation_id
  join regions r on r.code = coalesce(a.region_code, t.province_code)
  where m.user_id = ${user} and m.starts_on <= ${today}::date and (m.ends_on is null or m.ends_on > ${today}::date)
  order by m.starts_on, m.id, r.code limit 1), 'WIB')`

/** People who want mail and for whom something was found that no mail has told them yet, with their zone. */
export async function listDigestReceivers(db: Executor, today: string) {
  const rows = await db.execute<{ userId: string; email: string; language: 'id' | 'en'; zone: TimeZone }>(sql`
    select u.id as "userId", u.email, u.language, ${zoneOf(sql`u.id`, today)} as zone
    from users u
    where u.disabled_at is null and exists (
      select from saved_searches s join saved_search_matches m on m.saved_search_id = s.id
      where s.user_id = u.id and s.alert <> 'off' and m.digest_id is null)
    order by u.id
    limit 10000`)
  return [...rows]
}

/** The mail of a person on a day; `undefined` when there is one already. */
export async function insertDigest(tx: Executor, row: { userId: string; day: string }): Promise<string | undefined> {
  const [created] = await tx
    .insert(searchDigests)
    .values(row)
    .onConflictDoNothing({ target: [searchDigests.userId, searchDigests.day] })
    .returning({ id: searchDigests.id })
  return created?.id
}

export async function deleteDigest(tx: Executor, id: string): Promise<void> {
  await tx.delete(searchDigests).where(eq(searchDigests.id, id))
}

type Due = {
  userId: string
  /** The moments at which mail of each rhythm was last due: what was published before them is told. */
  due: { daily: Date; weekly: Date }
  overlapMs: number
}

const isDue = ({ userId, due, overlapMs }: Due) => sql`
  s.id = m.saved_search_id and p.id = m.publication_id and q.id = p.practice_id
  and s.user_id = ${userId} and m.digest_id is null and q.state = 'published'
  and p.published_at >= s.alert_since - ${overlapMs} * interval '1 millisecond'
  and p.published_at < case s.alert when 'daily' then ${due.daily.toISOString()}::timestamptz
    when 'weekly' then ${due.weekly.toISOString()}::timestamptz end`

/** Whether a person is to be told something by now. */
export async function existsDueMatch(db: Executor, due: Due): Promise<boolean> {
  const [row] = await db.execute<{ due: boolean }>(sql`
    select exists (select from saved_search_matches m, saved_searches s, publications p, practices q
      where ${isDue(due)}) as due`)
  return row?.due === true
}

/** Puts into a mail what a person is to be told by now. Answers how much that is. */
export async function updateMatchesDigested(tx: Executor, digestId: string, due: Due): Promise<number> {
  const rows = await tx.execute(sql`
    update saved_search_matches m set digest_id = ${digestId}
    from saved_searches s, publications p, practices q where ${isDue(due)}
    returning 1`)
  return rows.length
}

/**
 * What a mail has to tell at this moment: practices that are published now, for searches that still want mail, of a
 * person who may still sign in. The latest publication of each practice, newest first.
 */
export async function listDigestHits(db: Executor, digestId: string) {
  return db
    .select({
      searchId: savedSearches.id,
      searchName: savedSearches.name,
      params: savedSearches.params,
      publicId: practices.publicId,
      title: sql<Bilingual>`${practiceRevisions.content}->'title'`,
      brand: sql<string>`${practiceRevisions.content}->>'brand'`,
      agency: organisations.name,
      publishedAt: publications.publishedAt,
      isRevision: sql<boolean>`${practices.firstPublishedAt} < ${publications.publishedAt}`,
    })
    .from(savedSearchMatches)
    .innerJoin(savedSearches, eq(savedSearches.id, savedSearchMatches.savedSearchId))
    .innerJoin(publications, eq(publications.id, savedSearchMatches.publicationId))
    .innerJoin(practices, and(eq(practices.id, publications.practiceId), eq(practices.state, 'published')))
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .where(and(eq(savedSearchMatches.digestId, digestId), sql`${savedSearches.alert} <> 'off'`))
    .orderBy(sql`lower(${savedSearches.name})`, savedSearches.id, desc(publications.publishedAt), practices.publicId)
    .limit(2_000)
}

/** Whom a mail is for, in which language and zone; nobody when the account is closed. */
export async function findDigestReceiver(db: Executor, digestId: string, today: string) {
  const [row] = await db
    .select({
      userId: users.id,
      name: users.name,
      language: users.language,
      zone: zoneOf(sql`${users.id}`, today),
    })
    .from(searchDigests)
    .innerJoin(users, eq(users.id, searchDigests.userId))
    .where(and(eq(searchDigests.id, digestId), sql`${users.disabledAt} is null`))
  return row
}

/** Forgets publications of long ago with what was found in them, and the days of mails. */
export async function deleteOldPublications(db: Executor, before: Date): Promise<void> {
  const moment = before.toISOString()
  await db.execute(sql`
    delete from publications where matched_at is not null and published_at < ${moment}::timestamptz`)
  await db.execute(sql`delete from search_digests where created_at < ${moment}::timestamptz`)
}
