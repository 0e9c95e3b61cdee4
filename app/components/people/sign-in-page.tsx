import { formatList } from '#app/i18n/format.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Panel } from '../ui/panel.tsx'
import { KeptFields, KeptNotice, useKeptForm } from './kept-form.tsx'

type SignInPageProps = {
  /** Accounts that anybody may try, on trial installations. */
  demo: { password: string; accounts: { email: string; roles: Role[] }[] } | null
  /** Who is signed in already. */
  name: string | null
  done: string | null
}

/** The form to sign in; beside it, on trial installations, the accounts to try. */
export function SignInPage({ demo, name, done }: SignInPageProps) {
  const t = peopleText(useLang())
  const form = useFormReply()
  const kept = useKeptForm()
  // A form of another page that arrives here is no attempt to sign in.
  const isArrival = kept.fields.length > 0 && kept.isNew
  const [failure] = form.formErrors ?? []
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={t.signIn.title}>{t.signIn.lead}</PageHead>
        {failure && (
          <Band tone="bad" title={t.signIn.failed} heading="h2" focus className="mb-5">
            {failure}
          </Band>
        )}
        <KeptNotice fields={kept.fields} focus={isArrival} />
        {!isArrival && <ErrorSummary errors={form.errors} />}
        <Notice name={name} done={failure ? null : done} />
        <form method="post" className="stack">
          <KeptFields fields={kept.fields} />
          <Field
            {...form.field('email')}
            errors={isArrival ? undefined : form.field('email').errors}
            label={t.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            required
          />
          <Field
            name="password"
            errors={isArrival ? undefined : form.field('password').errors}
            label={t.password}
            type="password"
            autoComplete="current-password"
            maxLength={1000}
            required
          />
          <div className="acts">
            <Button>{t.signIn.submit}</Button>
            <a href={paths.forgotPassword()}>{t.signIn.forgot}</a>
          </div>
        </form>
        <p className="small mt-5">{t.signIn.help}</p>
      </div>
      {demo && <DemoAccounts {...demo} />}
    </div>
  )
}

function Notice({ name, done }: Pick<SignInPageProps, 'name' | 'done'>) {
  const t = peopleText(useLang()).signIn
  if (done === 'reset') {
    return (
      <Band tone="ok" title={t.resetDone} focus className="mb-5">
        {t.resetDoneNote}
      </Band>
    )
  }
  if (done === 'signed-out') return <Band tone="ok" title={t.signedOut} focus className="mb-5" />
  return name ? (
    <Band tone="info" title={t.title} className="mb-5">
      {t.already(name)}
    </Band>
  ) : null
}

function DemoAccounts({ password, accounts }: NonNullable<SignInPageProps['demo']>) {
  const lang = useLang()
  const t = peopleText(lang).signIn
  const roleNames = vocabularyText(lang).role
  return (
    <aside aria-label={t.demoTitle} className="self-start">
      <Panel title={t.demoTitle}>
        <p className="small">
          {t.demoPassword} <code>{password}</code>
        </p>
        <Facts small>
          {accounts.map(({ email, roles }) => (
            <Fact
              key={email}
              label={formatList(
                lang,
                roles.map((role) => roleNames[role]),
              )}
            >
              {email}
            </Fact>
          ))}
        </Facts>
      </Panel>
    </aside>
  )
}
