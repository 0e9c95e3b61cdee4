import type { ConflictDetail } from '#app/domain/practice/section-conflict.ts'
import { ENVELOPE, entriesOfReply, formValues, isText, parseEntries } from '#app/domain/practice/section-form.ts'
import type { FormReply } from '#app/http/form.server.ts'
import type { EditorPageProps } from './editor-page.tsx'

/** What was typed and what is in its way, from the answer of the action. */
export function typedOf(data: FormReply | undefined): EditorPageProps['typed'] {
  if (!data?.result) return undefined
  const { initialValue, error } = data.result
  const all = entriesOfReply(initialValue)
  const { '': formErrors, ...errors } = error ?? {}
  const told = Object.entries(errors).flatMap(([name, messages]) => (messages ? [[name, messages] as const] : []))
  const posted = formValues(all)
  return {
    entries: all.filter(([name]) => isText(name)),
    base: posted.one(ENVELOPE.base),
    ancestor: parseEntries(posted.one(ENVELOPE.ancestor)) ?? [],
    errors: Object.fromEntries(told),
    formErrors: formErrors ?? [],
    conflict: (data.detail as ConflictDetail | undefined) ?? null,
  }
}
