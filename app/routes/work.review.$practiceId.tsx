import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { DecidedPage } from '#app/components/practice/review/decided-page.tsx'
import { ReviewPage } from '#app/components/practice/review/review-page.tsx'
import { keepReviewDraft } from '#app/domain/practice/keep-review-draft.server.ts'
import { moveReview } from '#app/domain/practice/move-review.server.ts'
import { readDecided, readReview } from '#app/domain/practice/read-review.server.ts'
import { reviewMoveSchema, sinceSchema } from '#app/domain/practice/review.schema.ts'
import { draftAfter, draftFrom, moveFrom } from '#app/domain/practice/review-form.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const REVIEWERS: Role[] = ['agency_admin', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle<typeof loader>((lang, page) =>
  page?.view ? reviewText(lang).title(page.view.title) : queueText(lang).title,
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...REVIEWERS)
    const { practiceId = '' } = args.params
    const query = new URL(args.request.url).searchParams
    const view = await readReview(ctx, practiceId, { lang: ctx.lang, since: sinceSchema.parse(query.get('since')) })
    // Decided meanwhile: the page says by whom, and gives back what a late reviewer typed.
    const decided = view ? null : await readDecided(ctx, practiceId)
    return data({ view, decided, done: query.get('done'), now: ctx.now }, { status: view ? 200 : 409 })
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    reviewMoveSchema,
    async (ctx, move, form) => {
      const about = args.params.practiceId ?? ''
      const done = await moveReview(ctx, about, move)
      await keepReviewDraft(ctx, { practiceId: about, ...draftAfter(form) })
      const leaves = move.intent === 'decide_documents' || move.intent === 'decide_substance'
      return redirect(leaves ? paths.reviewQueue({ done, about }) : paths.review(about, { done }))
    },
    {
      messages: practiceMessages,
      before: (ctx) => requireRole(ctx, args.request, ...REVIEWERS),
      // Whatever becomes of the move, what was typed is kept.
      read: async (ctx, form) => {
        await keepReviewDraft(ctx, { practiceId: args.params.practiceId ?? '', ...draftFrom(form) })
        return moveFrom(form)
      },
    },
  )

export default function Review() {
  const { view, decided, ...page } = useLoaderData<typeof loader>()
  if (view) return <ReviewPage view={view} {...page} />
  return decided && <DecidedPage decided={decided} />
}
