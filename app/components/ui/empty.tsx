import type { ReactNode } from 'react'

/** What would be here, the first useful step, one button. */
export function Empty({
  title,
  heading: Heading = 'h2',
  children,
  action,
}: {
  title: ReactNode
  heading?: 'h2' | 'h3'
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <Heading className="h-l">{title}</Heading>
      {children && <p>{children}</p>}
      {action && <p className="acts">{action}</p>}
    </div>
  )
}
