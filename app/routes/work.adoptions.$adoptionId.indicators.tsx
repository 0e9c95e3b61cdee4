import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { IndicatorsPage } from '#app/components/adoption/forms/indicators-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { indicatorSchema } from '#app/domain/adoption/adoption.schema.ts'
import { removeIndicator, setIndicator } from '#app/domain/adoption/design-adaptation.server.ts'
import { readAdoptionFor } from '#app/domain/adoption/read-adoption.server.ts'
import { today } from '#app/domain/shared/dates.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.indicators.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoptionFor(ctx, args.params.adoptionId ?? '', 'set_indicator')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    (ctx) => indicatorSchema(today(ctx.now)),
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      if (input.intent === 'set') await setIndicator(ctx, input)
      else await removeIndicator(ctx, input)
      return redirect(paths.adoptionPage(input.adoptionId, 'indicators'))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Indicators() {
  return <IndicatorsPage view={useLoaderData<typeof loader>()} />
}
