import { eq, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { practiceRevisions, practices } from '../schema/index.ts'
import { real } from './practices-public.server.ts'

/* Lists of addresses for search engines: published practices without demo records. */

/** How many lists of addresses there are, and the newest change in each; `size` addresses a list. */
export async function listAddressParts(db: Executor, size: number): Promise<{ part: number; changedAt: Date }[]> {
  const numbered = db
    .select({
      part: sql<number>`((row_number() over (order by ${practices.publicId}) - 1) / ${size}::int + 1)::int`.as('part'),
      changedAt: practiceRevisions.publishedAt,
    })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(real)
    .as('numbered')
  const rows = await db
    .select({ part: numbered.part, changedAt: sql<string>`max(${numbered.changedAt})` })
    .from(numbered)
    .groupBy(numbered.part)
    .orderBy(numbered.part)
  return rows.map(({ part, changedAt }) => ({ part, changedAt: new Date(changedAt) }))
}

/** Addresses for search engines, one list of them: published practices and the day of their newest version. */
export async function listPracticeAddresses(db: Executor, { part, size }: { part: number; size: number }) {
  return db
    .select({ publicId: practices.publicId, changedAt: practiceRevisions.publishedAt })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .where(real)
    .orderBy(practices.publicId)
    .limit(size)
    .offset((part - 1) * size)
}
