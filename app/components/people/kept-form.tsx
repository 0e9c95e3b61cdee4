import { useActionData } from '@remix-run/react'
import { ENVELOPE, entriesOfReply, type FormEntries } from '#app/domain/practice/section-form.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Band } from '../ui/band.tsx'

/*
 * A form with text that was sent after its session had ended comes to the pages of signing in by a redirect that keeps
 * the body (307), waits there in hidden fields, and goes on the same way once its writer is signed in. The server stores
 * nothing of it meanwhile.
 */

/** Says that the page of signing in holds another form. */
export const KEPT = 'kept'

/** Fields of the pages of signing in themselves: they arrive with the form and are none of its text. */
export const SIGNING_FIELDS = ['email', 'password', 'membershipId', KEPT]

/** Whose text the form holds, where it says so. */
export const writerOf = (form: FormData) => form.get(ENVELOPE.writer)

/** The form that waits on this page; `isNew` when nothing was tried yet. */
export function useKeptForm(): { fields: FormEntries; isNew: boolean } {
  const typed = useActionData<{ result?: { initialValue?: unknown } | null }>()?.result?.initialValue
  const all = entriesOfReply(typed)
  return {
    fields: all.filter(([name]) => !SIGNING_FIELDS.includes(name)),
    isNew: !all.some(([name]) => name === KEPT),
  }
}

export function KeptFields({ fields }: { fields: FormEntries }) {
  if (fields.length === 0) return null
  return (
    <>
      <input type="hidden" name={KEPT} value="1" />
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may occur twice, and never move
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** Nothing is lost, and what to do now. */
export function KeptNotice({ fields, focus }: { fields: FormEntries; focus: boolean }) {
  const t = useText(peopleText).signIn
  if (fields.length === 0) return null
  return (
    <Band tone="warn" title={t.kept} heading="h2" focus={focus} className="mb-5">
      {t.keptNote}
    </Band>
  )
}
