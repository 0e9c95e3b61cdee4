import type { PinsView } from '#app/domain/search-pin/read-pins.server.ts'
import { searchPinText } from '#app/i18n/search-pin.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { LANGUAGES } from '#db/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { ChangeFold } from '../ui/change-fold.tsx'
import { Segmented } from '../ui/choice.tsx'
import { Field, Select } from '../ui/field.tsx'
import { type FormReplyFields, useFormReply } from '../ui/form-reply.ts'
import { Panel } from '../ui/panel.tsx'

type Dates = PinsView['dates']
type Pin = PinsView['pins'][number]

const PLACES = ['1', '2', '3']
const fieldId = (name: string, pinId?: string) => `f-${name}${pinId ? `-${pinId}` : ''}`

/** The ids of the fields of the form that was sent: every pin has one of its own. */
export function pinFieldIds(pinId: string | undefined): Record<string, string> {
  return Object.fromEntries(['position', 'reason', 'expiresOn'].map((name) => [name, fieldId(name, pinId)]))
}

/** Where, why and until when: what can be changed of a pin. */
function PinFields({ form, dates, pinId }: { form: FormReplyFields; dates: Dates; pinId?: string }) {
  const t = useText(searchPinText)
  return (
    <>
      <Segmented
        {...form.field('position')}
        id={fieldId('position', pinId)}
        label={t.position}
        options={PLACES.map((value) => ({ value, label: value }))}
        required
      />
      <Field
        {...form.field('reason')}
        id={fieldId('reason', pinId)}
        label={t.reason}
        hint={t.reasonHint}
        maxLength={160}
        required
      />
      <Field
        {...form.field('expiresOn')}
        id={fieldId('expiresOn', pinId)}
        type="date"
        label={t.expiresOn}
        hint={t.expiresHint}
        min={dates.today}
        max={dates.last}
        required
      />
    </>
  )
}

export function AddPin({ dates, given }: { dates: Dates; given: { words: string | null; practice: string | null } }) {
  const lang = useLang()
  const t = searchPinText(lang)
  const stored = { target: given.words, practice: given.practice, position: '1', expiresOn: dates.usual }
  const form = useFormReply(stored, { intent: 'pin' })
  const names = vocabularyText(lang).language
  return (
    <Panel title={t.add}>
      <form method="post">
        <Field {...form.field('target')} label={t.target} hint={t.targetHint} maxLength={300} required />
        <Field {...form.field('practice')} label={t.practice} hint={t.practiceHint} maxLength={300} required />
        <PinFields form={form} dates={dates} />
        <Select
          {...form.field('language')}
          label={t.language}
          empty={t.both}
          options={LANGUAGES.map((value) => ({ value, label: names[value] }))}
        />
        <p className="mt-5">
          <Button name="intent" value="pin" wide>
            {t.send}
          </Button>
        </p>
      </form>
    </Panel>
  )
}

export function ChangePin({ pin, dates }: { pin: Pin; dates: Dates }) {
  const t = useText(searchPinText)
  const { id, version, position, reason, expiresOn } = pin
  const form = useFormReply({ position, reason, expiresOn }, { intent: 'change', id })
  const hasErrors = ['position', 'reason', 'expiresOn'].some((name) => form.field(name).errors)
  return (
    <ChangeFold
      summary={t.change}
      summaryOf={t.changeOf(pin.title)}
      open={hasErrors}
      known={{ id, version }}
      save={t.saveChange}
      remove={{ intent: 'remove', label: t.remove }}
    >
      <PinFields form={form} dates={dates} pinId={id} />
    </ChangeFold>
  )
}
