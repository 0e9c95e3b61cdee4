import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NeedListPage } from '#app/components/adoption/need-list.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { needFilterSchema } from '#app/domain/adoption/need.schema.ts'
import { listMyNeeds } from '#app/domain/adoption/read-need.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { needText } from '#app/i18n/need.ts'

export const meta = pageTitle((lang) => needText(lang).list.titleOther)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireRole(ctx, args.request)
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    return listMyNeeds(ctx, needFilterSchema.parse(query))
  })

export default function MyNeeds() {
  return <NeedListPage list={useLoaderData<typeof loader>()} />
}
