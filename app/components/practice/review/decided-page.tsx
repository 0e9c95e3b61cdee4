import type { readDecided } from '#app/domain/practice/read-review.server.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { LastMove, TypedText } from './last-move.tsx'

type Decided = Awaited<ReturnType<typeof readDecided>>

/** Nothing of this practice waits for a review any more: who decided and when; a late reviewer keeps what they typed. */
export function DecidedPage({ decided: { publicId, title, brand, zone, lastMove } }: { decided: Decided }) {
  const lang = useLang()
  const { decided: t } = reviewText(lang)
  const queue = queueText(lang).title
  const form = useFormReply()
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: queue, href: paths.reviewQueue() }, { label: brand }]} />
      <PageHead title={t.title} kicker={title}>
        <LastMove move={lastMove} zone={zone} />
        <p className="dim">{t.note}</p>
      </PageHead>
      <TypedText />
      <p className="acts">
        <a href={paths.workPractice(publicId)}>{t.open}</a>
        <a href={paths.reviewQueue()}>{queue}</a>
      </p>
    </>
  )
}
