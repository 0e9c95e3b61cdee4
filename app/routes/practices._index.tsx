import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { SearchResults, searchTitle } from '#app/components/practice/search-results.tsx'
import { countFilters } from '#app/domain/practice/practice-query.ts'
import { loadSearchPage } from '#app/http/search-page.server.ts'
import { searchText } from '#app/i18n/search.ts'
import searchScript from '../enhance/search.js?url'

/** The page works without it. */
export const handle = { script: searchScript }

export const loader = (args: LoaderFunctionArgs) => loadSearchPage(args)

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
