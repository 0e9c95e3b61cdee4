import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Fold } from './fold.tsx'

type Props = {
  /** What the fold says, and the same with the name of the record for those who hear it. */
  summary: string
  summaryOf: string
  open: boolean
  /** Hidden fields by which the server knows the record. */
  known: Record<string, string | number>
  save: string
  /** The button that takes the record away, with the intent that it sends. */
  remove: { intent: string; label: string }
  children: ReactNode
}

/** A record of a list is changed or taken away where it stands: intents `change` and the one of `remove`. */
export function ChangeFold({ summary, summaryOf, open, known, save, remove, children }: Props) {
  const hidden = Object.entries(known).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <Fold
      summary={
        <>
          <span aria-hidden="true">{summary}</span>
          <span className="vh">{summaryOf}</span>
        </>
      }
      open={open}
    >
      <form method="post" className="stack-s">
        {hidden}
        {children}
        <p className="acts">
          <Button variant="quiet" name="intent" value="change">
            {save}
          </Button>
        </p>
      </form>
      <form method="post">
        {hidden}
        <Button variant="link" name="intent" value={remove.intent}>
          {remove.label}
        </Button>
      </form>
    </Fold>
  )
}
