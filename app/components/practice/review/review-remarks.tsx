import type { Section } from '#app/domain/practice/sections.ts'
import { answerText } from '#app/i18n/practice-answer.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { RemarkNote } from '../work/practice-trail.tsx'
import { Answer } from './answer.tsx'
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

function Acts({ view: { can }, remark }: { view: ReviewView; remark: Remark }) {
  const { comment: t } = useText(reviewText)
  const answer = useText(answerText)
  return (
    <>
      {can.resolve_comment && (
        <form method="post">
          <input type="hidden" name="intent" value="resolve" />
          <input type="hidden" name="commentId" value={remark.id} />
          <Button variant="quiet">{remark.addressedAt ? t.confirm : t.resolve}</Button>
        </form>
      )}
      {can.resolve_comment && remark.addressedAt && (
        <Answer remarkId={remark.id} intent="reopen" words={answer.reopen} />
      )}
      {can.reply_comment && <Answer remarkId={remark.id} intent="reply" words={answer.reply} />}
    </>
  )
}
