import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'

/** Puts the adoption off until a date. */
export function PausePage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).pause
  const form = useFormReply()
  return (
    <FormPage view={view} page="pause" offered={view.can.pause} forms={[form]}>
      {view.can.pause ? (
        <AdoptionForm view={view} act={t.act}>
          <Field {...form.field('reviewOn')} label={t.on} type="date" width="m" required />
          <TextArea {...form.field('note')} label={t.note} maxLength={1000} required />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}

/** One step back, with the reason. */
export function BackPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).back
  const form = useFormReply()
  return (
    <FormPage view={view} page="back" offered={view.can.step_back} forms={[form]}>
      {view.can.step_back ? (
        <AdoptionForm view={view} act={t.act}>
          <TextArea {...form.field('reason')} label={t.reason} maxLength={1000} required />
        </AdoptionForm>
      ) : (
        <ReadOnly />
      )}
    </FormPage>
  )
}
