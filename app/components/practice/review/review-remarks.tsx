import type { Section } from '#app/domain/practice/sections.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { RemarkNote } from '../work/practice-trail.tsx'
import type { ReviewView } from './review-page.tsx'

/** The remarks on a section; a reviewer closes them one by one. */
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
          {!remark.resolvedAt && view.can.resolve_comment && (
            <form method="post">
              <input type="hidden" name="intent" value="resolve" />
              <input type="hidden" name="commentId" value={remark.id} />
              <Button variant="quiet">{t.resolve}</Button>
            </form>
          )}
        </RemarkNote>
      ))}
    </div>
  )
}
