import { useEffect, useRef, useState } from 'react'
import { dateIn } from '#app/domain/shared/dates.ts'
import { formatDateTime, formatTime } from '#app/i18n/format.ts'
import { savingText } from '#app/i18n/practice-saving.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { TimeZone } from '#db/vocabulary.ts'
import { Icon } from '../../ui/icon.tsx'
import type { DeviceState, SaveState } from './autosave.ts'
import { CONFLICT_ID } from './conflict.tsx'

const ANNOUNCE_EVERY_MS = 30_000

type SaveStatusProps = {
  state: SaveState
  device: DeviceState
  /** Only a script copies to the device; without one nothing is said of it. */
  isLive: boolean
  /** The address of this section, to come back to. */
  url: string
  zone: TimeZone
  now: Date
}

/** Says what the server has of the text and what this device has. Shown at once, read aloud at most every half minute. */
export function SaveStatus({ state, device, isLive, url, zone, now }: SaveStatusProps) {
  const lang = useLang()
  const t = savingText(lang)
  // What the server has needs no copy.
  const words =
    state.kind === 'saved' ? saved(state.at) : [t[state.kind], isLive && t.device[device]].filter(Boolean).join(' ')
  const spoken = useSlowly(words)
  const isLate = !['saved', 'typing', 'saving'].includes(state.kind) || device === 'refused'
  return (
    <>
      <p className="saved">
        <Icon name={isLate ? 'alert' : 'check'} />
        <span>
          {words}
          {(state.kind === 'signed_out' || state.kind === 'other_person') && (
            <>
              {' '}
              <a href={paths.signIn(url)} target="_blank" rel="noopener">
                {t.signIn}
              </a>
              {state.kind === 'signed_out' ? `, ${t.signInNote}` : ` ${t.otherPersonNote}`}
            </>
          )}
          {state.kind === 'conflict' && (
            <>
              {' '}
              <a href={`#${CONFLICT_ID}`}>{t.toConflict}</a>
            </>
          )}
        </span>
      </p>
      <p className="vh" role="status">
        {spoken}
      </p>
    </>
  )

  function saved(at: Date): string {
    const isToday = dateIn(zone, at) === dateIn(zone, now)
    return isToday ? t.savedAt(formatTime(lang, at, zone)) : t.savedOn(formatDateTime(lang, at, zone))
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
