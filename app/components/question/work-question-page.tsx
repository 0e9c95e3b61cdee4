import { ANSWER_MAX } from '#app/domain/question/question.ts'
import type { readQuestion } from '#app/domain/question/read-questions.server.ts'
import { questionText } from '#app/i18n/question.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, Select, TextArea } from '../ui/field.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { When } from '../ui/when.tsx'

type Question = Awaited<ReturnType<typeof readQuestion>>

/** One question: the owner answers it and takes the answer into the text, the hub keeps order. */
export function WorkQuestionPage({ question, done }: { question: Question; done: string | null }) {
  const lang = useLang()
  const t = questionText(lang)
  const form = useFormReply()
  const { publicId, state, can } = question
  const doneTitle = done !== null && Object.hasOwn(t.work.done, done) ? t.work.done[done] : undefined
  return (
    <>
      {doneTitle && <Band tone="ok" title={doneTitle} focus className="mb-5" />}
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: t.list.title, href: paths.workQuestions() }, { label: publicId }]} />
      <PageHead title={t.work.title(question.title)} kicker={question.agency}>
        <a href={paths.practiceQuestions(publicId)}>{t.work.read}</a>
      </PageHead>
      {state === 'hidden' && (
        <Band tone="warn" title={t.work.hidden} className="mb-5">
          {question.hiddenReason ?? ''}
        </Band>
      )}
      <blockquote className="prose quote">{question.question}</blockquote>
      <p className="small dim mt-2 mb-5">
        {t.work.from} {question.asker}, <When at={question.askedAt} as="time" zone={question.timeZone ?? undefined} />
      </p>
      <AnswerPart question={question} />
      <TakePart question={question} />
      {can.hide && (
        <Section id="hide" title={t.work.hide}>
          <Confirm
            open={t.work.hide}
            question={t.work.hideQuestion}
            consequence={t.work.hideNote}
            confirm={t.work.hideConfirm}
            cancelHref={paths.workQuestion(question.id)}
            name="intent"
            value="hide"
            startOpen={Boolean(form.errors.reason)}
          >
            <input type="hidden" name="version" value={question.version} />
            <Field {...form.field('reason')} label={t.work.reason} maxLength={500} required />
          </Confirm>
        </Section>
      )}
      {can.show && (
        <form method="post">
          <input type="hidden" name="version" value={question.version} />
          <Button variant="quiet" name="intent" value="show">
            {t.work.show}
          </Button>
        </form>
      )}
    </>
  )
}

function AnswerPart({ question }: { question: Question }) {
  const t = questionText(useLang()).work
  const form = useFormReply({ answer: question.answer }, { intent: 'answer' })
  if (!question.can.answer) {
    if (!question.answer || !question.answeredAt) return null
    return (
      <Section id="answer" title={t.answer}>
        <p className="prose">{question.answer}</p>
        <p className="small dim">
          <When at={question.answeredAt} zone={question.timeZone ?? undefined} />
        </p>
      </Section>
    )
  }
  return (
    <Section id="answer" title={t.answer}>
      <form method="post" className="stack">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="version" value={question.version} />
        <TextArea
          {...form.field('answer')}
          label={t.answer}
          hint={t.answerHint}
          rows={6}
          maxLength={ANSWER_MAX}
          required
          hideLabel
        />
        <div className="acts">
          <Button variant={question.state === 'open' ? 'primary' : 'quiet'}>
            {question.state === 'open' ? t.send : t.correct}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function TakePart({ question }: { question: Question }) {
  const lang = useLang()
  const t = questionText(lang).work
  const words = vocabularyText(lang).storySection
  const form = useFormReply({}, { intent: 'take' })
  if (question.takenInto && question.takenAt) {
    return (
      <Section id="take" title={t.take}>
        <p>
          {t.taken(words[question.takenInto])}, <When at={question.takenAt} zone={question.timeZone ?? undefined} />.{' '}
          {question.can.answer && <a href={paths.editPractice(question.publicId, question.takenInto)}>{t.openDraft}</a>}
        </p>
      </Section>
    )
  }
  if (!question.can.take) return null
  return (
    <Section id="take" title={t.take}>
      <p className="small">{t.takeNote}</p>
      <form method="post" className="stack">
        <input type="hidden" name="intent" value="take" />
        <input type="hidden" name="version" value={question.version} />
        <Select
          {...form.field('section')}
          label={t.section}
          options={STORY_SECTIONS.map((value) => ({ value, label: words[value] }))}
          required
          width="m"
        />
        <div className="acts">
          <Button variant="quiet">{t.takeButton}</Button>
        </div>
      </form>
    </Section>
  )
}
