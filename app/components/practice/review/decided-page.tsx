import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'

/** Nothing of this practice waits for a review any more; a reviewer who came late keeps what they typed. */
export function DecidedPage({ publicId }: { publicId: string }) {
  const { decided: t, queue } = useText(reviewText)
  const form = useFormReply()
  const typed = form.field('message').defaultValue ?? form.field('body').defaultValue
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: queue.title, href: paths.reviewQueue() }, { label: publicId }]} />
      <PageHead title={t.title}>{t.note}</PageHead>
      {typed && (
        <>
          <p className="kicker">{t.typed}</p>
          <blockquote className="prose quote pre mb-5">{typed}</blockquote>
        </>
      )}
      <p className="acts">
        <a href={paths.workPractice(publicId)}>{t.open}</a>
        <a href={paths.reviewQueue()}>{queue.title}</a>
      </p>
    </>
  )
}
