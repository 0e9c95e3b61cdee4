import type { ReactNode } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { cx } from './class-names.ts'

/** Facts laid out like the head of an official letter: label, colon in a fixed column, value. */
export function Facts({ wide, small, children }: { wide?: boolean; small?: boolean; children: ReactNode }) {
  return <dl className={cx('facts', wide && 'facts--wide', small && 'facts--s')}>{children}</dl>
}

const isUnknown = (value: ReactNode) => value === undefined || value === null || value === '' || value === false

/** One line of facts. Unknown is said as unknown: an empty value reads "Belum diisi". */
export function Fact({ label, children }: { label: ReactNode; children?: ReactNode }) {
  const t = useText(uiText)
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isUnknown(children) ? <span className="dim">{t.notFilled}</span> : children}</dd>
    </div>
  )
}
