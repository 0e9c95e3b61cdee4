import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { TemplatesPage } from '#app/components/practice/review/templates-page.tsx'
import { readTemplates } from '#app/domain/practice/read-review-texts.server.ts'
import { reviewTemplateSchema } from '#app/domain/practice/review.schema.ts'
import { archiveReviewTemplate, saveReviewTemplate } from '#app/domain/practice/save-review-template.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { reviewTextsText } from '#app/i18n/review-texts.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const KEEPERS: Role[] = ['curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => reviewTextsText(lang).templates.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...KEEPERS)
    const done = new URL(args.request.url).searchParams.get('done')
    return { ...(await readTemplates(ctx)), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    reviewTemplateSchema,
    async (ctx, value) => {
      if (value.intent === 'archive') await archiveReviewTemplate(ctx, value)
      else await saveReviewTemplate(ctx, value)
      return redirect(paths.reviewTemplates({ done: value.intent }))
    },
    { messages: practiceMessages, before: (ctx) => requireRole(ctx, args.request, ...KEEPERS) },
  )

export default function ReviewTemplates() {
  return <TemplatesPage {...useLoaderData<typeof loader>()} />
}
