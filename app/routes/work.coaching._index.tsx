import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/components/coaching/desk-page.tsx'
import { SessionsPage } from '#app/components/coaching/sessions-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { sessionFilters } from '#app/domain/coaching/coaching.schema.ts'
import { readDesk } from '#app/domain/coaching/read-desk.server.ts'
import { listSessions } from '#app/domain/coaching/read-session.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'

export const meta = pageTitle((lang) => coachingText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { role } = requireRole(ctx, args.request)
    const { view, ...query } = Object.fromEntries(new URL(args.request.url).searchParams)
    if (role === 'mentor' && view !== 'all') return { desk: await readDesk(ctx) }
    return { list: await listSessions(ctx, sessionFilters.parse(query)) }
  })

export default function Coaching() {
  const data = useLoaderData<typeof loader>()
  return data.desk ? <DeskPage desk={data.desk} /> : <SessionsPage {...data.list} />
}
