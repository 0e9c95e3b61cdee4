import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { NetworkPage } from '#app/components/network/network-page.tsx'
import { readNetwork } from '#app/domain/network/read-network.server.ts'
import { run } from '#app/http/respond.server.ts'
import { networkText } from '#app/i18n/network.ts'

export const loader = (args: LoaderFunctionArgs) => run(args, readNetwork)

export const meta = publicMeta<typeof loader>(({ lang }) => ({
  title: networkText(lang).windowTitle,
  description: networkText(lang).lead,
}))

export default function NetworkRoute() {
  return (
    <PublicFrame>
      <NetworkPage network={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
