import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { QueuePage } from '#app/components/practice/review/queue-page.tsx'
import { claimReview, returnToPool } from '#app/domain/practice/claim-review.server.ts'
import { PUBLIC_ID } from '#app/domain/practice/practice.ts'
import { listReviewQueue } from '#app/domain/practice/read-queue.server.ts'
import { queueFilterSchema, queueMoveSchema } from '#app/domain/practice/review.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const REVIEWERS: Role[] = ['agency_admin', 'curator', 'national_admin']

export const meta = pageTitle((lang) => queueText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const hat = requireRole(ctx, args.request, ...REVIEWERS, 'hub_manager')
    const query = new URL(args.request.url).searchParams
    const about = query.get('about')
    const publicId = about && PUBLIC_ID.test(about) ? about : null
    const queue = await listReviewQueue(ctx, queueFilterSchema.parse(Object.fromEntries(query)))
    return { ...queue, national: hat.role === 'national_admin', done: query.get('done'), publicId, now: ctx.now }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    queueMoveSchema,
    async (ctx, move) => {
      if (move.intent === 'claim') await claimReview(ctx, move)
      else await returnToPool(ctx, move)
      return redirect(paths.reviewQueue({ done: move.intent, show: move.intent === 'claim' ? 'mine' : undefined }))
    },
    { before: (ctx) => requireRole(ctx, args.request, ...REVIEWERS, 'hub_manager') },
  )

export default function ReviewQueue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
