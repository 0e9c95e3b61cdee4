import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LessonsPage } from '#app/components/coaching/lessons-page.tsx'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { pageFilter } from '#app/domain/coaching/coaching.schema.ts'
import { readLessons } from '#app/domain/coaching/read-lessons.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) =>
    readLessons(ctx, pageFilter.parse(Object.fromEntries(new URL(args.request.url).searchParams)).page),
  )

export const meta = publicMeta<typeof loader>(({ lang }) => ({
  title: coachingDeskText(lang).lessons.title,
  description: coachingDeskText(lang).lessons.lead,
}))

export default function Lessons() {
  return (
    <PublicFrame>
      <LessonsPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
