import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { outsideLinks } from '../schema/index.ts'

export type DueLink = { url: string; known: { failures: number; failingSince: Date | null } | undefined }

/** Outside links of texts that are published or in work which nobody has asked, or which are due again; the longest due first. */
export async function listDueLinks(db: Executor, { now, limit }: { now: Date; limit: number }): Promise<DueLink[]> {
  const rows = await db.execute<{ url: string; failures: number | null; failing_since: string | null }>(sql`
    with named as (
      select distinct source.url
      from practices p
      join practice_revisions r on r.practice_id = p.id
        and (r.id = p.live_revision_id or r.state not in ('published', 'discarded'))
      cross join lateral jsonb_array_elements_text(r.content -> 'sources') source (url)
      where p.state <> 'withdrawn'
    )
    select named.url, l.failures, l.failing_since
    from named left join ${outsideLinks} l on l.url = named.url
    where l.due_at is null or l.due_at <= ${now.toISOString()}::timestamptz
    order by l.due_at nulls first, named.url
    limit ${limit}`)
  return rows.map(({ url, failures, failing_since }) => ({
    url,
    known: failures === null ? undefined : { failures, failingSince: failing_since ? new Date(failing_since) : null },
  }))
}

export async function upsertLink(tx: Executor, row: typeof outsideLinks.$inferInsert): Promise<void> {
  const { url: _url, ...changes } = row
  await tx.insert(outsideLinks).values(row).onConflictDoUpdate({ target: outsideLinks.url, set: changes })
}

/** Those of some addresses that are dead. */
export async function listDeadLinks(db: Executor, urls: readonly string[]) {
  if (urls.length === 0) return []
  return db
    .select({ url: outsideLinks.url, answer: outsideLinks.answer, failingSince: outsideLinks.failingSince })
    .from(outsideLinks)
    .where(and(inArray(outsideLinks.url, [...urls]), eq(outsideLinks.state, 'dead')))
    .orderBy(outsideLinks.url)
}
