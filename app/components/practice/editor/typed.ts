import type { SubmissionResult } from '@conform-to/react'
import { entriesOfReply, formValues } from '#app/domain/practice/section-form.ts'
import type { EditorPageProps } from './editor-page.tsx'

/** What was typed and what is wrong with it, from the answer of the action. */
export function typedOf(data: { result?: SubmissionResult<string[]> } | undefined): EditorPageProps['typed'] {
  if (!data?.result) return undefined
  const { initialValue, error } = data.result
  const all = entriesOfReply(initialValue)
  const { '': formErrors, ...errors } = error ?? {}
  const told = Object.entries(errors).flatMap(([name, messages]) => (messages ? [[name, messages] as const] : []))
  return {
    entries: all.filter(([name]) => name !== 'base' && name !== 'then'),
    base: formValues(all).one('base'),
    errors: Object.fromEntries(told),
    formErrors: formErrors ?? [],
  }
}
