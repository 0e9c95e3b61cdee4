import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { HatsPage } from '#app/components/people/hats-page.tsx'
import { KEPT } from '#app/components/people/kept-form.tsx'
import { switchHat } from '#app/domain/people/account.server.ts'
import { switchHatSchema } from '#app/domain/people/people.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { returnTo } from '#app/http/return-to.ts'
import { peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).hats.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { hats, hat, email } = requireSignedIn(ctx, args.request)
    return { hats, worn: hat?.membershipId ?? null, email }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    switchHatSchema,
    async (ctx, { membershipId }, form) => {
      const { tokenHash, hats } = requireSignedIn(ctx, args.request)
      await switchHat(ctx, { tokenHash, membershipId, hats })
      const next = returnTo(new URL(args.request.url).searchParams.get('next'))
      return redirect(next ?? paths.work(), next && form.has(KEPT) ? 307 : 302)
    },
    { before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Hats() {
  return <HatsPage {...useLoaderData<typeof loader>()} />
}
