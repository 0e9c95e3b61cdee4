import type { readContact } from '#app/domain/heartbeat/change-contact.server.ts'
import { lifeText } from '#app/i18n/life.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'

type View = Awaited<ReturnType<typeof readContact>>

/** The address that readers and letters use, and whether letters reach anybody there. */
export function ContactPage({ view, done, now }: { view: View; done: string | null; now: Date }) {
  const t = lifeText(useLang()).contact
  const form = useFormReply()
  return (
    <>
      {(done === 'change' || done === 'dead') && <Band tone="ok" title={t.done[done]} focus className="mb-5" />}
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: view.title, href: paths.workPractice(view.publicId) }, { label: t.title }]} />
      <PageHead title={t.title} kicker={view.agency}>
        {view.title}
      </PageHead>
      <Section id="now" title={t.now} look="first">
        <p>
          <b>{view.contact ?? t.none}</b>{' '}
          <Tag tone={view.contactState === 'ok' ? 'ok' : 'warn'}>{t.state[view.contactState]}</Tag>
        </p>
        {view.dead && (
          <p className="small dim">
            {view.dead.answer ? t.deadServer : t.deadPerson} <When at={view.dead.since} />
          </p>
        )}
        {view.contact && view.contactState === 'ok' && (
          <form method="post" className="mt-3">
            <Button variant="quiet" name="intent" value="dead">
              {t.dead}
            </Button>
            <p className="small dim mt-2">{t.deadNote}</p>
          </form>
        )}
      </Section>
      <Section id="change" title={t.change}>
        <p className="small">{t.changeNote}</p>
        <form method="post" className="stack">
          <input type="hidden" name="intent" value="change" />
          <Field {...form.field('email')} label={t.email} hint={t.emailHint} type="email" maxLength={254} required />
          <div className="acts">
            <Button>{t.save}</Button>
          </div>
        </form>
      </Section>
      <Section id="asked" title={t.asked}>
        {view.questions.length === 0 ? (
          <p className="dim">{t.notAsked}</p>
        ) : (
          <ul className="lines">
            {view.questions.map((one) => (
              <li key={one.id}>
                <When at={one.askedAt} as="time" /> · {t.channel[one.channel]} · {one.askedBy ?? t.schedule} ·{' '}
                {one.answeredAt ? (
                  <>
                    {t.answered} <When at={one.answeredAt} />
                  </>
                ) : one.expiresAt <= now ? (
                  t.expired
                ) : (
                  t.open
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
