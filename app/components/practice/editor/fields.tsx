import { type ReactNode, useState } from 'react'
import type { FormValues } from '#app/domain/practice/section-form.ts'
import { countWords } from '#app/domain/practice/sections.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import type { Guide } from '#app/i18n/practice-guides.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
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
}

/** Name, value and errors of a field, to be spread into a control. */
export function control({ values, errors }: FieldsProps, name: string) {
  return { name, defaultValue: values.one(name), errors: errors[name] }
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

/** The English side of a text, folded away below the Indonesian one; it says whether there is any. */
export function EnglishSide({ fields, name, children }: { fields: FieldsProps; name: string; children: ReactNode }) {
  const t = useText(editorText)
  const written = fields.values.one(name) !== ''
  return (
    <Fold
      summary={t.english}
      note={written ? t.englishWritten : t.englishMissing}
      open={Boolean(fields.errors[name]?.length)}
    >
      <p className="hint">{fields.hints.english}</p>
      {children}
    </Fold>
  )
}

type PairProps = { fields: FieldsProps; name: string; label: string; hint?: string; long?: boolean }

/** A short text in Indonesian, and in English below. */
export function PairField({ fields, name, label, hint, long }: PairProps) {
  const t = useText(editorText)
  const Control = long ? LongLine : Field
  const english = `${name}.en`
  return (
    <div className="field stack-s">
      <Control {...control(fields, `${name}.id`)} label={label} hint={hint} lang="id" />
      <EnglishSide fields={fields} name={english}>
        <Control {...control(fields, english)} label={`${label} (${t.english})`} lang="en" />
      </EnglishSide>
    </div>
  )
}

const LongLine = (props: Parameters<typeof TextArea>[0]) => <TextArea rows={2} {...props} />
