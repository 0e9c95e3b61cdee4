import { and, asc, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import { coachingSessions, regions } from '../schema/index.ts'

const province = alias(regions, 'province')

/** Advice for everybody: marked as a public lesson, and confirmed by the coached side. No names, no counts. */
export async function listLessons(db: Executor, page: { demo: boolean; limit: number; offset: number }) {
  return db
    .select({
      id: coachingSessions.id,
      advice: sql<string>`${coachingSessions.advice}`,
      topics: coachingSessions.topics,
      startsAt: coachingSessions.startsAt,
      timeZone: regions.timeZone,
      regionName: regions.name,
      provinceName: province.name,
    })
    .from(coachingSessions)
    .innerJoin(regions, eq(regions.code, coachingSessions.regionCode))
    .innerJoin(province, eq(province.code, regions.provinceCode))
    .where(lessons(page.demo))
    .orderBy(desc(coachingSessions.startsAt), asc(coachingSessions.id))
    .limit(page.limit)
    .offset(page.offset)
}

export async function countLessons(db: Executor, demo: boolean): Promise<number> {
  const [row] = await db.select({ total: count() }).from(coachingSessions).where(lessons(demo))
  return row?.total ?? 0
}

const lessons = (demo: boolean) =>
  and(
    eq(coachingSessions.visibility, 'public_lesson'),
    inArray(coachingSessions.state, ['confirmed', 'locked']),
    isNotNull(coachingSessions.advice),
    eq(coachingSessions.isDemo, demo),
  )
