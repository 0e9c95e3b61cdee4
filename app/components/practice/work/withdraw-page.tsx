import { practiceText } from '#app/i18n/practice.ts'
import { uiText } from '#app/i18n/ui.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { WITHDRAWAL_REASONS } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Picks } from '../../ui/choice.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { PracticeCrumbs } from './practice-crumbs.tsx'

/** Takes a practice off the site: why, what to tell the owner, and what takes its place. */
export function WithdrawPage({ publicId, title, brand }: { publicId: string; title: string; brand: string }) {
  const lang = useLang()
  const { withdraw: t } = practiceText(lang)
  const form = useFormReply()
  const reasons = WITHDRAWAL_REASONS.map((value) => ({ value, label: vocabularyText(lang).withdrawalReason[value] }))
  return (
    <>
      <PracticeCrumbs publicId={publicId} name={brand} here={practiceText(lang).overview.withdraw} />
      <PageHead title={t.title(title)}>{t.lead}</PageHead>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <form method="post" className="stack">
        <Picks {...form.field('reason')} type="radio" label={t.reason} options={reasons} required />
        <TextArea {...form.field('note')} label={t.note} hint={t.noteHint} rows={3} optional />
        <Field {...form.field('successor')} label={t.successor} hint={t.successorHint} width="m" optional />
        <p className="acts">
          <Button variant="stop">{t.submit}</Button>
          <a href={paths.workPractice(publicId)}>{uiText(lang).cancel}</a>
        </p>
      </form>
    </>
  )
}
