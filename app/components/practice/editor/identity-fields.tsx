import { editorText } from '#app/i18n/practice-editor.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field } from '../../ui/field.tsx'
import { control, type FieldsProps, PairField } from './fields.tsx'

/** What the practice is called, who runs it, and how to reach them. */
export function IdentityFields(fields: FieldsProps) {
  const { field: t } = useText(editorText)
  return (
    <>
      <PairField fields={fields} name="title" label={t.title} hint={t.titleHint} />
      <Field {...control(fields, 'brand')} label={t.brand} hint={t.brandHint} maxLength={300} required />
      <PairField fields={fields} name="tagline" label={t.tagline} hint={t.taglineHint} long />
      <Field {...control(fields, 'unit')} label={t.unit} hint={t.unitHint} optional />
      <Field {...control(fields, 'startedOn')} label={t.startedOn} hint={t.startedOnHint} width="m" optional />
      <Field
        {...control(fields, 'contactEmail')}
        label={t.contactEmail}
        hint={fields.hints.contactEmail}
        inputMode="email"
        optional
      />
    </>
  )
}
