import type { ReactNode } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'

export type FieldErrors = readonly string[] | null | undefined

/** What every control of a form takes. `errors` are finished sentences in the reader's language. */
export type FieldBase = {
  name: string
  label: ReactNode
  hint?: ReactNode
  errors?: FieldErrors
  required?: boolean
  /** Says beside the label that the field may stay empty. */
  optional?: boolean
  /** Defaults to a value derived from `name`; give one when a name occurs twice on a page. */
  id?: string
  /** The label is read aloud but not shown (only where a heading says the same). */
  hideLabel?: boolean
  /** A small label, for fields inside a group that has its own legend. */
  small?: boolean
}

/** The id of the control called `name`; error summaries link to it. */
export function fieldId(name: string, id?: string): string {
  return id ?? `f-${name.replace(/[^\w-]+/g, '-').replace(/-$/, '')}`
}

/** Attributes that tie a control to its hint and its error. */
export function describedBy(id: string, base: Pick<FieldBase, 'hint' | 'errors'>, extra?: string) {
  const invalid = Boolean(base.errors?.length)
  return {
    'aria-invalid': invalid || undefined,
    'aria-describedby': cx(Boolean(base.hint) && `${id}-h`, extra, invalid && `${id}-e`),
  }
}

export function OptionalMark() {
  const t = useText(uiText)
  return <span className="dim norm"> {t.optional}</span>
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p className="hint" id={`${id}-h`}>
      {children}
    </p>
  )
}

/** What went wrong and how to go on, under the control it belongs to. */
export function ErrorText({ id, errors }: { id: string; errors: FieldErrors }) {
  if (!errors?.length) return null
  return (
    <p className="err" id={`${id}-e`}>
      <Icon name="alert" />
      <span>{errors.join(' ')}</span>
    </p>
  )
}

/** Label, hint, control, error: in this order, always. */
export function FieldFrame({ id, base, children }: { id: string; base: FieldBase; children: ReactNode }) {
  return (
    <div className={cx('field', Boolean(base.errors?.length) && 'field--err')}>
      <label htmlFor={id} className={cx(base.hideLabel ? 'vh' : base.small && 'small')}>
        {base.label}
        {base.optional && <OptionalMark />}
      </label>
      <Hint id={id}>{base.hint}</Hint>
      {children}
      <ErrorText id={id} errors={base.errors} />
    </div>
  )
}
