import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HubPage } from '#app/components/hub/hub-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { readHub, readHubPage } from '#app/domain/network/read-network.server.ts'
import { run } from '#app/http/respond.server.ts'
import { networkText } from '#app/i18n/network.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const page = readHubPage(new URL(args.request.url).searchParams)
    return { ...page, view: await readHub(ctx, args.params.slug ?? '', page), now: ctx.now }
  })

export const meta = publicMeta<typeof loader>(({ lang, data }) => ({
  title: data?.view.hub.name ?? networkText(lang).hub.crumb,
  description: data && networkText(lang).hub.lead(data.view.figures.districtTotal),
  hidden: data && (data.view.hub.isDemo || data.page > 1),
}))

export default function Hub() {
  return (
    <PublicFrame>
      <HubPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
