import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { OpenHubPage } from '#app/components/people/open-hub-page.tsx'
import { openHubSchema } from '#app/domain/network/hub.schema.ts'
import { openHub } from '#app/domain/network/open-hub.server.ts'
import { readHubOpening } from '#app/domain/network/read-hubs.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { membersText } from '#app/i18n/members.ts'
import { peopleMessages } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => membersText(lang).openHub.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'national_admin')
    return readHubOpening(ctx, new URL(args.request.url).searchParams.get('province'))
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    openHubSchema,
    async (ctx, value) => {
      await openHub(ctx, value)
      return redirect(paths.workHubs({ done: 'opened' }))
    },
    { messages: peopleMessages, before: (ctx) => requireRole(ctx, args.request, 'national_admin') },
  )

export default function OpenHub() {
  return <OpenHubPage {...useLoaderData<typeof loader>()} />
}
