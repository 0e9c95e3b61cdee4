import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { SavedSearchesPage } from '#app/components/saved-search/saved-searches-page.tsx'
import { readSavedSearches } from '#app/domain/saved-search/read-saved-search.server.ts'
import { changeSavedSearch, forgetSavedSearch, saveSearch } from '#app/domain/saved-search/save-search.server.ts'
import { savedSearchSchema } from '#app/domain/saved-search/saved-search.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { savedSearchText } from '#app/i18n/saved-search.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => savedSearchText(lang).title)

const DONE = { save: 'saved', change: 'changed', delete: 'deleted' } as const

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireSignedIn(ctx, args.request)
    const done = new URL(args.request.url).searchParams.get('done')
    return { searches: await readSavedSearches(ctx, ctx.lang), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    savedSearchSchema,
    async (ctx, value) => {
      if (value.intent === 'save') await saveSearch(ctx, value)
      else if (value.intent === 'change') await changeSavedSearch(ctx, value)
      else await forgetSavedSearch(ctx, value)
      return redirect(paths.savedSearches({ done: DONE[value.intent] }))
    },
    {
      messages: (lang) => savedSearchText(lang).messages,
      before: (ctx) => requireSignedIn(ctx, args.request),
    },
  )

export default function SavedSearches() {
  return <SavedSearchesPage {...useLoaderData<typeof loader>()} />
}
