import type { SubmissionResult } from '@conform-to/react'
import { useActionData } from '@remix-run/react'

type Values = Readonly<Record<string, unknown>>

export type FormReplyFields = {
  /** Name, value and errors of a field, to be spread into a control: `<Field {...form.field('email')} label=… />`. */
  field: (name: string) => { name: string; defaultValue: string | undefined; errors: readonly string[] | undefined }
  /** The same for check boxes and other fields with several values. */
  list: (name: string) => { name: string; defaultValue: readonly string[]; errors: readonly string[] | undefined }
  /** How many rows a repeated part has, as typed or as stored. */
  rows: (name: string) => number
  /** For the error summary. */
  errors: Readonly<Record<string, readonly string[] | null>>
  formErrors: readonly string[] | null
}

/**
 * What a form shows: what was typed when the action sent it back with errors, else `stored`.
 * A page with several forms names the one meant: `{ intent: 'stop' }`, the values of its hidden fields.
 */
export function useFormReply(stored: Values = {}, form: Readonly<Record<string, string>> = {}): FormReplyFields {
  const data = useActionData<{ result?: SubmissionResult<string[]> }>()
  const result = data?.result
  const typed = result?.initialValue
  const meant = Object.entries(form).every(([name, value]) => typed?.[name] === value)
  // A button that only adds a row is no attempt to send: what is still missing is no error yet.
  const shown = result?.intent ? { initialValue: result.initialValue } : result
  return formFields(meant ? shown : undefined, stored)
}

/** The button that adds a row to a repeated part: `<Button {...addRow('items')} formNoValidate>`. It keeps what was typed. */
export function addRow(list: string) {
  return { name: '__intent__', value: JSON.stringify({ type: 'insert', payload: { name: list } }) }
}

/** The same without a page: pure, for tests. Once something was typed, nothing stored comes back in its place. */
export function formFields(
  result: Pick<SubmissionResult<string[]>, 'initialValue' | 'error'> | undefined,
  stored: Values,
) {
  const values: Values = result ? (result.initialValue ?? {}) : stored
  const { '': formErrors = null, ...errors } = result?.error ?? {}
  const errorsOf = (name: string) => errors[name] ?? undefined
  return {
    field: (name: string) => ({ name, defaultValue: asText(valueAt(values, name)), errors: errorsOf(name) }),
    list: (name: string) => ({ name, defaultValue: asTexts(valueAt(values, name)), errors: errorsOf(name) }),
    rows: (name: string) => {
      const value = valueAt(values, name)
      return Array.isArray(value) ? value.length : 0
    },
    errors,
    formErrors,
  }
}

/** Finds `items[0].due` in nested values. */
function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Values)[key] : undefined), values)
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value === true) return 'on'
  return undefined
}

function asTexts(value: unknown): string[] {
  const many = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return many.map(asText).filter((text) => text !== undefined)
}
