import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { DecidedPage } from '#app/components/practice/review/decided-page.tsx'
import { ReviewPage } from '#app/components/practice/review/review-page.tsx'
import { moveReview } from '#app/domain/practice/move-practice.server.ts'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { reviewMoveSchema } from '#app/domain/practice/review.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const REVIEWERS: Role[] = ['agency_admin', 'curator', 'national_admin']

export const meta = pageTitle<typeof loader>((lang, page) =>
  page?.view ? reviewText(lang).title(page.view.title) : reviewText(lang).queue.title,
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...REVIEWERS)
    const { practiceId = '' } = args.params
    const view = await readReview(ctx, practiceId, ctx.lang)
    const done = new URL(args.request.url).searchParams.get('done')
    // Decided meanwhile: the page still gives back what a late reviewer typed.
    return data({ view, publicId: practiceId, done, now: ctx.now }, { status: view ? 200 : 409 })
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    reviewMoveSchema,
    async (ctx, move) => {
      const about = args.params.practiceId ?? ''
      const done = await moveReview(ctx, about, move)
      const stays = move.intent === 'comment' || move.intent === 'resolve' || move.intent === 'unschedule'
      return redirect(stays ? paths.review(about, { done }) : paths.reviewQueue({ done, about }))
    },
    { messages: practiceMessages, before: (ctx) => requireRole(ctx, args.request, ...REVIEWERS) },
  )

export default function Review() {
  const { view, publicId, ...page } = useLoaderData<typeof loader>()
  return view ? <ReviewPage view={view} {...page} /> : <DecidedPage publicId={publicId} />
}
