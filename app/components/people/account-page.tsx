import { peopleText } from '#app/i18n/people.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Picks } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'

type Session = { id: string; device: string; createdAt: Date; lastSeenAt: Date }

type AccountPageProps = {
  name: string
  email: string
  language: Language
  sessions: Session[]
  /** The session of this browser. */
  here: string
  done: string | null
}

/** The own account: name and language, password, and where one is signed in. */
export function AccountPage({ name, email, language, sessions, here, done }: AccountPageProps) {
  const t = peopleText(useLang()).account
  return (
    <>
      {(done === 'profile' || done === 'password' || done === 'session') && (
        <Band tone="ok" title={t.done[done]} focus className="mb-5" />
      )}
      <PageHead title={t.title} />
      <Profile name={name} email={email} language={language} />
      <Section id="password" title={t.password}>
        <p className="acts">
          <ButtonLink variant="quiet" href={paths.accountPassword()}>
            {t.changePassword}
          </ButtonLink>
        </p>
      </Section>
      <Sessions sessions={sessions} here={here} />
    </>
  )
}

function Profile({ name, email, language }: Pick<AccountPageProps, 'name' | 'email' | 'language'>) {
  const lang = useLang()
  const t = peopleText(lang)
  const form = useFormReply({ name, language }, { intent: 'profile' })
  const languages = vocabularyText(lang).language
  return (
    <Section id="profile" title={t.account.profile} look="bare">
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <div className="cols cols--form">
        <form method="post" className="stack">
          <Facts>
            <Fact label={t.email}>{email}</Fact>
          </Facts>
          <Field {...form.field('name')} label={t.name} autoComplete="name" maxLength={120} required />
          <Picks
            {...form.field('language')}
            type="radio"
            label={t.language}
            hint={t.account.languageHint}
            options={LANGUAGES.map((value) => ({ value, label: languages[value] }))}
            required
          />
          <div className="acts">
            <Button name="intent" value="profile">
              {t.account.save}
            </Button>
          </div>
        </form>
      </div>
    </Section>
  )
}

function Sessions({ sessions, here }: Pick<AccountPageProps, 'sessions' | 'here'>) {
  const t = peopleText(useLang()).account
  return (
    <Section id="sessions" title={t.sessions}>
      <Table
        labelledBy="h-sessions"
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            head: t.device,
            header: true,
            cell: ({ id, device }) => (
              <>
                {device || t.unknownDevice} {id === here && <Tag tone="ok">{t.here}</Tag>}
              </>
            ),
          },
          { head: t.since, cell: ({ createdAt }) => <When at={createdAt} as="time" /> },
          { head: t.seen, cell: ({ lastSeenAt }) => <When at={lastSeenAt} as="time" /> },
          {
            head: t.act,
            hideHead: true,
            cell: ({ id, device }) => (
              <form method="post">
                <input type="hidden" name="session" value={id} />
                <Button
                  variant="link"
                  name="intent"
                  value="end_session"
                  aria-label={t.endOf(device || t.unknownDevice)}
                >
                  {t.end}
                </Button>
              </form>
            ),
          },
        ]}
      />
      <form method="post" className="mt-5">
        <p className="small dim">{t.endAllNote}</p>
        <p className="acts">
          <Button variant="stop" name="intent" value="end_sessions">
            {t.endAll}
          </Button>
        </p>
      </form>
    </Section>
  )
}
