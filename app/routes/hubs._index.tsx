import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HubListPage } from '#app/components/hub/hub-list.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { readHubs } from '#app/domain/network/read-network.server.ts'
import { run } from '#app/http/respond.server.ts'
import { networkText } from '#app/i18n/network.ts'

export const loader = (args: LoaderFunctionArgs) => run(args, readHubs)

export const meta = publicMeta<typeof loader>(({ lang }) => ({
  title: networkText(lang).hubs.title,
  description: networkText(lang).hubs.lead,
}))

export default function Hubs() {
  return (
    <PublicFrame>
      <HubListPage hubs={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
