import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LetterPage } from '#app/components/adoption/forms/letter-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { letterSchema } from '#app/domain/adoption/adoption.schema.ts'
import { signLetter, writeLetter } from '#app/domain/adoption/declare-interest.server.ts'
import { readAdoption } from '#app/domain/adoption/read-adoption.server.ts'
import { today } from '#app/domain/shared/dates.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.letter.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoption(ctx, args.params.adoptionId ?? '')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    (ctx) => letterSchema(today(ctx.now)),
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      if (input.intent === 'sign') await signLetter(ctx, input)
      else await writeLetter(ctx, input)
      const done = input.intent === 'sign' ? 'sign_letter' : 'write_letter'
      return redirect(paths.workAdoption(input.adoptionId, { done }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Letter() {
  return <LetterPage view={useLoaderData<typeof loader>()} />
}
