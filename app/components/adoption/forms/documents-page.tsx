import { ADDED_DOCUMENT_KINDS } from '#app/domain/adoption/adoption.schema.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { Paragraphs } from '../marks.tsx'
import { AdoptionForm, FormPage } from './form-page.tsx'

/** All papers of the adoption with their texts, and the form to add one. */
export function DocumentsPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).documents
  const none = useText(adoptionText).aside.noDocuments
  const words = useText(vocabularyText).adoptionDocumentKind
  const form = useFormReply()
  return (
    <FormPage view={view} page="documents" offered={view.can.add_document} forms={[form]}>
      <Section id="semua" title={t.list} look="first">
        {view.documents.length === 0 && <p className="dim">{none}</p>}
        <ul className="lines">
          {view.documents.map(({ id, kind, title, number, datedOn, body }) => (
            <li key={id} id={`d-${id}`}>
              <b>{words[kind]}</b>: {title}
              <br />
              <span className="small dim">
                {number && `${number}, `}
                <When at={datedOn} as="long" />
              </span>
              {body && <Paragraphs text={body} />}
            </li>
          ))}
        </ul>
      </Section>
      {view.can.add_document && (
        <Section id="tambah" title={t.add}>
          <AdoptionForm view={view} act={t.act}>
            <Select
              {...form.field('kind')}
              label={t.kind}
              width="m"
              options={ADDED_DOCUMENT_KINDS.map((kind) => ({ value: kind, label: words[kind] }))}
              required
            />
            <Field {...form.field('title')} label={t.title} maxLength={300} required />
            <Field {...form.field('number')} label={t.number} width="m" maxLength={100} optional />
            <Field {...form.field('datedOn')} label={t.on} type="date" width="m" required />
            <TextArea {...form.field('body')} label={t.body} rows={5} maxLength={6000} optional />
          </AdoptionForm>
        </Section>
      )}
    </FormPage>
  )
}
