import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'

const PLAIN = [
  'request_changes',
  'verify_documents',
  'schedule',
  'unscheduled',
  'comment',
  'draft',
  'resolved',
  'reply',
  'reopen',
  'claim',
  'return',
  'reassign',
  'rules',
  'save',
  'archive',
] as const

/** What the reviewer has just done; the pages of the review know the same words. */
export function ReviewDone({ done, publicId }: { done: string | null; publicId: string | null }) {
  const { done: t } = useText(reviewText)
  if (done === 'publish') {
    return (
      <Band tone="ok" title={t.publish} focus className="mb-5">
        <span>
          {t.publishNote} {publicId && <a href={paths.practice(publicId)}>{t.open}</a>}
        </span>
      </Band>
    )
  }
  const plain = PLAIN.find((word) => word === done)
  return plain ? <Band tone="ok" title={t[plain]} focus className="mb-5" /> : null
}
