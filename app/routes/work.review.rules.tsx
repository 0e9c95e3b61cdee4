import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { RulesPage } from '#app/components/practice/review/rules-page.tsx'
import { readReviewRules } from '#app/domain/practice/read-review-texts.server.ts'
import { reviewRulesSchema } from '#app/domain/practice/review.schema.ts'
import { saveReviewRules } from '#app/domain/practice/save-review-rules.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { reviewTextsText } from '#app/i18n/review-texts.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => reviewTextsText(lang).rules.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'curator', 'hub_manager')
    const done = new URL(args.request.url).searchParams.get('done')
    return { ...(await readReviewRules(ctx)), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    reviewRulesSchema,
    async (ctx, value) => {
      await saveReviewRules(ctx, value)
      return redirect(paths.reviewRules({ done: 'rules' }))
    },
    { before: (ctx) => requireRole(ctx, args.request, 'hub_manager') },
  )

export default function ReviewRules() {
  return <RulesPage {...useLoaderData<typeof loader>()} />
}
