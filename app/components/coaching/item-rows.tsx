import { MAX_ACTION_ITEMS } from '#app/domain/coaching/coaching.ts'
import { coachingFormText } from '#app/i18n/coaching-form.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../ui/button.tsx'
import { FieldGroup } from '../ui/choice.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { ErrorText } from '../ui/field-frame.tsx'
import { addRow, type FormReplyFields } from '../ui/form-reply.ts'
import { useOwnAddress } from './own-address.ts'

type Started = readonly { id: string; what: string }[]

/** The rows of action items; the button below adds one without script and keeps all that was typed. */
export function ItemRows({ form, started = [] }: { form: FormReplyFields; started?: Started }) {
  const t = useText(coachingFormText)
  const address = useOwnAddress()
  const rows = Math.max(1, form.rows('items'))
  const row = (index: number, name: string) => form.field(`items[${index}].${name}`)
  return (
    <FieldGroup name="items" label={t.items} hint={t.itemsHint}>
      {started.length > 0 && (
        <div className="small">
          {t.started}
          <ul>
            {started.map((item) => (
              <li key={item.id}>{item.what}</li>
            ))}
          </ul>
        </div>
      )}
      <div id="f-items" className="stack">
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name and never move
          <fieldset key={index} className="stack-s">
            <legend className="vh">{t.row(index + 1)}</legend>
            <input type="hidden" name={`items[${index}].id`} value={row(index, 'id').defaultValue ?? ''} />
            <input type="hidden" name={`items[${index}].version`} value={row(index, 'version').defaultValue ?? ''} />
            <TextArea {...row(index, 'what')} label={t.what} rows={2} maxLength={300} small />
            <div className="row">
              <div className="grow">
                <Field {...row(index, 'who')} label={t.who} maxLength={150} small />
              </div>
              <div className="grow">
                <Field {...row(index, 'dueOn')} type="date" label={t.due} small />
              </div>
            </div>
          </fieldset>
        ))}
      </div>
      <ErrorText id="f-items" errors={form.field('items').errors} />
      {rows + started.length < MAX_ACTION_ITEMS && (
        <Button
          {...addRow('items')}
          variant="link"
          icon="plus"
          formNoValidate
          formAction={`${address}#f-items-${rows}-what`}
        >
          {t.addItem}
        </Button>
      )}
    </FieldGroup>
  )
}
