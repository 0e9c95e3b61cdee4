import { useActionData } from '@remix-run/react'

/** What was done last, as the address says; not when a form has been sent since and came back. */
export function useDone(done: string | null): string | null {
  return useActionData<unknown>() === undefined ? done : null
}
