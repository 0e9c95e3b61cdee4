import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

/** Events along a thread, newest first; key events have a filled knot. */
export function Timeline({
  events,
  small,
}: {
  events: readonly { key: string | number; content: ReactNode; important?: boolean }[]
  small?: boolean
}) {
  return (
    <ol className={cx('line', small && 'small')}>
      {events.map((event) => (
        <li key={event.key} className={cx(event.important && 'is-key')}>
          {event.content}
        </li>
      ))}
    </ol>
  )
}
