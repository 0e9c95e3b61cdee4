import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChecklistPage } from '#app/components/adoption/forms/checklist-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { checklistSchema } from '#app/domain/adoption/adoption.schema.ts'
import { readAdoptionFor } from '#app/domain/adoption/read-adoption.server.ts'
import { tickItems } from '#app/domain/adoption/tick-items.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.checklist.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoptionFor(ctx, args.params.adoptionId ?? '', 'tick')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    checklistSchema,
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      await tickItems(ctx, input)
      return redirect(paths.workAdoption(input.adoptionId, { done: 'saved' }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Checklist() {
  return <ChecklistPage view={useLoaderData<typeof loader>()} />
}
