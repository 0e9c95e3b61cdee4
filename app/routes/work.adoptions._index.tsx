import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdoptionListPage } from '#app/components/adoption/adoption-list.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { adoptionFilterSchema } from '#app/domain/adoption/adoption.schema.ts'
import { listMyAdoptions } from '#app/domain/adoption/read-adoption.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionRecordText } from '#app/i18n/adoption-record.ts'

export const meta = pageTitle((lang) => adoptionRecordText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireRole(ctx, args.request)
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    return listMyAdoptions(ctx, adoptionFilterSchema.parse(query))
  })

export default function MyAdoptions() {
  return <AdoptionListPage list={useLoaderData<typeof loader>()} />
}
