import { useEffect, useRef, useState } from 'react'
import type { Present } from '#app/domain/practice/note-presence.server.ts'

const EVERY_MS = 60_000

type Options = {
  url: string
  /** Who was there when the page was made. */
  first: readonly Present[]
  /** The text of this section that the server holds now. */
  onChanged: (base: string) => void
}

/** Says every minute that this page is being looked at, and hears who else is there. Without answer nothing is missing. */
export function usePresence({ url, first, onChanged }: Options): readonly Present[] {
  const [present, setPresent] = useState(first)
  const changed = useRef(onChanged)
  changed.current = onChanged

  useEffect(() => {
    const ping = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const response = await fetch(url, { method: 'POST', redirect: 'manual' })
        if (!response.ok) return
        const answer = (await response.json()) as { present: Present[]; base: string }
        setPresent(answer.present)
        changed.current(answer.base)
      } catch {
        // Nobody else can be seen while the connection is away.
      }
    }
    const timer = setInterval(() => void ping(), EVERY_MS)
    const look = () => void ping()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [url])
  return present
}
