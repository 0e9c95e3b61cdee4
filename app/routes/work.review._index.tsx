import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { QueuePage } from '#app/components/practice/review/queue-page.tsx'
import { PUBLIC_ID } from '#app/domain/practice/practice.ts'
import { listReviewQueue } from '#app/domain/practice/read-review.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { reviewText } from '#app/i18n/practice-review.ts'

export const meta = pageTitle((lang) => reviewText(lang).queue.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const hat = requireRole(ctx, args.request, 'agency_admin', 'curator', 'national_admin')
    const query = new URL(args.request.url).searchParams
    const about = query.get('about')
    const publicId = about && PUBLIC_ID.test(about) ? about : null
    const queue = await listReviewQueue(ctx)
    return { ...queue, national: hat.role === 'national_admin', done: query.get('done'), publicId, now: ctx.now }
  })

export default function ReviewQueue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
