import { data, type HeadersFunction } from '@remix-run/node'
import { qrPath } from '../domain/practice/qr-path.server.ts'
import { readPractice } from '../domain/practice/read-practice.server.ts'
import { readSimilarPractices } from '../domain/practice/similar-practices.server.ts'
import { publicQuestionsSchema } from '../domain/question/question.schema.ts'
import { readPracticeQuestions } from '../domain/question/read-questions.server.ts'
import { NotFound } from '../domain/shared/errors.ts'
import { paths } from '../paths.ts'
import type { RouteArgs } from './context.server.ts'
import { toSurvivor } from './merged.server.ts'
import { fileAnswer, goneAnswer, practiceFile } from './practice-file.server.ts'
import { run } from './respond.server.ts'
import { LINKSET, linkHeader, linkSet, practiceLinks } from './signposting.ts'
import { siteOf } from './site.server.ts'

/**
 * What the page of a practice shows, newest version or the one of a `v3` in the address; a withdrawn one answers 410, a
 * merged one leads to its survivor.
 */
export function loadPractice(args: RouteArgs, publicId: string, version?: string) {
  return run(args, async (ctx) => {
    const { practice, tombstone } = await readPractice(ctx, publicId, versionNumber(version))
    if (!practice) {
      const moved = toSurvivor(args.request, tombstone, paths.practice)
      throw moved ?? data({ code: 'gone', requestId: ctx.requestId, tombstone }, { status: 410 })
    }
    const site = siteOf(args.request)
    const view = {
      practice,
      similar: await readSimilarPractices(ctx, practice, ctx.lang),
      // A printed sheet is of one version; its page says when there is a newer one.
      qr: qrPath(site + paths.practiceVersion(practice.publicId, practice.version)),
      site,
      asVersion: version !== undefined,
      now: ctx.now,
    }
    return data(view, { headers: { Link: linkHeader(practiceLinks(site, practice, view.asVersion)) } })
  })
}

/** What of a loader's headers the page itself carries. */
export const practiceHeaders: HeadersFunction = ({ loaderHeaders }) => {
  const links = loaderHeaders.get('Link')
  return new Headers(links ? { Link: links } : undefined)
}

/** The same links as a document of their own. */
export function linksAnswer(args: RouteArgs & { params: { practiceId?: string } }): Promise<Response> {
  return practiceFile(args, async (ctx, asked) => {
    const { publicId, version, site, lang } = asked
    const { practice, tombstone } = await readPractice(ctx, publicId, version)
    if (!practice) return goneAnswer(args.request, asked, tombstone, paths.practiceLinks)
    const page = site + (version === undefined ? paths.practice(publicId) : paths.practiceVersion(publicId, version))
    const links = practiceLinks(site, practice, version !== undefined)
    return fileAnswer(`${JSON.stringify(linkSet(page, links))}\n`, {
      ...{ type: LINKSET, lang, name: `${publicId}-v${practice.version}.linkset.json` },
    })
  })
}

/** The questions about a practice with their answers; of a withdrawn one nothing is left but its tombstone. */
export function loadPracticeQuestions(args: RouteArgs, publicId: string) {
  return run(args, async (ctx) => {
    const { practice, tombstone } = await readPractice(ctx, publicId)
    if (!practice) {
      const moved = toSurvivor(args.request, tombstone, paths.practiceQuestions)
      throw moved ?? data({ code: 'gone', requestId: ctx.requestId, tombstone }, { status: 410 })
    }
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
