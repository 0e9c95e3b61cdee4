import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StatusPage } from '#app/components/about/status-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { serviceStatus } from '#app/http/service-status.server.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'

export const loader = (args: LoaderFunctionArgs) => serviceStatus(args)

export const meta = publicMeta<typeof loader>(({ lang }) => ({ title: siteInfoText(lang).status.title, hidden: true }))

export default function Status() {
  return (
    <PublicFrame>
      <StatusPage status={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
