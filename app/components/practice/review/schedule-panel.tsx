import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { When } from '../../ui/when.tsx'
import { TypedText } from './last-move.tsx'
import type { ReviewView } from './review-page.tsx'

/** A text that is approved and waits for its moment; whoever may decide can take it off the schedule. */
export function SchedulePanel({ view: { open, practice, zone, can, draft } }: { view: ReviewView }) {
  const { scheduled: t } = useText(reviewText)
  return (
    <div className="stack-s" id="keputusan">
      <Band tone="info" title={t.title}>
        {open.publishAt && (
          <b>
            <When at={open.publishAt} as="time" zone={zone} />
          </b>
        )}{' '}
        {t.note}
      </Band>
      <TypedText draft={draft} />
      {can.unschedule && (
        <Confirm
          open={t.cancel}
          question={t.question}
          consequence={t.consequence}
          confirm={t.confirm}
          cancelHref={paths.review(practice.publicId)}
          name="intent"
          value="unschedule"
        >
          <input type="hidden" name="version" value={open.version} />
        </Confirm>
      )}
    </div>
  )
}
