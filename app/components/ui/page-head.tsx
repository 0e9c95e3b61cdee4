import type { ReactNode } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'

/** Where this page sits; the last one has no link. */
export function Crumbs({ items }: { items: readonly { label: ReactNode; href?: string }[] }) {
  const t = useText(uiText)
  return (
    <nav className="crumbs" aria-label={t.crumbs}>
      <ol>
        {items.map(({ label, href }) => (
          <li key={href ?? 'here'}>{href ? <a href={href}>{label}</a> : label}</li>
        ))}
      </ol>
    </nav>
  )
}

/** The one h1 of the page, what it is about, and its main act. */
export function PageHead({
  title,
  kicker,
  children,
  action,
}: {
  title: ReactNode
  kicker?: ReactNode
  /** One or two sentences below the title. */
  children?: ReactNode
  action?: ReactNode
}) {
  const words = (
    <>
      {kicker && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {children && (typeof children === 'string' ? <p className="dim">{children}</p> : children)}
    </>
  )
  if (!action) return <div className="page-head">{words}</div>
  return (
    <div className="page-head row row--between">
      <div className="stack-s">{words}</div>
      {action}
    </div>
  )
}
