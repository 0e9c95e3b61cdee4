import type { Section } from '#app/domain/practice/sections.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Pick } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'

/** A remark on one section (or on the whole), folded until it is needed. */
export function CommentForm({ section }: { section: Section | 'general' }) {
  const { comment: t } = useText(reviewText)
  const form = useFormReply({}, { intent: 'comment', section })
  const body = form.field('body')
  return (
    <div className="mt-2">
      <Fold summary={section === 'general' ? t.general : t.title} open={Boolean(body.errors)}>
        <form method="post" className="stack-s">
          <input type="hidden" name="intent" value="comment" />
          <input type="hidden" name="section" value={section} />
          <TextArea {...body} id={`c-${section}`} label={t.body} rows={3} maxLength={2000} required />
          <Pick name="required" value="on" label={t.required} defaultChecked />
          <p>
            <Button variant="quiet">{t.submit}</Button>
          </p>
        </form>
      </Fold>
    </div>
  )
}
