import { type SQL, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { ACTS, type Act, COUNTS, type Count, type PracticeState } from '../vocabulary.ts'

/* How often practices were read and used, and what came of it. */

/** Which practices are meant; decided by app/domain/statistics. A hub of null: where no hub answers for the place. */
export type StatisticsScope =
  | { kind: 'none' }
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string | null }
  | { kind: 'all' }

export type PracticeFigures = Record<Count | Act, number>
export type PracticeStatistics = PracticeFigures & {
  publicId: string
  state: PracticeState
  /** In Jakarta. */
  firstPublishedOn: string
  title: string | null
  brand: string | null
  agency: string
}

function inScope(scope: StatisticsScope): SQL {
  switch (scope.kind) {
    case 'none':
      return sql`false`
    case 'agency':
      return sql`(p.agency_id = ${scope.agencyId} or a.parent_id = ${scope.agencyId})`
    case 'hub':
      return scope.hubId === null ? sql`p.hub_id is null` : sql`p.hub_id = ${scope.hubId}`
    case 'all':
      return sql`true`
  }
}

const quoted = (names: readonly string[], write: (column: string, name: string) => string) =>
  sql.raw(names.map((name) => write(name === 'apiReads' ? 'api_reads' : name, `"${name}"`)).join(', '))

/** Days and months from a day on; what was put together by month is older than every day that is kept. */
const countsFrom = (from: string) => sql`(
  select * from practice_counts where day >= ${from}
  union all select * from practice_counts_of_months where day >= ${from}) c`

/** A moment from the beginning of a day in Jakarta on. */
const since = (moment: SQL, from: string) => sql`${moment} >= ${from}::date::timestamp at time zone 'Asia/Jakarta'`

/**
 * Every practice of a scope that was ever published, with its counts since a day: what was read, the needs that it was
 * put aside for, questions, signed letters of interest, services that began, and practices that say they repeat it.
 */
export async function listPracticeStatistics(
  db: Executor,
  { scope, from, publicId }: { scope: StatisticsScope; from: string; publicId?: string },
): Promise<PracticeStatistics[]> {
  const rows = await db.execute<PracticeStatistics>(sql`
    with counted as (select practice_id, ${quoted(COUNTS, (column) => `sum(c.${column})::int as ${column}`)}
      from ${countsFrom(from)} group by 1),
    saved as (select practice_id, count(distinct need_id)::int as saves from (
        select m.practice_id, m.need_id, m.created_at as at from need_matches m
        union all select k.practice_id, d.need_id, k.added_at from adoption_candidates k
          join adoptions d on d.id = k.adoption_id) s
      join needs n on n.id = s.need_id join practices p on p.id = s.practice_id and p.is_demo = n.is_demo
      where ${since(sql`s.at`, from)} group by 1),
    asked as (select practice_id, count(*)::int as questions from practice_questions
      where ${since(sql`asked_at`, from)} and hidden_at is null group by 1),
    adopted as (select d.practice_id,
        count(*) filter (where ${since(sql`i.signed_at`, from)} and d.state <> 'declined')::int as interests,
        count(*) filter (where d.launched_on >= ${from})::int as launches
      from adoptions d join practices p on p.id = d.practice_id and p.is_demo = d.is_demo
      left join interests i on i.adoption_id = d.id group by 1),
    repeated as (select replica_of_id as practice_id, count(*)::int as replicas from practices
      where replica_of_id is not null and state = 'published' and ${since(sql`first_published_at`, from)} group by 1)
    select p.public_id as "publicId", p.state, o.name as agency,
      to_char(p.first_published_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as "firstPublishedOn",
      coalesce(r.content -> 'title' ->> 'id', r.content ->> 'brand') as title, r.content ->> 'brand' as brand,
      ${quoted([...COUNTS, ...ACTS], (column, name) => `coalesce(${column}, 0) as ${name}`)}
    from practices p
    join agencies a on a.organisation_id = p.agency_id join organisations o on o.id = p.agency_id
    left join practice_revisions r on r.id = p.live_revision_id
    left join counted on counted.practice_id = p.id left join saved on saved.practice_id = p.id
    left join asked on asked.practice_id = p.id left join adopted on adopted.practice_id = p.id
    left join repeated on repeated.practice_id = p.id
    where p.first_published_at is not null and ${inScope(scope)}
      ${publicId === undefined ? sql`` : sql`and p.public_id = ${publicId}`}
    order by p.public_id`)
  return [...rows]
}

export type CountsOfStep = Record<Count, number> & { step: string }

/** The counts of a scope by day or month, oldest first; those of which nothing was counted are missing. */
export async function listCountsBySteps(
  db: Executor,
  { scope, from, step, publicId }: { scope: StatisticsScope; from: string; step: 'day' | 'month'; publicId?: string },
): Promise<CountsOfStep[]> {
  const rows = await db.execute<CountsOfStep>(sql`
    select to_char(date_trunc(${step}, c.day), 'YYYY-MM-DD') as step,
      ${quoted(COUNTS, (column, name) => `sum(c.${column})::int as ${name}`)}
    from ${countsFrom(from)}
    join practices p on p.id = c.practice_id join agencies a on a.organisation_id = p.agency_id
    where p.first_published_at is not null and ${inScope(scope)}
      ${publicId === undefined ? sql`` : sql`and p.public_id = ${publicId}`}
    group by 1 order by 1`)
  return [...rows]
}
