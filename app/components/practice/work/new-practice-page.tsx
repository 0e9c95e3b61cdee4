import { practiceText } from '#app/i18n/practice.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { SECTORS } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'

/** Three fields begin a practice; everything else is written section by section. */
export function NewPracticePage({ formKey }: { formKey: string }) {
  const lang = useLang()
  const { create: t, list } = practiceText(lang)
  const word = proposalText(lang)
  const form = useFormReply({ key: formKey })
  const sectors = SECTORS.map((value) => ({ value, label: vocabularyText(lang).sector[value] }))
  return (
    <>
      <Crumbs items={[{ label: list.title, href: paths.workPractices() }, { label: t.title }]} />
      <PageHead title={t.title}>{t.lead}</PageHead>
      <p className="mb-5">
        {word.linkNote} <a href={paths.wordFiles()}>{word.link}</a>
      </p>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <form method="post" className="stack">
        <input type="hidden" name="key" value={form.field('key').defaultValue ?? formKey} />
        <Field {...form.field('titleId')} label={t.titleId} hint={t.titleIdHint} lang="id" maxLength={300} required />
        <Field {...form.field('brand')} label={t.brand} hint={t.brandHint} maxLength={300} required />
        <Select {...form.field('sector')} label={t.sector} options={sectors} width="m" required />
        <p className="small">
          {t.similar} <a href={paths.practices()}>{t.search}</a>.
        </p>
        <p className="acts">
          <Button>{t.submit}</Button>
        </p>
      </form>
    </>
  )
}
