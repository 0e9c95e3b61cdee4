import type { ReactNode } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import type { FieldErrors } from './field-frame.tsx'
import { Icon } from './icon.tsx'

type ConfirmProps = {
  /** The words of the button that opens the question: verb and object. */
  open: ReactNode
  question: ReactNode
  /** One sentence: what it means and who is told. */
  consequence: ReactNode
  /** The button that does it, repeating the verb: "Ya, hentikan". */
  confirm: ReactNode
  /** Where the form is sent; this page when absent. */
  action?: string
  cancelHref: string
  /** A word to be typed, sent as `confirmation`; its errors come back here and keep the question open. */
  word?: string
  wordErrors?: FieldErrors
  /** Open at once, because the last attempt had errors. */
  startOpen?: boolean
  name?: string
  value?: string
  /** Hidden fields and the reason. */
  children?: ReactNode
}

/** An act that cannot be undone: the button only unfolds the question, the answer is a form of its own. */
export function Confirm(props: ConfirmProps) {
  const t = useText(uiText)
  const {
    open,
    question,
    consequence,
    confirm,
    action,
    cancelHref,
    word,
    wordErrors,
    startOpen,
    name,
    value,
    children,
  } = props
  return (
    <details className="confirm" open={startOpen || Boolean(wordErrors?.length)}>
      <summary className="btn btn--stop">{open}</summary>
      <div className="band band--bad">
        <Icon name="alert" />
        <b>{question}</b>
        <span className="small">{consequence}</span>
        <form method="post" action={action} className="stack-s">
          {children}
          {word && (
            <Field name="confirmation" small label={t.typeWord(word)} errors={wordErrors} autoComplete="off" required />
          )}
          <p className="acts">
            <Button variant="stop" name={name} value={value}>
              {confirm}
            </Button>
            <a href={cancelHref}>{t.cancel}</a>
          </p>
        </form>
      </div>
    </details>
  )
}
