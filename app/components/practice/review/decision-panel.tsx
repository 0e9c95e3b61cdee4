import { CHECKS } from '#app/domain/practice/review.schema.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import type { TimeZone } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { type FormReplyFields, useFormReply } from '../../ui/form-reply.ts'
import type { ReviewView } from './review-page.tsx'

/** The decision: a checklist, request or approve, and the message. It carries the version that was read. */
export function DecisionPanel({ view }: { view: ReviewView }) {
  const { decision: t } = useText(reviewText)
  const { stage, open, practice, similar } = view
  const intent = `decide_${stage}`
  const form = useFormReply({}, { intent })
  const approve = stage === 'substance' ? t.publish(open.number) : practice.hubId ? t.verify : t.verifyNational
  const checks = CHECKS[stage].map((check) => ({
    value: check,
    label:
      check === 'no_duplicate' && similar.length > 0 ? (
        <>
          {t.checks[check]}. <a href="#mirip">{t.similar(similar.length)}</a>
        </>
      ) : (
        t.checks[check]
      ),
  }))
  return (
    <form className="panel" method="post">
      <h2>{t.title}</h2>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={open.version} />
      <Picks {...form.list('checks')} label={t.checklist} small options={checks} />
      <Picks
        {...form.field('decision')}
        type="radio"
        label={t.result}
        hint={t.hint}
        small
        required
        options={[
          { value: 'request_changes', label: t.request },
          { value: 'approve', label: approve },
          ...(stage === 'substance' ? [{ value: 'schedule', label: t.schedule(open.number) }] : []),
        ]}
      />
      {stage === 'substance' && <PublishAt form={form} zone={view.zone} />}
      <TextArea {...form.field('message')} label={t.message} hint={t.messageHint} rows={4} maxLength={2000} small />
      <Button wide>{t.submit}</Button>
    </form>
  )
}

/** When to publish, for whom chose to do it later. */
function PublishAt({ form, zone }: { form: FormReplyFields; zone: TimeZone }) {
  const { decision: t } = useText(reviewText)
  return (
    <>
      <Field {...form.field('publishDate')} type="date" label={t.date} hint={t.scheduleHint} width="m" small />
      <Field {...form.field('publishTime')} type="time" label={t.time} hint={t.zone(zone)} width="s" small />
    </>
  )
}
