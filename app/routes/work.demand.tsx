import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { DemandPage } from '#app/components/search-demand/demand-page.tsx'
import { demandFilterSchema } from '#app/domain/search-demand/demand.schema.ts'
import { DEMAND_READERS } from '#app/domain/search-demand/demand.ts'
import { readDemand } from '#app/domain/search-demand/read-demand.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { demandText } from '#app/i18n/demand.ts'

export const meta = pageTitle((lang) => demandText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...DEMAND_READERS)
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    return { demand: await readDemand(ctx, demandFilterSchema.parse(query)) }
  })

export default function Demand() {
  return <DemandPage {...useLoaderData<typeof loader>()} />
}
