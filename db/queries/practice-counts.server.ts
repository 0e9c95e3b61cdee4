import { sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { COUNTS, type Count } from '../vocabulary.ts'

/* Counts of views and use, by day and practice: how they come in and grow old. */

/** Counts of one process that are to be added, of a practice or of one of its documents. */
export type WaitingCounts = Record<Count, number> & {
  day: string
  publicId: string | null
  fileId: string | null
  /** In whose name the readers were signed in. */
  organisationId: string | null
}

const column = (count: Count) => (count === 'apiReads' ? 'api_reads' : count)
const list = (write: (name: string) => string) => sql.raw(COUNTS.map((count) => write(column(count))).join(', '))
const names = list((name) => name)
const sums = list((name) => `sum(r.${name})`)
const added = (table: string) => list((name) => `${name} = ${table}.${name} + excluded.${name}`)

/**
 * Adds counts to what is there. What was never published is left out, and what the people of the owner or of the hub
 * that answers for the practice read themselves; so is what is no practice.
 */
export async function addPracticeCounts(db: Executor, counts: readonly WaitingCounts[]): Promise<void> {
  const rows = counts.map(({ day, publicId, fileId, organisationId, apiReads, ...others }) => ({
    ...{ day, public_id: publicId, file_id: fileId, organisation_id: organisationId },
    ...{ ...others, api_reads: apiReads },
  }))
  // In one order: two processes never wait for each other in a circle.
  await db.execute(sql`
    insert into practice_counts as c (practice_id, day, ${names})
    select p.id, r.day, ${sums}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(day date, public_id text, file_id uuid,
      organisation_id uuid, views int, visitors int, downloads int, citations int, comparisons int, api_reads int)
    left join files f on f.id = r.file_id and f.kind = 'document'
    join practices p on p.id = coalesce(f.practice_id, (select n.id from practices n where n.public_id = r.public_id))
    join agencies a on a.organisation_id = p.agency_id
    where p.first_published_at is not null and (r.organisation_id is null
      or r.organisation_id not in (p.agency_id, coalesce(a.parent_id, p.agency_id), coalesce(p.hub_id, p.agency_id)))
    group by p.id, r.day order by p.id, r.day
    on conflict (practice_id, day) do update set ${added('c')}`)
}

/** Puts days before a date together by month, in one statement: done twice, there is nothing left to move. */
export async function rollUpPracticeCounts(db: Executor, before: string): Promise<void> {
  await db.execute(sql`
    with r as (delete from practice_counts where day < ${before} returning *)
    insert into practice_counts_of_months as m (practice_id, day, ${names})
    select r.practice_id, date_trunc('month', r.day)::date, ${sums} from r group by 1, 2 order by 1, 2
    on conflict (practice_id, day) do update set ${added('m')}`)
}
