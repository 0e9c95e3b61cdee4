import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackPage } from '#app/components/adoption/forms/exit-pages.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { stepBackSchema } from '#app/domain/adoption/adoption.schema.ts'
import { readAdoptionFor } from '#app/domain/adoption/read-adoption.server.ts'
import { stepBack } from '#app/domain/adoption/step-back.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.back.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoptionFor(ctx, args.params.adoptionId ?? '', 'step_back')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    stepBackSchema,
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      await stepBack(ctx, input)
      return redirect(paths.workAdoption(input.adoptionId, { done: 'step_back' }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Back() {
  return <BackPage view={useLoaderData<typeof loader>()} />
}
