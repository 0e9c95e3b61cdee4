import type { ReactNode } from 'react'
import { uiText } from '#app/i18n/ui.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { cx } from './class-names.ts'

export type StepState = 'done' | 'now' | 'later'

/** A thread with knots: filled behind, turmeric now, hollow ahead. `wide` lays eight steps out in a row on wide screens. */
export function Steps({
  steps,
  wide,
}: {
  steps: readonly { key: string | number; label: ReactNode; note?: ReactNode; state: StepState }[]
  wide?: boolean
}) {
  const t = useText(uiText)
  return (
    <ol className={cx('steps', wide && 'steps--wide')}>
      {steps.map(({ key, label, note, state }) => (
        <li
          key={key}
          className={cx(state !== 'later' && `is-${state}`)}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <i className="knot" />
          <b>{label}</b>
          {(note || state !== 'later') && (
            <span className="small">
              {state === 'done' && <span className="vh">{note ? `${t.stepDone}, ` : t.stepDone}</span>}
              {state === 'now' && (note ? `${t.stepNow}, ` : t.stepNow)}
              {note}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The same thread in one line of text, with its number: "◆◆◆◇◇ 3". */
export function MiniSteps({ step, of }: { step: number; of: number }) {
  const t = useText(uiText)
  return (
    <span>
      <span className="steps--mini" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => index + 1).map((n) => (
          <i key={n} className={n < step ? 'd' : n === step ? 'w' : undefined} />
        ))}
      </span>
      <span className="nowrap">{t.stepOf(step, of)}</span>
    </span>
  )
}
