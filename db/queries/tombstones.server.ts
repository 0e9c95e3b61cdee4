import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import type { PracticeContent } from '../practice-content.ts'
import { organisations, practiceRevisions, practices } from '../schema/index.ts'

const successor = alias(practices, 'successor')
const successorRevision = alias(practiceRevisions, 'successor_revision')

const namesOf = (content: typeof practiceRevisions.content | typeof successorRevision.content) =>
  sql<Pick<PracticeContent, 'title' | 'brand'> | null>`case when ${content} is null then null
    else jsonb_build_object('title', ${content}->'title', 'brand', ${content}->'brand') end`

/** What is left of a withdrawn practice: its name and owner, when, why, and what takes its place. */
export async function findTombstone(db: Executor, publicId: string) {
  const [row] = await db
    .select({
      publicId: practices.publicId,
      withdrawnAt: practices.withdrawnAt,
      reason: practices.withdrawalReason,
      agency: organisations.name,
      name: namesOf(practiceRevisions.content),
      successor: successor.publicId,
      successorName: namesOf(successorRevision.content),
    })
    .from(practices)
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .leftJoin(successor, and(eq(successor.id, practices.successorId), eq(successor.state, 'published')))
    .leftJoin(successorRevision, eq(successorRevision.id, successor.liveRevisionId))
    .where(and(eq(practices.publicId, publicId), eq(practices.state, 'withdrawn')))
  return row
}
