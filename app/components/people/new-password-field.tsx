import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Field } from '../ui/field.tsx'

/** A password to be chosen. What was typed never comes back from the server; pasting is welcome. */
export function NewPasswordField({ label, errors }: { label: string; errors: readonly string[] | undefined }) {
  const t = useText(peopleText)
  return (
    <Field
      name="password"
      label={label}
      hint={t.passwordHint}
      errors={errors}
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required
    />
  )
}
