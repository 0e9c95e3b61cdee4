import type { ReviewDue } from '#app/domain/practice/review-due.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import { When } from '../../ui/when.tsx'

/** By when a check is due, in working days and as a date; a passed date by sign, word and colour. */
export function DueWords({ due }: { due: ReviewDue }) {
  const t = useText(queueText)
  return (
    <>
      {due.overdue ? (
        <b className="late">
          <Icon name="alert" /> {t.late(-due.left)}
        </b>
      ) : (
        <span className={due.left <= 1 ? 'due' : undefined}>{t.left(due.left)}</span>
      )}{' '}
      <span className="small dim">
        (<When at={due.due} />
        {due.escalated && `, ${t.escalated}`})
      </span>
    </>
  )
}
