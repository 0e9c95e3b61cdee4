import { useLocation } from '@remix-run/react'

/** The address of this page without its fragment: a form that is sent again starts at the top, where its errors stand. */
export function useOwnAddress(): string {
  const { pathname, search } = useLocation()
  return pathname + search
}
