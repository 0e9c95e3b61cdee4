import { LIFE_ANSWERS, type LifeAnswer } from '#app/domain/heartbeat/heartbeat.ts'
import type { LifeQuestionView } from '#app/domain/heartbeat/read-question.server.ts'
import { saysTheSame, splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { lifeText } from '#app/i18n/life.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { LIFE_STOP_REASONS } from '#db/vocabulary.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Picks } from '../ui/choice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'

type Asked = Exclude<LifeQuestionView, { state: 'gone' }>

type AlivePageProps = {
  question: LifeQuestionView | null
  token: string
  /** What was tapped first. */
  chosen: LifeAnswer | null
}

/** One question with big buttons, made for a telephone: one tap chooses, a second one sends. */
export function AlivePage({ question, token, chosen }: AlivePageProps) {
  const t = lifeText(useLang()).ask
  if (!question) return <Message title={t.invalid}>{t.invalidNote}</Message>
  if (question.state === 'gone') return <Message title={t.gone}>{t.goneNote}</Message>
  const asked = question as Asked
  switch (asked.state) {
    case 'open':
      return <Question question={asked} token={token} chosen={chosen} />
    case 'answered':
      return <Answered question={asked} />
    case 'settled':
      return (
        <Message title={t.settled} about={asked}>
          {t.settledNote}
        </Message>
      )
    default:
      return (
        <Message title={t.expired} about={asked}>
          {t.expiredNote}
        </Message>
      )
  }
}

type QuestionProps = { question: Asked; token: string; chosen: LifeAnswer | null }

const LOOK: Partial<Record<LifeAnswer, 'primary' | 'stop'>> = { steady: 'primary', stopped: 'stop' }

/** The first tap: what is chosen stands in the address, and nothing is sent yet. */
function Question({ question, token, chosen }: QuestionProps) {
  const t = lifeText(useLang())
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={t.ask.title}>{t.ask.lead}</PageHead>
        <About question={question} />
        {chosen ? (
          <Sending token={token} chosen={chosen} />
        ) : (
          <form method="get" action={paths.alive()} className="stack">
            <input type="hidden" name="token" value={token} />
            {LIFE_ANSWERS.map((status) => (
              <Button key={status} wide variant={LOOK[status] ?? 'quiet'} name="status" value={status}>
                {t.ask.answer[status]}
              </Button>
            ))}
          </form>
        )}
        <p className="small dim mt-5">
          {t.ask.after} {t.ask.until(question.expiresAt)}
        </p>
      </div>
    </div>
  )
}

/** The second tap sends what was chosen, with a sentence for whoever wants to add one. */
function Sending({ token, chosen }: { token: string; chosen: LifeAnswer }) {
  const t = lifeText(useLang())
  const form = useFormReply()
  const failed = Boolean(form.formErrors?.length) || Object.keys(form.errors).length > 0
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <h2 className="small dim">{t.ask.chosen}</h2>
      <p className="h-m mb-5">{t.ask.answer[chosen]}</p>
      <form method="post" className="stack">
        {chosen === 'stopped' && (
          <Picks
            {...form.field('stopReason')}
            type="radio"
            label={t.ask.stopReason}
            options={LIFE_STOP_REASONS.map((value) => ({ value, label: t.stopReason[value] }))}
          />
        )}
        <Button wide variant={chosen === 'stopped' ? 'stop' : 'primary'} name="status" value={chosen}>
          {chosen === 'stopped' ? t.ask.sendStopped : t.ask.send}
        </Button>
        <ButtonLink wide variant="quiet" href={paths.alive(token)}>
          {t.ask.other}
        </ButtonLink>
        <Fold summary={t.ask.addNote} open={failed}>
          <TextArea {...form.field('note')} label={t.ask.note} hint={t.ask.noteHint} rows={2} maxLength={300} />
          <Field
            {...form.field('sinceYear')}
            label={t.ask.sinceYear}
            inputMode="numeric"
            maxLength={4}
            width="s"
            optional
          />
        </Fold>
      </form>
    </>
  )
}

/** Which practice it is about, as everybody may read it. */
function About({ question }: { question: Asked }) {
  const lang = useLang()
  const title = written(question.title, lang)
  const { name } = splitBrand(question.brand)
  return (
    <p className="mb-5">
      <b>{title ? <InLanguage {...title} /> : question.brand}</b>
      <br />
      <span className="small dim">
        {title && !saysTheSame(title.text, name) && `${name} · `}
        {question.agency} · <a href={paths.practice(question.publicId)}>{question.publicId}</a>
      </span>
    </p>
  )
}

function Answered({ question }: { question: Asked }) {
  const lang = useLang()
  const t = lifeText(lang)
  const { answer, hub } = question
  if (!answer)
    return (
      <Message title={t.ask.settled} about={question}>
        {t.ask.settledNote}
      </Message>
    )
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={t.ask.answered} />
        <Band tone="ok" title={t.ask.answeredOn(answer.at)} focus className="mb-5">
          <span>
            <b>{t.ask.answer[answer.status as keyof typeof t.ask.answer]}</b>
            {answer.stopReason && `: ${t.stopReason[answer.stopReason].toLowerCase()}`}
            {answer.sinceYear && `, ${t.since(answer.sinceYear)}`}
            {answer.note && (
              <>
                . “<InLanguage text={answer.note} lang="id" />”
              </>
            )}
          </span>
        </Band>
        <About question={question} />
        <p>{t.ask.answeredNext}</p>
        <h2 className="h-m mt-5">{t.ask.correct}</h2>
        {hub ? (
          <p>
            {t.ask.correctBy(hub.name)}{' '}
            {hub.email ? (
              <a href={`mailto:${hub.email}`}>{hub.email}</a>
            ) : (
              <a href={paths.hub(hub.slug)}>{t.ask.hub}</a>
            )}
          </p>
        ) : (
          <p>
            <a href={paths.about()}>{t.ask.correctNational}</a>
          </p>
        )}
      </div>
    </div>
  )
}

function Message({ title, about, children }: { title: string; about?: Asked; children: string }) {
  const t = lifeText(useLang()).ask
  const hub = about?.hub
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={title}>{children}</PageHead>
        {about && <About question={about} />}
        <p className="acts">
          {about && (
            <ButtonLink variant="quiet" href={paths.practice(about.publicId)}>
              {t.read}
            </ButtonLink>
          )}
          {hub && <a href={paths.hub(hub.slug)}>{t.hub}</a>}
        </p>
      </div>
    </div>
  )
}
