import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VisitsPage } from '#app/components/adoption/forms/visits-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { visitSchema } from '#app/domain/adoption/adoption.schema.ts'
import { readAdoption } from '#app/domain/adoption/read-adoption.server.ts'
import { recordVisit } from '#app/domain/adoption/record-visit.server.ts'
import { today } from '#app/domain/shared/dates.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.visits.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoption(ctx, args.params.adoptionId ?? '')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    (ctx) => visitSchema(today(ctx.now)),
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      await recordVisit(ctx, input)
      return redirect(paths.workAdoption(input.adoptionId, { done: 'record_visit' }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Visits() {
  return <VisitsPage view={useLoaderData<typeof loader>()} />
}
