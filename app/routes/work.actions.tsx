import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionsPage } from '#app/components/coaching/actions-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { COACHED_ROLES } from '#app/domain/coaching/coaching.policy.ts'
import { actionFilters, itemMoveSchema } from '#app/domain/coaching/coaching.schema.ts'
import { moveItem } from '#app/domain/coaching/move.server.ts'
import { listActions } from '#app/domain/coaching/read-session.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { coachingMessages } from '#app/i18n/coaching-form.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => coachingText(lang).actions)

const filtersOf = (request: Request) => actionFilters.parse(Object.fromEntries(new URL(request.url).searchParams))

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request)
    const done = new URL(args.request.url).searchParams.get('done')
    return { ...(await listActions(ctx, filtersOf(args.request))), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    itemMoveSchema,
    async (ctx, value) => {
      const done = await moveItem(ctx, value)
      return redirect(paths.actions({ ...filtersOf(args.request), done }))
    },
    { messages: coachingMessages, before: (ctx) => requireRole(ctx, args.request, 'mentor', ...COACHED_ROLES) },
  )

export default function Actions() {
  return <ActionsPage {...useLoaderData<typeof loader>()} />
}
