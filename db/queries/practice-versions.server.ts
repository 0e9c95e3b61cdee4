import { and, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import { organisations, practiceRevisions, practices } from '../schema/index.ts'

const successor = alias(practices, 'successor')

const versionText = {
  number: practiceRevisions.number,
  publishedAt: practiceRevisions.publishedAt,
  content: practiceRevisions.content,
}

/** The newest published texts of a practice, newest first, `limit` at most. */
export async function listVersionTexts(db: Executor, practiceId: string, limit: number) {
  return db
    .select(versionText)
    .from(practiceRevisions)
    .where(and(eq(practiceRevisions.practiceId, practiceId), eq(practiceRevisions.state, 'published')))
    .orderBy(desc(practiceRevisions.number))
    .limit(limit)
}

/** Some published texts of a practice by their numbers, in no order. */
export async function listVersionTextsByNumber(db: Executor, practiceId: string, numbers: readonly number[]) {
  return db
    .select(versionText)
    .from(practiceRevisions)
    .where(
      and(
        eq(practiceRevisions.practiceId, practiceId),
        eq(practiceRevisions.state, 'published'),
        inArray(practiceRevisions.number, [...numbers]),
      ),
    )
}

/**
 * What a citation of a practice needs, of its newest or of the given published version; also of a withdrawn practice,
 * because what was cited must stay citable.
 */
export async function findCitedPractice(db: Executor, publicId: string, number?: number) {
  const [row] = await db
    .select({
      publicId: practices.publicId,
      agency: organisations.name,
      version: practiceRevisions.number,
      versionPublishedAt: practiceRevisions.publishedAt,
      content: practiceRevisions.content,
      withdrawnAt: practices.withdrawnAt,
      reason: practices.withdrawalReason,
      successor: successor.publicId,
    })
    .from(practices)
    .innerJoin(
      practiceRevisions,
      number === undefined
        ? eq(practiceRevisions.id, practices.liveRevisionId)
        : and(
            eq(practiceRevisions.practiceId, practices.id),
            eq(practiceRevisions.number, number),
            eq(practiceRevisions.state, 'published'),
          ),
    )
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .leftJoin(successor, and(eq(successor.id, practices.successorId), eq(successor.state, 'published')))
    .where(and(eq(practices.publicId, publicId), inArray(practices.state, ['published', 'withdrawn'])))
  return row
}
