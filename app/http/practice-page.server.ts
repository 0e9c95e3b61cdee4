import { data } from '@remix-run/node'
import { qrPath } from '../domain/practice/qr-path.server.ts'
import { readPractice } from '../domain/practice/read-practice.server.ts'
import { readSimilarPractices } from '../domain/practice/similar-practices.server.ts'
import { publicQuestionsSchema } from '../domain/question/question.schema.ts'
import { readPracticeQuestions } from '../domain/question/read-questions.server.ts'
import { NotFound } from '../domain/shared/errors.ts'
import { paths } from '../paths.ts'
import type { RouteArgs } from './context.server.ts'
import { run } from './respond.server.ts'
import { siteOf } from './site.server.ts'

/** What the page of a practice shows, newest version or the one of a `v3` in the address; a withdrawn one answers 410. */
export function loadPractice(args: RouteArgs, publicId: string, version?: string) {
  return run(args, async (ctx) => {
    const { practice, tombstone } = await readPractice(ctx, publicId, versionNumber(version))
    if (!practice) throw data({ code: 'gone', requestId: ctx.requestId, tombstone }, { status: 410 })
    const site = siteOf(args.request)
    return {
      practice,
      similar: await readSimilarPractices(ctx, practice, ctx.lang),
      qr: qrPath(site + paths.practice(practice.publicId)),
      site,
      now: ctx.now,
    }
  })
}

/** The questions about a practice with their answers; of a withdrawn one nothing is left but its tombstone. */
export function loadPracticeQuestions(args: RouteArgs, publicId: string) {
  return run(args, async (ctx) => {
    const { practice, tombstone } = await readPractice(ctx, publicId)
    if (!practice) throw data({ code: 'gone', requestId: ctx.requestId, tombstone }, { status: 410 })
    const { page, done } = publicQuestionsSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
    const { id, agency, agencyId, agencyParentId, hubId, content } = practice
    return {
      practice: { publicId, agency, brand: content.brand, title: content.title },
      view: await readPracticeQuestions(ctx, { id, agencyId, agencyParentId, hubId }, page),
      done: done ?? null,
    }
  })
}

function versionNumber(segment: string | undefined): number | undefined {
  if (segment === undefined) return undefined
  const digits = /^v([1-9]\d{0,5})$/.exec(segment)?.[1]
  if (!digits) throw new NotFound('not a version')
  return Number(digits)
}
