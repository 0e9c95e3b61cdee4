import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

/** At most five figures, each opening the records behind it; unit and target stand in the label. */
export function Stats({
  items,
}: {
  items: readonly { key: string; figure: ReactNode; label: ReactNode; href?: string; late?: boolean }[]
}) {
  return (
    <dl className="stats">
      {items.map(({ key, figure, label, href, late }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={cx('big', late && 'late')}>
            {href ? (
              <a href={href} className={cx(late && 'late')}>
                {figure}
              </a>
            ) : (
              figure
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
