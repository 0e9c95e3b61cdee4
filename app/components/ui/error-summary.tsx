import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Band } from './band.tsx'
import { fieldId } from './field-frame.tsx'

type Errors = Readonly<Record<string, readonly string[] | null | undefined>>

/**
 * What must be corrected, above the form, each line a link to its field. `formErrors` belong to no field.
 * Renders nothing when all is well. Takes the focus.
 */
export function ErrorSummary({
  errors = {},
  formErrors = [],
  ids = {},
  nameOf,
}: {
  errors?: Errors
  formErrors?: readonly string[] | null
  /** Ids of fields that do not carry the one derived from their name. */
  ids?: Readonly<Record<string, string>>
  /** What a field is called: several may have the same fault. */
  nameOf?: (name: string) => string
}) {
  const t = useText(uiText)
  const lines = Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ name, message })),
  )
  const general = formErrors ?? []
  const count = lines.length + general.length
  if (count === 0) return null
  return (
    <Band tone="bad" title={t.errorTitle(count)} heading="h2" focus className="mb-5">
      <ul>
        {general.map((message) => (
          <li key={message}>{message}</li>
        ))}
        {lines.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            <a href={`#${fieldId(name, ids[name])}`}>{nameOf ? `${nameOf(name)}: ${message}` : message}</a>
          </li>
        ))}
      </ul>
    </Band>
  )
}
