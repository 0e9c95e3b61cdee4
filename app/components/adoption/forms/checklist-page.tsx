import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { checklistText } from '#app/i18n/adoption-checklist.ts'
import { adoptionFormText } from '#app/i18n/adoption-forms.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Pick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { AdoptionForm, FormPage, ReadOnly } from './form-page.tsx'

/** The items of the current step that the adopter vouches for. */
export function ChecklistPage({ view }: { view: AdoptionView }) {
  const t = useText(adoptionFormText).checklist
  const words = useText(checklistText).item
  const { checklists, current, can } = view
  const lines = checklists.find(({ step }) => step === current.step)?.lines ?? []
  const ticks = lines.filter(({ kind }) => kind === 'tick')
  const form = useFormReply({ items: ticks.map(({ key, done, text }) => ({ key, done, note: text ?? '' })) })
  return (
    <FormPage view={view} page="checklist" offered={can.tick} forms={[form]}>
      {ticks.length === 0 && <p className="dim">{t.none}</p>}
      {!can.tick && <ReadOnly />}
      {ticks.length > 0 && can.tick && (
        <AdoptionForm view={view} act={t.act}>
          {ticks.map(({ key }, index) => (
            <fieldset key={key} className="field">
              <legend className="vh">{words[key]}</legend>
              <input type="hidden" name={`items[${index}].key`} value={key} />
              <Pick
                name={`items[${index}].done`}
                defaultChecked={form.field(`items[${index}].done`).defaultValue === 'on'}
                label={<b>{words[key]}</b>}
                top
              />
              <Field
                {...form.field(`items[${index}].note`)}
                small
                label={t.note(words[key])}
                hideLabel
                maxLength={500}
              />
            </fieldset>
          ))}
        </AdoptionForm>
      )}
    </FormPage>
  )
}
