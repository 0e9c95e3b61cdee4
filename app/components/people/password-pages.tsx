import { useSearchParams } from '@remix-run/react'
import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { NewPasswordField } from './new-password-field.tsx'

/** Asks for the address; the answer is the same whether it has an account or not. */
export function ForgotPasswordPage() {
  const t = useText(peopleText)
  const form = useFormReply()
  const [query] = useSearchParams()
  const sent = query.get('done') === 'sent'
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={t.forgot.title}>{sent ? undefined : t.forgot.lead}</PageHead>
        <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
        {sent ? (
          <Band tone="ok" title={t.forgot.sent} focus>
            {t.forgot.sentNote}
          </Band>
        ) : (
          <form method="post" className="stack">
            <Field
              {...form.field('email')}
              label={t.email}
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              required
            />
            <div className="acts">
              <Button>{t.forgot.submit}</Button>
            </div>
          </form>
        )}
        <p className="mt-5">
          <a href={paths.signIn()}>{t.forgot.back}</a>
        </p>
      </div>
    </div>
  )
}

/** A new password, with a link from a mail that still works. */
export function ResetPasswordPage({ open }: { open: boolean }) {
  const t = useText(peopleText)
  const form = useFormReply()
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={open ? t.reset.title : t.reset.over}>{open ? undefined : t.reset.overNote}</PageHead>
        {open ? (
          <>
            <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
            <form method="post" className="stack">
              <NewPasswordField label={t.newPassword} errors={form.field('password').errors} />
              <div className="acts">
                <Button>{t.reset.submit}</Button>
              </div>
            </form>
          </>
        ) : (
          <p className="acts">
            <ButtonLink href={paths.forgotPassword()}>{t.reset.again}</ButtonLink>
          </p>
        )}
      </div>
    </div>
  )
}
