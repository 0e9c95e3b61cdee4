import { REVIEW_FORM } from '#app/domain/practice/review-form.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import type { ReviewView } from './review-page.tsx'

type CommentFormProps = {
  section: Section | 'general'
  /** The fields of the section that a remark can be about. */
  fields?: readonly { name: string; label: string }[]
  draft: ReviewView['draft']
}

/**
 * A remark on one section, one of its fields or some of its words (or on the whole), folded until it is needed.
 * It is part of the form of the page: what was typed elsewhere comes along and is kept.
 */
export function CommentForm({ section, fields = [], draft }: CommentFormProps) {
  const { comment: t } = useText(reviewText)
  const inForm = (name: string) => `note.${section}.${name}`
  const stored = (name: string) => draft?.values[inForm(name)]
  const form = useFormReply(
    { field: stored('field'), quote: stored('quote'), body: stored('body'), required: stored('required') },
    { intent: 'comment', section },
  )
  const control = (name: string) => ({ ...form.field(name), name: inForm(name), form: REVIEW_FORM })
  const body = control('body')
  const required = control('required')
  const isGeneral = section === 'general'
  return (
    <div className="mt-2">
      <Fold summary={isGeneral ? t.general : t.title} open={Boolean(body.errors || stored('body') || stored('quote'))}>
        <div className="stack-s">
          {fields.length > 1 && (
            <Select
              {...control('field')}
              id={`cf-${section}`}
              label={t.field}
              small
              empty={t.wholeSection}
              options={fields.map(({ name, label }) => ({ value: name, label }))}
            />
          )}
          {!isGeneral && (
            <Field
              {...control('quote')}
              id={`cq-${section}`}
              label={t.quote}
              hint={t.quoteHint}
              small
              optional
              maxLength={500}
            />
          )}
          <TextArea {...body} id={`c-${section}`} label={t.body} rows={3} maxLength={2000} small />
          <Picks
            {...required}
            id={`cr-${section}`}
            type="radio"
            label={t.kind}
            small
            defaultValue={required.defaultValue ?? (isGeneral ? '' : 'on')}
            options={[
              { value: '', label: t.remark },
              { value: 'on', label: t.required },
            ]}
          />
          <p>
            <Button variant="quiet" form={REVIEW_FORM} name="act" value={`comment ${section}`} formNoValidate>
              {t.submit}
            </Button>
          </p>
        </div>
      </Fold>
    </div>
  )
}
