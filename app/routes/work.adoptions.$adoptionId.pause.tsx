import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PausePage } from '#app/components/adoption/forms/exit-pages.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { pauseSchema } from '#app/domain/adoption/adoption.schema.ts'
import { pauseAdoption } from '#app/domain/adoption/pause-adoption.server.ts'
import { readAdoptionFor } from '#app/domain/adoption/read-adoption.server.ts'
import { today } from '#app/domain/shared/dates.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => adoptionFormText(lang).page.pause.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, (ctx) => {
    requireSignedIn(ctx, args.request)
    return readAdoptionFor(ctx, args.params.adoptionId ?? '', 'pause')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    (ctx) => pauseSchema(today(ctx.now)),
    async (ctx, value) => {
      const input = { ...value, adoptionId: args.params.adoptionId ?? '' }
      await pauseAdoption(ctx, input)
      return redirect(paths.workAdoption(input.adoptionId, { done: 'pause' }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Pause() {
  return <PausePage view={useLoaderData<typeof loader>()} />
}
