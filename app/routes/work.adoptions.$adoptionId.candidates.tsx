import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CandidatesPage } from '#app/components/adoption/forms/candidates-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { candidateSchema } from '#app/domain/adoption/adoption.schema.ts'
import { addCandidate, choosePractice, removeCandidate } from '#app/domain/adoption/choose-practice.server.ts'
import { readAdoption } from '#app/domain/adoption/read-adoption.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.candidates.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoption(ctx, args.params.adoptionId ?? '')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    candidateSchema,
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      if (input.intent === 'choose') await choosePractice(ctx, input)
      else if (input.intent === 'add') await addCandidate(ctx, input)
      else await removeCandidate(ctx, input)
      if (input.intent === 'choose') return redirect(paths.workAdoption(input.adoptionId, { done: 'choose' }))
      return redirect(paths.adoptionPage(input.adoptionId, 'candidates'))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Candidates() {
  return <CandidatesPage view={useLoaderData<typeof loader>()} />
}
