import type { LoaderFunctionArgs } from '@remix-run/node'
import { readFacetNames } from '#app/domain/practice/facet-names.server.ts'
import { openResult } from '#app/domain/practice/open-data.ts'
import { readSearch, toPracticeQuery } from '#app/domain/practice/practice-query.ts'
import { apiLang, assertNoProblems, runApi } from '#app/http/api.server.ts'
import { siteOf } from '#app/http/site.server.ts'

export const loader = (args: LoaderFunctionArgs) =>
  runApi(args, async (ctx) => {
    const lang = apiLang(args.request)
    const { state, problems } = readSearch(new URL(args.request.url).searchParams)
    assertNoProblems(problems)
    const result = await ctx.search.practices(toPracticeQuery(state, lang))
    const names = await readFacetNames(ctx, { ...result, filters: state.filters })
    return openResult(result, { ...state, lang, site: siteOf(args.request), names, now: ctx.now })
  })
