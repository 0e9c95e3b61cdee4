import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { NewPasswordField } from './new-password-field.tsx'

/** A new password in exchange for the present one. */
export function ChangePasswordPage({ email }: { email: string }) {
  const t = useText(peopleText)
  const form = useFormReply()
  return (
    <div className="cols cols--form">
      <div>
        <Crumbs items={[{ label: t.account.title, href: paths.account() }, { label: t.account.changePassword }]} />
        <PageHead title={t.account.changePassword}>{t.account.passwordLead}</PageHead>
        <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
        <form method="post" className="stack">
          {/* Password managers store the account under this address. */}
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <Field
            name="current"
            errors={form.field('current').errors}
            label={t.account.current}
            hint={t.account.currentHint}
            type="password"
            autoComplete="current-password"
            maxLength={1000}
            required
          />
          <NewPasswordField label={t.newPassword} errors={form.field('password').errors} />
          <div className="acts">
            <Button>{t.account.changePassword}</Button>
          </div>
        </form>
      </div>
    </div>
  )
}
