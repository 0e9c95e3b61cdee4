import { useActionData } from '@remix-run/react'
import type { Likeness } from '#app/domain/practice/likely-same.server.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { SECTORS } from '#db/vocabulary.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { LikelySameList } from './likely-same.tsx'

type Props = { formKey: string; title: string; found: Likeness; ownAgency: string }

/** Three fields begin a practice; everything else is written section by section. */
export function NewPracticePage({ formKey, title, found, ownAgency }: Props) {
  const lang = useLang()
  const { create: t, list } = practiceText(lang)
  const word = proposalText(lang)
  const form = useFormReply({ key: formKey, titleId: title })
  const likeness = likenessText(lang)
  /** The server found something much alike and asks for a look. */
  const asked = useActionData<{ detail?: Likeness }>()?.detail
  const shown = asked ?? found
  const isEmpty = shown.published.length === 0 && shown.own.length === 0
  const sectors = SECTORS.map((value) => ({ value, label: vocabularyText(lang).sector[value] }))
  return (
    <>
      <Crumbs items={[{ label: list.title, href: paths.workPractices() }, { label: t.title }]} />
      <PageHead title={t.title}>{t.lead}</PageHead>
      <p className="mb-5">
        {word.linkNote} <a href={paths.wordFiles()}>{word.link}</a>
      </p>
      {asked ? (
        <Band tone="warn" title={likeness.confirmTitle} heading="h2" focus className="mb-5">
          <span>
            {form.formErrors?.join(' ')} <a href="#h-mirip">{likeness.look}</a>
          </span>
        </Band>
      ) : (
        <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      )}
      <form method="post" className="stack">
        <input type="hidden" name="key" value={form.field('key').defaultValue ?? formKey} />
        <TextArea
          {...form.field('titleId')}
          label={t.titleId}
          hint={t.titleIdHint}
          lang="id"
          maxLength={300}
          rows={2}
          required
        />
        <Field {...form.field('brand')} label={t.brand} hint={t.brandHint} maxLength={300} required />
        <Select {...form.field('sector')} label={t.sector} options={sectors} width="m" required />
        {asked && <input type="hidden" name="seen" value="1" />}
        <section aria-labelledby="h-mirip" className="panel">
          <h2 id="h-mirip" className="h-m">
            {likeness.title}
          </h2>
          <div id="mirip" aria-live="polite">
            {isEmpty ? (
              <p className="small dim">{title ? likeness.none : likeness.wait}</p>
            ) : (
              <LikelySameList found={shown} ownAgency={ownAgency} />
            )}
          </div>
          <p className="small">
            <a href={paths.practices()}>{likeness.search}</a>
          </p>
        </section>
        <p className="acts">
          <Button>{asked ? likeness.confirm : t.submit}</Button>
        </p>
      </form>
    </>
  )
}
