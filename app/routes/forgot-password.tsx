import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { ForgotPasswordPage } from '#app/components/people/password-pages.tsx'
import { forgotPasswordSchema } from '#app/domain/people/people.schema.ts'
import { requestPasswordReset } from '#app/domain/people/request-password-reset.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).forgot.title)

export const action = (args: ActionFunctionArgs) =>
  handleForm(args, forgotPasswordSchema, async (ctx, { email }) => {
    await requestPasswordReset(ctx, { email, address: ctx.clientAddress })
    return redirect(paths.forgotPassword('sent'))
  })

export default function ForgotPassword() {
  return (
    <PublicFrame>
      <ForgotPasswordPage />
    </PublicFrame>
  )
}
