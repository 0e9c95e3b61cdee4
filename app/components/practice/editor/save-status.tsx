import { useEffect, useRef, useState } from 'react'
import { dateIn } from '#app/domain/shared/dates.ts'
import { formatDateTime, formatTime } from '#app/i18n/format.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { TimeZone } from '#db/vocabulary.ts'
import { Icon } from '../../ui/icon.tsx'
import type { SaveState } from './autosave.ts'

const ANNOUNCE_EVERY_MS = 30_000

/** Says where the text is safe. Shown at once, read aloud at most every half minute. */
export function SaveStatus({ state, zone, now }: { state: SaveState; zone: TimeZone; now: Date }) {
  const lang = useLang()
  const t = editorText(lang)
  const words = sentence()
  const spoken = useSlowly(words)
  const late = !['saved', 'typing', 'saving'].includes(state.kind)
  return (
    <>
      <p className="saved">
        <Icon name={late ? 'alert' : 'check'} />
        <span>
          {words}
          {state.kind === 'signed_out' && (
            <>
              {' '}
              <a href={paths.signIn(paths.work())} target="_blank" rel="noopener">
                {t.signIn}
              </a>
              , {t.signedOutNote}
            </>
          )}
        </span>
      </p>
      <p className="vh" role="status">
        {spoken}
      </p>
    </>
  )

  function sentence(): string {
    switch (state.kind) {
      case 'saved': {
        const today = dateIn(zone, state.at) === dateIn(zone, now)
        return today ? t.savedAt(formatTime(lang, state.at, zone)) : t.savedOn(formatDateTime(lang, state.at, zone))
      }
      case 'conflict':
        return `${t.conflict}.`
      case 'signed_out':
        return t.signedOut
      case 'device_full':
        return t.deviceFull
      default:
        return t[state.kind]
    }
  }
}

/** The value as it was at the last announcement. */
function useSlowly(value: string): string {
  const [spoken, setSpoken] = useState('')
  const last = useRef(0)
  const first = useRef(value)
  useEffect(() => {
    // What the page began with is read with the page.
    if (value === first.current) return
    first.current = ''
    const wait = Math.max(0, last.current + ANNOUNCE_EVERY_MS - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setSpoken(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value])
  return spoken
}
