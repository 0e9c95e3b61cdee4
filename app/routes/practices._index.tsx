import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { SearchResults, searchTitle } from '#app/components/practice/search-results.tsx'
import { countFilters, readSearch, withConsistentPlaces } from '#app/domain/practice/practice-query.ts'
import { searchPractices } from '#app/domain/practice/search-practices.server.ts'
import { lookAtSearch } from '#app/domain/saved-search/read-saved-search.server.ts'
import { run } from '#app/http/respond.server.ts'
import { noteSearch } from '#app/http/search-log.server.ts'
import { searchText } from '#app/i18n/search.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { state } = readSearch(new URL(args.request.url).searchParams)
    const page = await searchPractices(ctx, withConsistentPlaces({ ...state, limit: 20 }), ctx.lang)
    noteSearch(ctx, args.request, page)
    return { page, kept: await lookAtSearch(ctx, page.state), now: ctx.now }
  })

export const meta = publicMeta<typeof loader>(({ lang, data }) => ({
  title: data ? searchTitle(searchText(lang), data.page) : searchText(lang).title,
  hidden: data && (data.page.state.q !== '' || countFilters(data.page.state) > 0 || data.page.state.page > 1),
}))

export default function Practices() {
  const { page, kept, now } = useLoaderData<typeof loader>()
  return (
    <PublicFrame>
      <SearchResults page={page} now={now} kept={kept} />
    </PublicFrame>
  )
}
