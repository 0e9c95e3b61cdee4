import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'

/** What the reviewer has just done; the queue and the review know the same words. */
export function ReviewDone({ done, publicId }: { done: string | null; publicId: string | null }) {
  const { done: t } = useText(reviewText)
  switch (done) {
    case 'publish':
      return (
        <Band tone="ok" title={t.publish} focus className="mb-5">
          <span>
            {t.publishNote} {publicId && <a href={paths.practice(publicId)}>{t.open}</a>}
          </span>
        </Band>
      )
    case 'request_changes':
    case 'verify_documents':
    case 'schedule':
    case 'unscheduled':
    case 'comment':
    case 'resolved':
      return <Band tone="ok" title={t[done]} focus className="mb-5" />
    default:
      return null
  }
}
