import { countLessons, listLessons } from '#db/queries/lessons.server.ts'
import type { ReadContext } from '../shared/context.ts'

const LESSONS_A_PAGE = 20

/**
 * Lessons for everybody, newest first: advice that its mentor marked as public and the coached side confirmed, with topic,
 * district and date. Those of the demo province stand apart and are not counted.
 */
export async function readLessons(ctx: Pick<ReadContext, 'db'>, page: number) {
  const [lessons, total, examples] = await Promise.all([
    listLessons(ctx.db, { demo: false, limit: LESSONS_A_PAGE, offset: (page - 1) * LESSONS_A_PAGE }),
    countLessons(ctx.db, false),
    page === 1 ? listLessons(ctx.db, { demo: true, limit: 5, offset: 0 }) : [],
  ])
  return { lessons, total, page, pageSize: LESSONS_A_PAGE, examples }
}

export type Lesson = Awaited<ReturnType<typeof readLessons>>['lessons'][number]
