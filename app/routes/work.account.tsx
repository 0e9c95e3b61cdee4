import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { AccountPage } from '#app/components/people/account-page.tsx'
import { endSessions, readAccount, updateProfile } from '#app/domain/people/account.server.ts'
import { accountSchema } from '#app/domain/people/people.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).account.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { tokenHash } = requireSignedIn(ctx, args.request)
    const done = new URL(args.request.url).searchParams.get('done')
    return { ...(await readAccount(ctx)), here: tokenHash, done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    accountSchema,
    async (ctx, value) => {
      if (value.intent === 'profile') {
        await updateProfile(ctx, value)
        return redirect(paths.account('profile'))
      }
      const session = value.intent === 'end_session' ? value.session : undefined
      await endSessions(ctx, { session })
      return redirect(
        session && session !== ctx.signedIn?.tokenHash
          ? paths.account('session')
          : paths.signIn(undefined, 'signed-out'),
      )
    },
    { before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}
