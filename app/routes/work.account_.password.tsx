import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { ChangePasswordPage } from '#app/components/people/change-password-page.tsx'
import { changePassword } from '#app/domain/people/choose-password.server.ts'
import { changePasswordSchema } from '#app/domain/people/people.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { startSession } from '#app/http/session.server.ts'
import { peopleMessages, peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).account.changePassword)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => ({ email: requireSignedIn(ctx, args.request).email }))

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    changePasswordSchema,
    async (ctx, value) => {
      const { userId, hat } = requireSignedIn(ctx, args.request)
      await changePassword(ctx, { ...value, address: ctx.clientAddress })
      const { request } = args
      const cookie = await startSession(userId, { request, now: ctx.now, membershipId: hat?.membershipId })
      return redirect(paths.account('password'), { headers: { 'Set-Cookie': cookie } })
    },
    {
      messages: peopleMessages,
      secret: ['current', 'password'],
      before: (ctx) => requireSignedIn(ctx, args.request),
    },
  )

export default function ChangePassword() {
  return <ChangePasswordPage {...useLoaderData<typeof loader>()} />
}
