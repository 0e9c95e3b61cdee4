import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AboutPage } from '#app/components/about/about-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { run } from '#app/http/respond.server.ts'
import { aboutText } from '#app/i18n/about.ts'

export const loader = (args: LoaderFunctionArgs) => run(args, async (ctx) => ({ now: ctx.now }))

export const meta = publicMeta<typeof loader>(({ lang }) => ({
  title: aboutText(lang).title,
  description: aboutText(lang).lead,
}))

export default function About() {
  return (
    <PublicFrame>
      <AboutPage now={useLoaderData<typeof loader>().now} />
    </PublicFrame>
  )
}
