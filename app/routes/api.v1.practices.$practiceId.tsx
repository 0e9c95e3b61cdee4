import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPractice } from '#app/domain/practice/open-data.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { apiLang, json, runApi } from '#app/http/api.server.ts'
import { toSurvivor } from '#app/http/merged.server.ts'
import { siteOf } from '#app/http/site.server.ts'
import { paths } from '#app/paths.ts'

export const loader = (args: LoaderFunctionArgs) =>
  runApi(args, async (ctx) => {
    const lang = apiLang(args.request)
    const { practice, tombstone } = await readPractice(ctx, args.params.practiceId ?? '')
    if (practice) return openPractice(practice, lang, siteOf(args.request), ctx.now)
    const { withdrawnOn, reason, successorId, mergedInto } = tombstone
    const moved = toSurvivor(args.request, tombstone, paths.apiPractice)
    if (moved) {
      const error = { code: 'moved', message: `merged into ${mergedInto}`, successor: mergedInto }
      return json({ error }, { status: 301, headers: Object.fromEntries(moved.headers) })
    }
    const message = `withdrawn on ${withdrawnOn}`
    return json(
      { error: { code: 'gone', message, withdrawn_on: withdrawnOn, reason, successor: successorId ?? null } },
      { status: 410, headers: { 'Cache-Control': 'no-store' } },
    )
  })
