import { type ReactNode, useEffect, useState } from 'react'
import type { FormValues } from '#app/domain/practice/section-form.ts'
import { countWords } from '#app/domain/practice/sections.ts'
import type { Translation } from '#app/domain/practice/translation.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import type { Guide } from '#app/i18n/practice-guides.ts'
import { translationText } from '#app/i18n/practice-translation.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import type { BilingualField } from '#db/practice-content.ts'
import { Button } from '../../ui/button.tsx'
import { Pick } from '../../ui/choice.tsx'
import { type Option, TextArea } from '../../ui/field.tsx'
import { fieldId } from '../../ui/field-frame.tsx'
import { Fold } from '../../ui/fold.tsx'

export type FieldsProps = {
  values: FormValues
  errors: Readonly<Record<string, readonly string[] | null | undefined>>
  /** What a section of the story asks. */
  guide: Guide | null
  /** Hints that the server made for this text, by field. */
  hints: Readonly<Record<string, string>>
  /** The list to which an empty row is added, on a page without script. */
  extraRow: string | null
  /** Where the English of each text stands, by the name of the text. */
  translations?: Readonly<Record<string, Translation>>
}

/** Name, value and errors of a field, to be spread into a control. */
export function control({ values, errors }: FieldsProps, name: string) {
  return { name, defaultValue: values.one(name), errors: errors[name] }
}

/** The values of a list with their words, for a drop-down list. */
export function optionsOf<T extends string>(values: readonly T[], words: Record<T, string>): Option[] {
  return values.map((value) => ({ value, label: words[value] }))
}

/** One check box of a row. */
export function Tick({ fields, name, label }: { fields: FieldsProps; name: string; label: string }) {
  const checked = fields.values.one(name) !== ''
  return <Pick id={fieldId(name)} name={name} value="on" defaultChecked={checked} label={label} />
}

type CountedProps = {
  fields: FieldsProps
  name: string
  label: ReactNode
  hint?: ReactNode
  cap: number
  rows: number
  lang?: 'id' | 'en'
}

/** A text with its word count, live where a script runs. Typing is never blocked. */
export function CountedText({ fields, name, cap, ...props }: CountedProps) {
  const [count, setCount] = useState(() => countWords(fields.values.one(name)))
  return (
    <TextArea
      {...control(fields, name)}
      {...props}
      words={{ count, cap }}
      onInput={(event) => setCount(countWords(event.currentTarget.value))}
    />
  )
}

type EnglishSideProps = {
  fields: FieldsProps
  name: string
  /** The text it translates, by its name in the content; without one there is nothing to check. */
  field?: BilingualField
  children: ReactNode
}

/** The English side of a text: folded away below the Indonesian one; unfolded, beside it where there is room. */
export function EnglishSide({ fields, name, field, children }: EnglishSideProps) {
  const lang = useLang()
  const t = editorText(lang)
  const words = translationText(lang)
  const original = name.replace(/\.en$/, '.id')
  const written = useWritten(fields, name)
  const stored = field && fields.translations?.[name.replace(/\.en$/, '')]
  const hasOriginal = useWritten(fields, original)
  const translation = stored && nowOf(stored, { original: hasOriginal, written })
  const behind = translation?.state === 'behind'
  return (
    <Fold
      summary={t.english}
      note={translation ? stateWords(translation, words) : written ? t.englishWritten : t.englishMissing}
      open={behind || Boolean(fields.errors[name]?.length)}
    >
      <p className="hint">{fields.hints.english}</p>
      {children}
      {(behind || translation?.state === 'draft') && (
        <p>
          <Button variant="link" name="then" value={`check:${field}`}>
            {behind ? words.stillRight : words.check}
          </Button>
        </p>
      )}
    </Fold>
  )
}

/** Whether something stands in a field now. */
function useWritten({ values }: FieldsProps, name: string): boolean {
  const [isWritten, setIsWritten] = useState(values.one(name).trim() !== '')
  useEffect(() => {
    const look = () => {
      const [field] = document.getElementsByName(name)
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
        setIsWritten(field.value.trim() !== '')
    }
    document.addEventListener('input', look)
    return () => document.removeEventListener('input', look)
  }, [name])
  return isWritten
}

/** Where a translation stands by what is in the form; whether it is behind only the server can say. */
function nowOf(stored: Translation, { original, written }: { original: boolean; written: boolean }): Translation {
  if (!original) return { state: 'none' }
  if (!written) return { state: 'missing' }
  return stored.state === 'none' || stored.state === 'missing' ? { state: 'draft' } : stored
}

function stateWords({ state, checkedOn, behindSince }: Translation, words: ReturnType<typeof translationText>): string {
  if (state === 'checked' && checkedOn) return words.checkedOn(checkedOn)
  return state === 'behind' && behindSince ? words.behindSince(behindSince) : words.state[state]
}

type PairProps = {
  fields: FieldsProps
  name: 'title' | 'tagline' | 'problem' | 'approach'
  label: string
  hint?: string
  long?: boolean
}

/** A short text in Indonesian, and in English below. */
export function PairField({ fields, name, label, hint, long }: PairProps) {
  const t = useText(editorText)
  const Control = long ? LongLine : OneLine
  const english = `${name}.en`
  return (
    <div className="field sides">
      <Control {...control(fields, `${name}.id`)} label={label} hint={hint} lang="id" />
      <EnglishSide fields={fields} name={english} field={name}>
        <Control {...control(fields, english)} label={`${label} (${t.english})`} lang="en" />
      </EnglishSide>
    </div>
  )
}

const LongLine = (props: Parameters<typeof TextArea>[0]) => <TextArea rows={2} {...props} />

/** One line that is shown whole, on as many lines of the screen as it takes. */
const OneLine = (props: Parameters<typeof TextArea>[0]) => (
  <TextArea
    rows={2}
    {...props}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      event.preventDefault()
      event.currentTarget.form?.requestSubmit()
    }}
    onInput={({ currentTarget }) => {
      if (currentTarget.value.includes('\n')) currentTarget.value = currentTarget.value.replace(/\s*\n\s*/g, ' ')
    }}
  />
)
