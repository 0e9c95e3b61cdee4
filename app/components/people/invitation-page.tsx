import type { InvitationState } from '#app/domain/people/people.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { LANGUAGES, type Role } from '#db/vocabulary.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Picks } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { When } from '../ui/when.tsx'
import { NewPasswordField } from './new-password-field.tsx'

type OpenInvitation = {
  /** What is still asked of the person: nothing, the password of the account, or all that makes an account. */
  need: 'confirm' | 'password' | 'create'
  email: string
  role: Role
  organisation: string
  inviter: string | null
  expiresAt: Date
}

type InvitationPageProps = {
  invitation: (OpenInvitation & { state: InvitationState }) | undefined
  /** Who is signed in. */
  name: string | null
}

/** An invitation to accept, or why it can no longer be. */
export function InvitationPage({ invitation, name }: InvitationPageProps) {
  const lang = useLang()
  const t = peopleText(lang).invitation
  if (invitation?.state !== 'open') {
    const reason = invitation?.state ?? 'unknown'
    return (
      <>
        <PageHead title={t.over[reason]}>{t.overNote[reason]}</PageHead>
        <p className="acts">
          <ButtonLink variant="quiet" href={paths.signIn()}>
            {t.toSignIn}
          </ButtonLink>
        </p>
      </>
    )
  }
  const { role, organisation, inviter, expiresAt, email } = invitation
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={t.title}>
          <p className="lead">{t.lead(vocabularyText(lang).role[role], organisation)}</p>
        </PageHead>
        <Facts>
          <Fact label={peopleText(lang).email}>{email}</Fact>
          {inviter && <Fact label={t.inviter}>{inviter}</Fact>}
          <Fact label={t.until}>
            <When at={expiresAt} as="time" />
          </Fact>
        </Facts>
        <AcceptForm {...invitation} name={name} />
      </div>
    </div>
  )
}

const NOTE = { create: 'isNew', password: 'hasAccount' } as const
const SUBMIT = { create: 'create', password: 'signIn', confirm: 'confirm' } as const

function AcceptForm({ need, email, name }: OpenInvitation & { name: string | null }) {
  const lang = useLang()
  const t = peopleText(lang)
  const form = useFormReply({ language: lang })
  const languages = vocabularyText(lang).language
  return (
    <section className="sec" aria-label={t.invitation[SUBMIT[need]]}>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      {need !== 'confirm' && <p className="mb-5">{t.invitation[NOTE[need]]}</p>}
      {need !== 'confirm' && name && <p className="mb-5">{t.invitation.otherAccount(name)}</p>}
      <form method="post" className="stack">
        {/* Password managers store the account under this address. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {need === 'create' && (
          <Field {...form.field('name')} label={t.name} autoComplete="name" maxLength={120} required />
        )}
        {need === 'password' && (
          <Field
            name="password"
            errors={form.field('password').errors}
            label={t.password}
            type="password"
            autoComplete="current-password"
            maxLength={1000}
            required
          />
        )}
        {need === 'create' && <NewPasswordField label={t.password} errors={form.field('password').errors} />}
        {need === 'create' && (
          <Picks
            {...form.field('language')}
            type="radio"
            label={t.language}
            options={LANGUAGES.map((value) => ({ value, label: languages[value] }))}
          />
        )}
        <div className="acts">
          <Button>{t.invitation[SUBMIT[need]]}</Button>
        </div>
      </form>
    </section>
  )
}
