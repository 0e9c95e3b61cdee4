import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { WorkPage } from '#app/components/people/work-page.tsx'
import { listWork } from '#app/domain/people/work-list.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { peopleText } from '#app/i18n/people.ts'

export const meta = pageTitle((lang) => peopleText(lang).work.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { hat, name, email } = requireSignedIn(ctx, args.request)
    const done = new URL(args.request.url).searchParams.get('done')
    return { hat, name, email, items: hat ? await listWork(ctx) : [], now: ctx.now, done }
  })

export default function Work() {
  return <WorkPage {...useLoaderData<typeof loader>()} />
}
