import type { InputHTMLAttributes } from 'react'
import { fieldId } from '../ui/field-frame.tsx'

type SmallInputProps = {
  field: { name: string; defaultValue: string | undefined; errors: readonly string[] | undefined }
  /** The name of the group whose error line speaks for its inputs. */
  group: string
  label: string
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'name' | 'defaultValue'>

/** An input in a narrow column of a group: on a phone its error has no room here and stands below the group. */
export function SmallInput({ field: { name, defaultValue, errors }, group, label, ...native }: SmallInputProps) {
  const id = fieldId(name)
  const invalid = Boolean(errors?.length)
  return (
    <div className="field">
      <label className="small" htmlFor={id}>
        {label}
      </label>
      <input
        {...native}
        className="in"
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? `${fieldId(group)}-e` : undefined}
      />
    </div>
  )
}

/** The errors of the inputs of a group, in one line. */
export function errorsOf(fields: readonly { errors: readonly string[] | undefined }[]): string[] {
  return fields.flatMap(({ errors }) => errors ?? [])
}
