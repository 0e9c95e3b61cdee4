import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

/** The width class nearest to a share, in steps of 5 %: strict security rules forbid style attributes. */
function widthClass(percent: number): string {
  return `v-${Math.min(100, Math.max(0, Math.round(percent / 5) * 5))}`
}

/** A decorative bar of how full something is; the figure stands beside it in words. */
export function Meter({ percent, tone }: { percent: number; tone?: 'late' | 'due' | undefined }) {
  return (
    <div className={cx('meter', tone && `meter--${tone}`)} aria-hidden="true">
      <span className={widthClass(percent)} />
    </div>
  )
}

/** A bar with its exact figure. `late` is hatched, `soon` is turmeric; `note` says the same in words. */
export function Bar({
  percent,
  children,
  tone,
  note,
}: {
  percent: number
  children: ReactNode
  tone?: 'late' | 'soon' | undefined
  note?: string
}) {
  return (
    <>
      <span className={cx('bar', tone && `bar--${tone}`)}>
        <i className={widthClass(percent)} />
        <span>{children}</span>
      </span>
      {note && <span className="vh"> {note}</span>}
    </>
  )
}
