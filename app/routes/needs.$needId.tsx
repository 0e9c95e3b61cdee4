import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicNeedPage } from '#app/components/adoption/public-need-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { readPublicNeed } from '#app/domain/adoption/read-need.server.ts'
import { run } from '#app/http/respond.server.ts'
import { needText } from '#app/i18n/need.ts'

export const meta = pageTitle<typeof loader>((lang, data) => data?.need.problem ?? needText(lang).crumb)

export const loader = (args: LoaderFunctionArgs) => run(args, (ctx) => readPublicNeed(ctx, args.params.needId ?? ''))

export default function Need() {
  return (
    <PublicFrame>
      <PublicNeedPage view={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
