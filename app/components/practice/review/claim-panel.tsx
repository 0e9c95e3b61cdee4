import { REVIEW_FORM } from '#app/domain/practice/review-form.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Select } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { When } from '../../ui/when.tsx'
import { DueWords } from './due-words.tsx'
import type { ReviewView } from './review-page.tsx'

/** Part of the form of the page: what was typed comes along. */
const act = { form: REVIEW_FORM, name: 'act', formNoValidate: true } as const

/** Who has taken the text and by when it is due; taking it, giving it back, handing it on. */
export function ClaimPanel({ view }: { view: ReviewView }) {
  const { claim: t } = useText(reviewText)
  const { taken, mine, due, can, may, zone } = view
  return (
    <section aria-label={t.title} className="stack-s">
      <Facts small>
        <Fact label={t.title}>
          {taken ? (
            <>
              {mine ? t.mine : taken.name}, {t.since} <When at={taken.at} as="time" zone={zone} />
            </>
          ) : (
            t.nobody
          )}
        </Fact>
        {due && (
          <Fact label={t.due}>
            <DueWords due={due} />
          </Fact>
        )}
      </Facts>
      {may && can.claim && !taken && (
        <div className="stack-s">
          <p>
            <Button variant="quiet" {...act} value="claim">
              {t.take}
            </Button>
          </p>
          <p className="small dim">{t.takeNote}</p>
        </div>
      )}
      {taken && (mine || can.reassign) && (
        <p>
          <Button variant="link" {...act} value="return">
            {t.giveBack}
          </Button>
        </p>
      )}
      {taken && <input type="hidden" name="from" value={taken.id} form={REVIEW_FORM} />}
      {can.reassign && <Reassign view={view} />}
    </section>
  )
}

function Reassign({ view: { reviewers, taken } }: { view: ReviewView }) {
  const { claim: t } = useText(reviewText)
  const form = useFormReply({}, { intent: 'reassign' })
  const others = reviewers.filter(({ id }) => id !== taken?.id)
  if (others.length === 0) return <p className="small dim">{t.noReviewer}</p>
  const reviewer = form.field('reviewerId')
  return (
    <Fold summary={t.reassign} open={Boolean(reviewer.errors)}>
      <div className="stack-s">
        <Select
          {...reviewer}
          form={REVIEW_FORM}
          label={t.reviewer}
          small
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button variant="quiet" {...act} value="reassign">
          {t.reassignSubmit}
        </Button>
      </div>
    </Fold>
  )
}
