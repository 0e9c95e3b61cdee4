import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AnswerPage } from '#app/components/adoption/forms/answer-pages.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { answerSchema } from '#app/domain/adoption/adoption.schema.ts'
import { answerInterest } from '#app/domain/adoption/answer-interest.server.ts'
import { readAdoptionFor } from '#app/domain/adoption/read-adoption.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.answer.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoptionFor(ctx, args.params.adoptionId ?? '', 'answer_interest')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    answerSchema,
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      await answerInterest(ctx, input)
      const done = input.answer === 'accept' ? 'accept_interest' : 'decline'
      return redirect(paths.workAdoption(input.adoptionId, { done }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Answer() {
  return <AnswerPage view={useLoaderData<typeof loader>()} />
}
