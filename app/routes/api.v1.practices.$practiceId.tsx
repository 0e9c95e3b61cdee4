import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPractice } from '#app/domain/practice/open-data.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { apiLang, json, runApi } from '#app/http/api.server.ts'
import { siteOf } from '#app/http/site.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  runApi(args, async (ctx) => {
    const lang = apiLang(args.request)
    const { practice, tombstone } = await readPractice(ctx, args.params.practiceId ?? '')
    if (practice) return openPractice(practice, lang, siteOf(args.request), ctx.now)
    const { withdrawnOn, reason, successorId } = tombstone
    const message = `withdrawn on ${withdrawnOn}`
    return json(
      { error: { code: 'gone', message, withdrawn_on: withdrawnOn, reason, successor: successorId ?? null } },
      { status: 410, headers: { 'Cache-Control': 'no-store' } },
    )
  })
