import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { ResetPasswordPage } from '#app/components/people/password-pages.tsx'
import { isResetLinkOpen, resetPassword } from '#app/domain/people/choose-password.server.ts'
import { resetPasswordSchema } from '#app/domain/people/people.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { run } from '#app/http/respond.server.ts'
import { endSession } from '#app/http/session.server.ts'
import { peopleMessages, peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).reset.title)

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const open = await isResetLinkOpen(ctx, tokenOf(args.request))
    return data({ open }, { status: open ? 200 : 410 })
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    resetPasswordSchema,
    async (ctx, { password }) => {
      await resetPassword(ctx, { token: tokenOf(args.request), password, address: ctx.clientAddress })
      const cookie = await endSession(ctx.signedIn?.token)
      return redirect(paths.signIn(undefined, 'reset'), { headers: { 'Set-Cookie': cookie } })
    },
    { messages: peopleMessages, secret: ['password'] },
  )

export default function ResetPassword() {
  return (
    <PublicFrame>
      <ResetPasswordPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
