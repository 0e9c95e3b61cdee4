import { ageInWords, type DateLike, machineDate } from '#app/i18n/format.ts'
import { marksText } from '#app/i18n/marks.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { Freshness, LifeStatus as Status } from '#db/vocabulary.ts'
import { Glyph, type GlyphName } from '../ui/icon.tsx'

const GLYPH: Record<Status, GlyphName> = {
  unconfirmed: 'dashed-ring',
  stopped: 'square',
  constrained: 'triangle',
  steady: 'disc',
  growing: 'disc-arrow',
  replicated: 'two-discs',
  transformed: 'diamond',
}

const BARS = ['M.5 7.5h3v4h-3z', 'M5.5 4h3v7.5h-3z', 'M10.5.5h3v11h-3z']
const FILLED: Record<Freshness, number> = { fresh: 3, aging: 2, stale: 1, none: 0 }

/** Three bars that empty as a confirmation grows old. */
function FreshnessBars({ freshness }: { freshness: Freshness }) {
  const filled = FILLED[freshness]
  return (
    <svg viewBox="0 0 14 12" aria-hidden="true">
      {filled > 0 && <path d={BARS.slice(0, filled).join('')} fill="currentColor" />}
      {filled < 3 && <path d={BARS.slice(filled).join('')} fill="none" />}
    </svg>
  )
}

type LifeStatusProps = {
  status: Status
  /** Date of the last confirmation; null when nobody ever confirmed. */
  confirmedOn: DateLike | null
  freshness: Freshness
  now: DateLike
  /** `short` drops the verb beside the age, `word` drops the age. */
  as?: 'full' | 'short' | 'word'
}

/** Is it alive? Glyph, word, and how long ago somebody said so. */
export function LifeStatus({ status, confirmedOn, freshness, now, as = 'full' }: LifeStatusProps) {
  const lang = useLang()
  return (
    <span className={`life life--${status}`}>
      <b>
        <Glyph name={GLYPH[status]} />
        {vocabularyText(lang).lifeStatus[status]}
      </b>
      {as !== 'word' && (
        <>
          {' '}
          <span className={`age age--${freshness}`}>
            <FreshnessBars freshness={freshness} />
            <AgeWords confirmedOn={confirmedOn} now={now} short={as === 'short'} />
          </span>
        </>
      )}
    </span>
  )
}

function AgeWords({ confirmedOn, now, short }: { confirmedOn: DateLike | null; now: DateLike; short: boolean }) {
  const lang = useLang()
  const t = marksText(lang)
  if (!confirmedOn) return <>{short ? t.never : t.neverConfirmed}</>
  const age = ageInWords(lang, confirmedOn, now)
  return <time dateTime={machineDate(confirmedOn)}>{short ? age : t.confirmed(age)}</time>
}
