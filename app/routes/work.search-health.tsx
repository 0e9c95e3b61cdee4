import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { SearchHealthPage } from '#app/components/report/search-health-page.tsx'
import { searchHealthSchema } from '#app/domain/report/search-health.schema.ts'
import { checkSearchNow, readSearchHealth, retrySetAside } from '#app/domain/report/search-health.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { searchHealthText } from '#app/i18n/search-health.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => searchHealthText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'national_admin')
    return { ...(await readSearchHealth(ctx)), done: new URL(args.request.url).searchParams.get('done') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    searchHealthSchema,
    async (ctx, value) => {
      if (value.intent === 'check') {
        const isDone = await checkSearchNow(ctx)
        return redirect(paths.searchHealth(isDone ? 'checked' : 'asked'))
      }
      await retrySetAside(ctx, value)
      return redirect(paths.searchHealth('retried'))
    },
    { before: (ctx) => requireRole(ctx, args.request, 'national_admin') },
  )

export default function SearchHealth() {
  return <SearchHealthPage {...useLoaderData<typeof loader>()} />
}
