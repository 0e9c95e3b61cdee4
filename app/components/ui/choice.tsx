import type { InputHTMLAttributes, ReactNode } from 'react'
import { cx } from './class-names.ts'
import { describedBy, ErrorText, type FieldBase, fieldId, Hint, OptionalMark } from './field-frame.tsx'

type PickProps = {
  type?: 'checkbox' | 'radio'
  label: ReactNode
  /** A figure at the end of the row: how many records the choice would give. */
  count?: ReactNode
  /** Aligns the box with the first line, for labels of several lines. */
  top?: boolean
  /** The label is read aloud but not shown. */
  hideLabel?: boolean
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'type'>

/** One check box or radio button, clickable across its row. */
export function Pick({ type = 'checkbox', label, count, top, hideLabel, ...input }: PickProps) {
  return (
    <label className={cx('pick', top && 'pick--top')}>
      <input type={type} {...input} />
      <span className={cx(hideLabel && 'vh')}>{label}</span>
      {count !== undefined && <span className="n">{count}</span>}
    </label>
  )
}

export type Choice = { value: string; label: ReactNode; count?: ReactNode; disabled?: boolean }

type GroupProps = FieldBase & {
  options: readonly Choice[]
  /** The chosen values: one for radio buttons, any number for check boxes. */
  defaultValue?: string | readonly string[] | null
  /** The id of a form elsewhere on the page. */
  form?: string
  children?: ReactNode
}

function isChosen(defaultValue: GroupProps['defaultValue'], value: string): boolean {
  return Array.isArray(defaultValue) ? defaultValue.includes(value) : defaultValue === value
}

/** A legend, its hint, its error, around rows that belong together. The first row carries the id of the field. */
export function FieldGroup({ children, ...base }: Omit<FieldBase, 'required'> & { children: ReactNode }) {
  const id = fieldId(base.name, base.id)
  return (
    <fieldset
      className={cx('field', Boolean(base.errors?.length) && 'field--err')}
      id={`${id}-g`}
      aria-describedby={describedBy(id, base)['aria-describedby']}
    >
      <legend className={cx(base.hideLabel ? 'vh' : base.small && 'small')}>
        {base.label}
        {base.optional && <OptionalMark />}
      </legend>
      <Hint id={id}>{base.hint}</Hint>
      {children}
      <ErrorText id={id} errors={base.errors} />
    </fieldset>
  )
}

/** A list of check boxes (`type="checkbox"`, the default) or radio buttons under one legend. */
export function Picks({
  options,
  type = 'checkbox',
  defaultValue,
  form,
  required,
  children,
  ...base
}: GroupProps & { type?: 'checkbox' | 'radio' }) {
  const id = fieldId(base.name, base.id)
  return (
    <FieldGroup {...base}>
      {options.map((option, index) => (
        <Pick
          key={option.value}
          type={type}
          id={index === 0 ? id : undefined}
          name={base.name}
          value={option.value}
          defaultChecked={isChosen(defaultValue, option.value)}
          disabled={option.disabled}
          required={type === 'radio' ? required : undefined}
          form={form}
          label={option.label}
          count={option.count}
        />
      ))}
      {children}
    </FieldGroup>
  )
}

/** Two to four short options side by side: real radio buttons, a tick on the chosen one. */
export function Segmented({ options, defaultValue, form, required, children, ...base }: GroupProps) {
  const id = fieldId(base.name, base.id)
  return (
    <FieldGroup {...base}>
      <div className="seg">
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={base.name}
              value={option.value}
              defaultChecked={isChosen(defaultValue, option.value)}
              disabled={option.disabled}
              required={required}
              form={form}
            />
            {option.label}
          </label>
        ))}
      </div>
      {children}
    </FieldGroup>
  )
}
