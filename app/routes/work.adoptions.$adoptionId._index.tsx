import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdoptionPage } from '#app/components/adoption/adoption-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { moveSchema } from '#app/domain/adoption/adoption.schema.ts'
import { passGate } from '#app/domain/adoption/pass-gate.server.ts'
import { resumeAdoption } from '#app/domain/adoption/pause-adoption.server.ts'
import { readAdoption } from '#app/domain/adoption/read-adoption.server.ts'
import { stopAdoption } from '#app/domain/adoption/stop-adoption.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle<typeof loader>((lang, data) =>
  [adoptionText(lang).crumb, data?.view.adoption.publicId].filter(Boolean).join(' '),
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireSignedIn(ctx, args.request)
    const view = await readAdoption(ctx, args.params.adoptionId ?? '')
    return { view, done: new URL(args.request.url).searchParams.get('done') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    moveSchema,
    async (ctx, value) => {
      const adoptionId = args.params.adoptionId ?? ''
      if (value.intent === 'pass_gate') await passGate(ctx, { ...value, adoptionId })
      else if (value.intent === 'resume') await resumeAdoption(ctx, { ...value, adoptionId })
      else await stopAdoption(ctx, { ...value, adoptionId })
      return redirect(paths.workAdoption(adoptionId, { done: value.intent }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Adoption() {
  return <AdoptionPage {...useLoaderData<typeof loader>()} />
}
