import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AgreementPage } from '#app/components/adoption/forms/agreement-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { agreementSchema } from '#app/domain/adoption/adoption.schema.ts'
import { signAgreement, writeAgreement } from '#app/domain/adoption/agree.server.ts'
import { readAdoption } from '#app/domain/adoption/read-adoption.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.agreement.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoption(ctx, args.params.adoptionId ?? '')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    agreementSchema,
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      if (input.intent === 'write') await writeAgreement(ctx, input)
      else await signAgreement(ctx, { ...input, side: input.intent === 'sign_adopter' ? 'adopter' : 'source' })
      const done = input.intent === 'write' ? 'write_agreement' : input.intent
      return redirect(paths.workAdoption(input.adoptionId, { done }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Agreement() {
  return <AgreementPage view={useLoaderData<typeof loader>()} />
}
