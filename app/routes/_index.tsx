import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomePage } from '#app/components/home/home-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { readOverview } from '#app/domain/report/overview.server.ts'
import { run } from '#app/http/respond.server.ts'
import { homeText } from '#app/i18n/home.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => ({ overview: await readOverview(ctx), now: ctx.now }))

export const meta = publicMeta<typeof loader>(({ lang, data }) => ({
  title: homeText(lang).windowTitle,
  description: data && homeText(lang).lead(data.overview.catalogue),
}))

export default function Home() {
  const { overview, now } = useLoaderData<typeof loader>()
  return (
    <PublicFrame search={false}>
      <HomePage overview={overview} now={now} />
    </PublicFrame>
  )
}
