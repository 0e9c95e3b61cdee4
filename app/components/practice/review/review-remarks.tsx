import { REVIEW_FORM } from '#app/domain/practice/review-form.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { answerText } from '#app/i18n/practice-answer.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { RemarkNote } from '../work/practice-trail.tsx'
import type { AnswerFormProps } from './answer-form.tsx'
import type { ReviewView } from './review-page.tsx'

type Remark = ReviewView['comments'][number]

/** The remarks on a section with what was answered; a reviewer closes them one by one, or gives them back. */
export function ReviewRemarks({ view, section }: { view: ReviewView; section: Section | 'general' }) {
  const { comment: t } = useText(reviewText)
  const remarks = view.comments.filter((remark) => remark.section === section)
  if (remarks.length === 0) return null
  return (
    <div className="mt-4">
      {remarks.map((remark) => (
        <RemarkNote key={remark.id} remark={remark}>
          {remark.resolvedBy && (
            <p className="small dim">
              {t.resolvedBy} {remark.resolvedBy}
            </p>
          )}
          {!remark.resolvedAt && <Acts view={view} remark={remark} />}
        </RemarkNote>
      ))}
    </div>
  )
}

function Acts({ view, remark }: { view: ReviewView; remark: Remark }) {
  const { can } = view
  const { comment: t } = useText(reviewText)
  const answer = useText(answerText)
  return (
    <>
      {remark.mayClose && (
        <p>
          <Button variant="quiet" form={REVIEW_FORM} name="act" value={`resolve ${remark.id}`} formNoValidate>
            {remark.addressedAt ? t.confirm : t.resolve}
          </Button>
        </p>
      )}
      {remark.mayClose && remark.addressedAt && (
        <ReviewAnswer view={view} remarkId={remark.id} intent="reopen" words={answer.reopen} />
      )}
      {!remark.mayClose && view.may && <p className="small dim">{t.closedBy[remark.stage]}</p>}
      {can.reply_comment && <ReviewAnswer view={view} remarkId={remark.id} intent="reply" words={answer.reply} />}
    </>
  )
}

type ReviewAnswerProps = Pick<AnswerFormProps, 'remarkId' | 'intent' | 'words'> & { view: ReviewView }

/** An answer of the reviewer: part of the form of the page, so that sending it loses nothing else. */
function ReviewAnswer({ view, remarkId, intent, words }: ReviewAnswerProps) {
  const name = `${intent}.${remarkId}.body`
  const stored = view.draft?.values[name]
  const form = useFormReply({ body: stored }, { intent, commentId: remarkId })
  const { defaultValue, errors } = form.field('body')
  return (
    <Fold summary={words.summary} open={Boolean(errors ?? stored)}>
      <div className="stack-s">
        <TextArea
          {...{ name, defaultValue, errors, form: REVIEW_FORM }}
          id={`${intent}-${remarkId}`}
          label={words.body}
          rows={2}
          maxLength={2000}
          small
        />
        <p>
          <Button variant="quiet" form={REVIEW_FORM} name="act" value={`${intent} ${remarkId}`} formNoValidate>
            {words.submit}
          </Button>
        </p>
      </div>
    </Fold>
  )
}
