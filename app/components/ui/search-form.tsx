import type { ReactNode } from 'react'

/** A search: a GET form and a landmark. The address it leads to is the whole state. */
export function SearchForm({
  action,
  className,
  id,
  children,
}: {
  action: string
  className?: string
  id?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers before 2023 do not know <search>
    <form role="search" action={action} method="get" className={className} id={id}>
      {children}
    </form>
  )
}
