import { and, asc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import { agencies, organisations, practiceRevisions, practices, regions } from '../schema/index.ts'

const content = practiceRevisions.content

/** Whether this person wrote in the practice, ever. */
const wroteIn = (userId: string) => sql<boolean>`exists (
  select from practice_revisions r left join revision_authors w on w.revision_id = r.id
  where r.practice_id = ${practices.id} and ${userId}::uuid in (w.user_id, r.submitted_by, r.created_by))`

const columns = (userId: string) => ({
  publicId: practices.publicId,
  brand: sql<string>`${content} ->> 'brand'`,
  title: sql<Bilingual>`${content} -> 'title'`,
  startedOn: sql<string | null>`${content} ->> 'startedOn'`,
  agency: organisations.name,
  region: regions.name,
  lifeStatus: practices.lifeStatus,
  lifeConfirmedOn: practices.lifeConfirmedOn,
  state: practices.state,
  versions: sql<number>`(select count(*)::int from practice_revisions r
    where r.practice_id = ${practices.id} and r.state = 'published')`,
  isBeingWritten: sql<boolean>`exists (select from practice_revisions r
    where r.practice_id = ${practices.id} and r.state not in ('published', 'discarded'))`,
  isOwn: wroteIn(userId),
})

type Scope = {
  /** Only practices that this hub answers for; all when null. */
  hubId: string | null
  userId: string
  except: string
  limit: number
}

export type MergeCandidate = Awaited<ReturnType<typeof listMergeCandidates>>[number]

function candidates(db: Executor, { hubId, userId, except, limit }: Scope, meant: SQL | undefined) {
  return db
    .select(columns(userId))
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .where(and(hubId ? eq(practices.hubId, hubId) : undefined, ne(practices.publicId, except), meant))
    .limit(limit)
}

/** Published practices of some numbers, in no order. */
export async function listMergeCandidates(db: Executor, scope: Scope, publicIds: readonly string[]) {
  if (publicIds.length === 0) return []
  return candidates(db, scope, and(inArray(practices.publicId, [...publicIds]), eq(practices.state, 'published')))
}

/** Practices by number, or by words of their title or name; what was withdrawn only by its number. Most alike first. */
export async function searchMergeCandidates(db: Executor, scope: Scope, q: string) {
  const name = sql`concat_ws(' ', ${content} -> 'title' ->> 'id', ${content} -> 'title' ->> 'en', ${content} ->> 'brand')`
  const alike = sql<number>`word_similarity(${q}, ${name})`
  const isNumber = eq(practices.publicId, q.toUpperCase())
  const isNamed = and(
    eq(practices.state, 'published'),
    or(sql`${alike} > 0.4`, sql`position(lower(${q}) in lower(${name})) > 0`),
  )
  return candidates(db, scope, or(isNumber, isNamed)).orderBy(sql`${alike} desc`, asc(practices.publicId))
}
