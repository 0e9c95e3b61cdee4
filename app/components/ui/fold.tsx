import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

/** A part that folds. `openWide` shows it unfolded from 64em up (side columns). */
export function Fold({
  summary,
  note,
  open,
  openWide,
  children,
}: {
  summary: ReactNode
  /** A short figure at the end of the line. */
  note?: ReactNode
  open?: boolean
  openWide?: boolean
  children: ReactNode
}) {
  return (
    <details className={cx('fold', openWide && 'open-wide')} open={open}>
      <summary>
        {summary}
        {note !== undefined && <span className="n">{note}</span>}
      </summary>
      {children}
    </details>
  )
}
