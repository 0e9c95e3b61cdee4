import { type ReactNode, useId } from 'react'
import { cx } from './class-names.ts'

/** What is about the page (facts, decision, contacts). At most two a page, never nested. */
export function Panel({ title, plain, children }: { title?: ReactNode; plain?: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <section className={cx('panel', plain && 'panel--plain')} aria-labelledby={title ? id : undefined}>
      {title && (
        <h2 id={id} className={cx(plain && 'h-m')}>
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}

/** A part of the page under its heading, separated by one hairline. */
export function Section({
  id,
  title,
  aside,
  heading: Heading = 'h2',
  look,
  children,
}: {
  /** The fragment that links to this part; the heading gets `h-<id>`. */
  id: string
  title: ReactNode
  /** Beside the heading: a link, a tag or a short remark. */
  aside?: ReactNode
  heading?: 'h2' | 'h3'
  /** `bare` has no rule above, `lead` a strong one, `first` none on wide screens. */
  look?: 'bare' | 'lead' | 'first'
  children: ReactNode
}) {
  const h = <Heading id={`h-${id}`}>{title}</Heading>
  return (
    <section className={cx('sec', look && `sec--${look}`)} id={id} aria-labelledby={`h-${id}`}>
      {aside ? (
        <div className="sec__head">
          {h}
          {aside}
        </div>
      ) : (
        h
      )}
      {children}
    </section>
  )
}
