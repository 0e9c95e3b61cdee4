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
        <form method="post" className="stack-s">
          <Button variant="quiet" name="intent" value="claim">
            {t.take}
          </Button>
          <p className="small dim">{t.takeNote}</p>
        </form>
      )}
      {taken && (mine || can.reassign) && (
        <form method="post">
          <input type="hidden" name="from" value={taken.id} />
          <Button variant="link" name="intent" value="return">
            {t.giveBack}
          </Button>
        </form>
      )}
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
      <form method="post" className="stack-s">
        <input type="hidden" name="intent" value="reassign" />
        {taken && <input type="hidden" name="from" value={taken.id} />}
        <Select
          {...reviewer}
          label={t.reviewer}
          small
          required
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button variant="quiet">{t.reassignSubmit}</Button>
      </form>
    </Fold>
  )
}
