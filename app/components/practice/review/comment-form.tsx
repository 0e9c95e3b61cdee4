import type { Section } from '#app/domain/practice/sections.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Pick } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'

type CommentFormProps = {
  section: Section | 'general'
  /** The fields of the section that a remark can be about. */
  fields?: readonly { name: string; label: string }[]
}

/** A remark on one section, one of its fields or some of its words (or on the whole), folded until it is needed. */
export function CommentForm({ section, fields = [] }: CommentFormProps) {
  const { comment: t } = useText(reviewText)
  const form = useFormReply({}, { intent: 'comment', section })
  const body = form.field('body')
  return (
    <div className="mt-2">
      <Fold summary={section === 'general' ? t.general : t.title} open={Boolean(body.errors)}>
        <form method="post" className="stack-s">
          <input type="hidden" name="intent" value="comment" />
          <input type="hidden" name="section" value={section} />
          {fields.length > 1 && (
            <Select
              {...form.field('field')}
              id={`cf-${section}`}
              label={t.field}
              small
              empty={t.wholeSection}
              options={fields.map(({ name, label }) => ({ value: name, label }))}
            />
          )}
          {section !== 'general' && (
            <Field
              {...form.field('quote')}
              id={`cq-${section}`}
              label={t.quote}
              hint={t.quoteHint}
              small
              optional
              maxLength={500}
            />
          )}
          <TextArea {...body} id={`c-${section}`} label={t.body} rows={3} maxLength={2000} required small />
          <Pick name="required" value="on" label={t.required} defaultChecked />
          <p>
            <Button variant="quiet">{t.submit}</Button>
          </p>
        </form>
      </Fold>
    </div>
  )
}
