import type { readReviewRules } from '#app/domain/practice/read-review-texts.server.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { reviewTextsText } from '#app/i18n/review-texts.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { MINOR_KINDS } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { When } from '../../ui/when.tsx'
import { ReviewDone } from './review-done.tsx'

type View = Awaited<ReturnType<typeof readReviewRules>>

/** What a hub lets authors publish without a review: set by its manager, read by its curators. */
export function RulesPage({ rules, maySet, done }: View & { done: string | null }) {
  const lang = useLang()
  const { rules: t } = reviewTextsText(lang)
  const form = useFormReply({ minorKinds: rules?.minorKinds ?? [] })
  return (
    <>
      <ReviewDone done={done} publicId={null} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: queueText(lang).title, href: paths.reviewQueue() }, { label: t.title }]} />
      <PageHead title={t.title}>{t.lead}</PageHead>
      <form method="post" className="stack read">
        <input type="hidden" name="version" value={rules?.version ?? 0} />
        <Picks
          {...form.list('minorKinds')}
          label={t.label}
          hint={t.never}
          options={MINOR_KINDS.map((kind) => ({ value: kind, label: t.kind[kind], disabled: !maySet }))}
        />
        {maySet ? (
          <p>
            <Button>{t.save}</Button>
          </p>
        ) : (
          <p className="small dim">{t.reader}</p>
        )}
      </form>
      <p className="small dim mt-4">
        {rules ? (
          <>
            {t.changed} <When at={rules.updatedAt} /> {t.by} {rules.updatedBy}
          </>
        ) : (
          t.never_set
        )}
      </p>
    </>
  )
}
