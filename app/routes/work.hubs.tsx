import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { HubsPage } from '#app/components/people/hubs-page.tsx'
import { listProvincesWithHubs } from '#app/domain/network/read-hubs.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { membersText } from '#app/i18n/members.ts'

export const meta = pageTitle((lang) => membersText(lang).hubs.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'national_admin')
    const done = new URL(args.request.url).searchParams.get('done')
    return { ...(await listProvincesWithHubs(ctx)), done }
  })

export default function WorkHubs() {
  return <HubsPage {...useLoaderData<typeof loader>()} />
}
