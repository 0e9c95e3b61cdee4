import { savedSearchText } from '#app/i18n/saved-search.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { ALERTS } from '#db/vocabulary.ts'
import { Segmented } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { type FormReplyFields, useFormReply } from '../ui/form-reply.ts'

/** Name and mail of a saved search. Several of these may stand on one page: `id` tells their fields apart. */
export function SavedSearchFields({ form, id }: { form: FormReplyFields; id: string }) {
  const t = useText(savedSearchText)
  return (
    <>
      <Field {...form.field('name')} id={`f-name-${id}`} label={t.name} hint={t.nameHint} maxLength={80} required />
      <Segmented
        {...form.field('alert')}
        id={`f-alert-${id}`}
        label={t.alert}
        hint={t.alertHint}
        options={ALERTS.map((value) => ({ value, label: t.alerts[value] }))}
        required
      />
    </>
  )
}

/** The same for a search that is to be saved, with its parameters. */
export function NewSavedSearchFields({ stored }: { stored: { search: string; name: string } }) {
  const form = useFormReply({ ...stored, alert: 'off' }, { intent: 'save' })
  return (
    <>
      <input type="hidden" name="search" value={form.field('search').defaultValue ?? ''} />
      <SavedSearchFields form={form} id="new" />
    </>
  )
}
