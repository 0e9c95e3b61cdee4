import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type BandTone = 'ok' | 'warn' | 'bad' | 'info'

const ICON: Record<BandTone, IconName> = { ok: 'check', warn: 'alert', bad: 'alert', info: 'info' }

type BandProps = {
  tone: BandTone
  title: ReactNode
  /** The title becomes a heading of this level when it names a part of the page. */
  heading?: 'h2' | 'h3'
  children?: ReactNode
  id?: string
  /** Takes the focus when the page opens: the success band or the error summary after a form was sent. */
  focus?: boolean
  className?: string
}

/** A message that stays on the page. Errors interrupt a screen reader, the rest waits for its turn. */
export function Band({ tone, title, heading, children, id, focus, className }: BandProps) {
  const Title = heading ?? 'b'
  return (
    <div
      id={id}
      className={cx('band', tone !== 'info' && `band--${tone}`, className)}
      role={tone === 'bad' ? 'alert' : 'status'}
      tabIndex={focus ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: after a form was sent the answer is what the page is about
      autoFocus={focus}
    >
      <Icon name={ICON[tone]} />
      <Title className={cx(heading && 'h-m')}>{title}</Title>
      {children && (typeof children === 'string' ? <span>{children}</span> : children)}
    </div>
  )
}
