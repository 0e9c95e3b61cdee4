import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { cx } from './class-names.ts'
import { describedBy, type FieldBase, FieldFrame, fieldId } from './field-frame.tsx'
import { WordCount, wordCountId } from './word-count.tsx'

type Native<Attributes> = Omit<
  Attributes,
  keyof FieldBase | 'className' | 'style' | 'children' | 'size' | 'aria-invalid' | 'aria-describedby'
>
type Width = {
  /** `s` for a number, `m` for a short choice; full width otherwise. */
  width?: 's' | 'm'
}

function split<P extends FieldBase & Width>(props: P) {
  const { name, label, hint, errors, required, optional, id, hideLabel, small, width, ...native } = props
  return { base: { name, label, hint, errors, required, optional, id, hideLabel, small }, width, native }
}

const inputClass = (width: Width['width']) => cx('in', width && `in--${width}`)

/** A labelled one-line input with its hint and its error. */
export function Field(props: FieldBase & Width & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const { base, width, native } = split(props)
  const id = fieldId(base.name, base.id)
  // A password is never sent back to the page, whatever the form remembers.
  const defaultValue = native.type === 'password' ? undefined : native.defaultValue
  return (
    <FieldFrame id={id} base={base}>
      <input
        type="text"
        {...native}
        defaultValue={defaultValue}
        {...describedBy(id, base)}
        className={inputClass(width)}
        id={id}
        name={base.name}
        required={base.required}
      />
    </FieldFrame>
  )
}

type TextAreaProps = FieldBase &
  Width &
  Native<TextareaHTMLAttributes<HTMLTextAreaElement>> & {
    /** Shows how many words are used; the server decides, typing is never blocked. */
    words?: { count: number; cap: number }
  }

/** A labelled text of several lines, with a word count where it has a cap. */
export function TextArea({ words, ...props }: TextAreaProps) {
  const { base, width, native } = split(props)
  const id = fieldId(base.name, base.id)
  return (
    <FieldFrame id={id} base={base}>
      <textarea
        rows={4}
        {...native}
        {...describedBy(id, base, words && wordCountId(id))}
        className={inputClass(width)}
        id={id}
        name={base.name}
        required={base.required}
      />
      {words && <WordCount fieldId={id} {...words} />}
    </FieldFrame>
  )
}

export type Option = { value: string; label: string }
export type OptionGroup = { label: string; options: readonly Option[] }

type SelectProps = FieldBase &
  Width &
  Native<SelectHTMLAttributes<HTMLSelectElement>> & {
    options: readonly (Option | OptionGroup)[]
    /** The words of the empty choice; `false` leaves it out. */
    empty?: string | false
  }

/** A labelled drop-down list; starts with an empty choice unless told otherwise. */
export function Select({ options, empty, ...props }: SelectProps) {
  const t = useText(uiText)
  const { base, width, native } = split(props)
  const id = fieldId(base.name, base.id)
  return (
    <FieldFrame id={id} base={base}>
      <select
        {...native}
        {...describedBy(id, base)}
        className={inputClass(width)}
        id={id}
        name={base.name}
        required={base.required}
      >
        {empty !== false && <option value="">{empty ?? t.choose}</option>}
        {options.map(renderOption)}
      </select>
    </FieldFrame>
  )
}

function renderOption(option: Option | OptionGroup): ReactNode {
  if ('options' in option) {
    return (
      <optgroup key={option.label} label={option.label}>
        {option.options.map(renderOption)}
      </optgroup>
    )
  }
  return (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  )
}
