import { written } from '#app/domain/practice/bilingual.ts'
import { QUESTION_MAX } from '#app/domain/question/question.ts'
import type { readPracticeQuestions } from '#app/domain/question/read-questions.server.ts'
import { questionText } from '#app/i18n/question.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { Bilingual } from '#db/practice-content.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextArea } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Section } from '../ui/panel.tsx'
import { When } from '../ui/when.tsx'

type View = Awaited<ReturnType<typeof readPracticeQuestions>>

export type QuestionsPageProps = {
  practice: { publicId: string; agency: string; brand: string; title: Bilingual }
  view: View
  done: string | null
}

/** Everything that was asked and answered about a practice, and the form to ask. */
export function QuestionsPage({ practice, view, done }: QuestionsPageProps) {
  const lang = useLang()
  const t = questionText(lang)
  const form = useFormReply()
  const { publicId, agency, brand } = practice
  const title = written(practice.title, lang)?.text ?? brand
  return (
    <>
      {done === 'asked' && (
        <Band tone="ok" title={t.done} focus className="mb-5">
          {t.doneNote}
        </Band>
      )}
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: title, href: paths.practice(publicId) }, { label: t.title }]} />
      <PageHead title={t.of(title)} kicker={agency}>
        {t.lead}
      </PageHead>
      <div className="cols cols--main">
        <div>
          <Answers questions={view.questions} agency={agency} />
          <Pager
            page={view.page}
            pageSize={view.pageSize}
            total={view.counts.answered}
            href={(n) => paths.practiceQuestions(publicId, { page: n > 1 ? n : undefined })}
          />
          {view.counts.waiting > 0 && <p className="small dim mt-4">{t.waiting(view.counts.waiting)}</p>}
          <p className="mt-5">
            <a href={paths.practice(publicId)}>{t.back}</a>
          </p>
        </div>
        <aside className="stack">
          <Own own={view.own} />
          <Ask view={view} publicId={publicId} />
        </aside>
      </div>
    </>
  )
}

export type Answered = View['questions'][number]

/** Questions with their answers, in the name of organisations. */
export function Answers({ questions, agency }: { questions: readonly Answered[]; agency: string }) {
  const t = questionText(useLang())
  if (questions.length === 0) return <p className="dim">{t.none}</p>
  return (
    <ul className="lines">
      {questions.map(({ id, question, asker, askedAt, answer, answeredAt }) => (
        <li key={id} id={`q-${id}`}>
          <p>
            <b>
              <InLanguage text={question} lang="id" />
            </b>
          </p>
          <p className="small dim">
            {t.askedBy} {asker}, <When at={askedAt} />
          </p>
          <div className="prose mt-2" lang="id">
            {(answer ?? '').split(/\n+/).map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
              <p key={index}>{paragraph}</p>
            ))}
          </div>
          {answeredAt && (
            <p className="small dim">
              {t.answeredBy} {agency}, <When at={answeredAt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Own({ own }: Pick<View, 'own'>) {
  const t = questionText(useLang())
  if (own.length === 0) return null
  return (
    <Section id="own" title={t.own} look="bare">
      <ul className="lines small">
        {own.map(({ id, question, askedAt, hiddenReason }) => (
          <li key={id}>
            “{question}” <When at={askedAt} />,{' '}
            {hiddenReason ? (
              <>
                {t.ownHidden} {hiddenReason}
              </>
            ) : (
              t.ownWaiting
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Ask({ view, publicId }: { view: View; publicId: string }) {
  const t = questionText(useLang())
  const form = useFormReply()
  if (!view.isSignedIn) {
    return (
      <Section id="ask" title={t.ask} look="bare">
        <p className="small">{t.signInNote}</p>
        <p className="acts mt-3">
          <ButtonLink href={paths.signIn(paths.practiceQuestions(publicId))} rel="nofollow">
            {t.signIn}
          </ButtonLink>
        </p>
      </Section>
    )
  }
  if (view.can.answer) {
    return (
      <p>
        {t.ownPractice} <a href={paths.workQuestions()}>{t.toWork}</a>
      </p>
    )
  }
  if (!view.can.ask) return <p className="dim">{t.ownPractice}</p>
  return (
    <Section id="ask" title={t.ask} look="bare">
      <form method="post" className="stack">
        <TextArea
          {...form.field('question')}
          label={t.question}
          hint={t.questionHint}
          rows={4}
          maxLength={QUESTION_MAX}
          required
        />
        <Button>{t.send}</Button>
        <p className="small dim">{t.askNote}</p>
      </form>
    </Section>
  )
}
