import { redirect } from '@remix-run/node'
import { readSearch, searchParams, withConsistentPlaces } from '../domain/practice/practice-query.ts'
import { searchPractices } from '../domain/practice/search-practices.server.ts'
import { lookAtSearch } from '../domain/saved-search/read-saved-search.server.ts'
import { paths } from '../paths.ts'
import type { RouteArgs } from './context.server.ts'
import { run } from './respond.server.ts'
import { noteSearch } from './search-log.server.ts'

const PAGE_SIZE = 20

/** What the search page shows; the district that was named joins the address by its code. */
export function loadSearchPage(args: RouteArgs) {
  return run(args, async (ctx) => {
    const params = new URL(args.request.url).searchParams
    const state = withConsistentPlaces({ ...readSearch(params).state, limit: PAGE_SIZE })
    const districtName = params.get('district_name')?.trim() || undefined
    const page = await searchPractices(ctx, state, { lang: ctx.lang, districtName })
    if ('moved' in page) throw redirect(paths.practices(searchParams(page.moved)))
    noteSearch(ctx, args.request, page)
    return { page, kept: await lookAtSearch(ctx, page.state), now: ctx.now }
  })
}
