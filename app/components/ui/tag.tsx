import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

export type TagTone = 'ok' | 'warn' | 'bad' | 'idle'

/** A state in one to three words; not clickable, never more than one a row. */
export function Tag({
  tone,
  look,
  children,
}: {
  tone?: TagTone
  look?: 'filled' | 'outlined' | 'dashed'
  children: ReactNode
}) {
  const lookName = look && { filled: 'tag--inti', outlined: 'tag--sesuai', dashed: 'tag--pilihan' }[look]
  return <span className={cx('tag', tone && `tag--${tone}`, lookName)}>{children}</span>
}
