import type { ReactNode } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Icon } from './icon.tsx'

/** Applied filters: each a link that removes itself; the last one removes all. Not for crawlers: combinations multiply. */
export function FilterChips({
  label,
  chips,
  clearHref,
}: {
  label: string
  chips: readonly { key: string; label: ReactNode; href: string }[]
  clearHref: string
}) {
  const t = useText(uiText)
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <a className="chip" href={chip.href} rel="nofollow">
            {chip.label} <Icon name="x" />
            <span className="vh">{t.removeFilter}</span>
          </a>
        </li>
      ))}
      <li>
        <a className="chip chip--text" href={clearHref} rel="nofollow">
          {t.clearAll}
        </a>
      </li>
    </ul>
  )
}

/** A choice among a few views of one list, as links; the current one is bold. */
export function ChoiceChips({
  label,
  chips,
}: {
  label: string
  chips: readonly { key: string; label: ReactNode; href: string; current?: boolean }[]
}) {
  return (
    <ul className="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <a className="chip" href={chip.href} aria-current={chip.current ? 'true' : undefined}>
            {chip.current ? <b>{chip.label}</b> : chip.label}
          </a>
        </li>
      ))}
    </ul>
  )
}
