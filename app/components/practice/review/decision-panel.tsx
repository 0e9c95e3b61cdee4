import { CHECKS } from '#app/domain/practice/review.schema.ts'
import { REVIEW_FORM } from '#app/domain/practice/review-form.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { TimeZone } from '#db/vocabulary.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { type FormReplyFields, useFormReply } from '../../ui/form-reply.ts'
import { When } from '../../ui/when.tsx'
import { LastMove, TypedText } from './last-move.tsx'
import type { ReviewView } from './review-page.tsx'
import { TemplateChoice } from './template-choice.tsx'

/** The decision: a checklist, request or approve, and the message. It carries the version and the text that were read. */
export function DecisionPanel({ view }: { view: ReviewView }) {
  const { decision: t } = useText(reviewText)
  const { stage, open, practice, similar, templates, seen } = view
  const intent = `decide_${stage}`
  const form = useFormReply(view.draft?.values, { intent })
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
    <form className="panel" method="post" id={REVIEW_FORM}>
      <h2 id="keputusan">{t.title}</h2>
      <ChangedMeanwhile view={view} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={open.version} />
      <input type="hidden" name="seen" value={seen} />
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
      <TemplateChoice
        form={form}
        templates={templates}
        words={{ label: t.template, hint: t.templateHint, none: t.noTemplate, read: t.templates }}
        small
      />
      <TextArea {...form.field('message')} label={t.message} hint={t.messageHint} rows={4} maxLength={2000} small />
      <Button wide>{t.submit}</Button>
      <p className="mt-2">
        <Button variant="link" name="act" value="save_draft" formNoValidate>
          {t.save}
        </Button>
      </p>
      <p className="small dim">
        {view.draft ? (
          <>
            {t.saved} <When at={view.draft.savedAt} as="time" zone={view.zone} />.
          </>
        ) : (
          t.saveNote
        )}
      </p>
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

/** The text that was decided on is no longer the one on the page: nothing was done, and what changed is one link away. */
function ChangedMeanwhile({ view: { open, practice, lastMove, zone } }: { view: ReviewView }) {
  const { changedMeanwhile: t } = useText(reviewText)
  const form = useFormReply()
  const read = Number(form.field('version').defaultValue)
  if (!read || read === open.version || form.formErrors === null) return null
  return (
    <Band tone="warn" title={t.title} heading="h3">
      <span>{t.note}</span>
      <LastMove move={lastMove} zone={zone} />
      <a href={paths.review(practice.publicId, { since: read })}>{t.look}</a>
    </Band>
  )
}

/** Somebody else has taken the text: the decision is theirs, unless they let its date pass. */
export function HeldPanel({ view: { taken, due, draft } }: { view: ReviewView }) {
  const { claim: t } = useText(reviewText)
  if (!taken) return null
  return (
    <div className="panel" id="keputusan">
      <h2>{t.held(taken.name)}</h2>
      <p className="small">{t.heldNote}</p>
      <TypedText draft={draft} />
      {due?.overdue && (
        <form method="post">
          <Button name="intent" value="claim">
            {t.takeOver}
          </Button>
        </form>
      )}
    </div>
  )
}
