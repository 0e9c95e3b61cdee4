import type { SubmissionResult } from '@conform-to/react'
import { useActionData } from '@remix-run/react'
import { adoptionText } from '#app/i18n/adoption.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'

/** Which forms the page still offers: all or none, or by their intent. */
export type Offered = boolean | Readonly<Record<string, boolean>>

const NOT_TYPED = new Set(['version', 'intent', 'key', 'indicatorId', 'done'])

/**
 * When a form was refused and, because somebody else was faster, is no longer on the page: what was typed in it, so
 * that nothing is lost. `withErrors` says also why it was refused, where the page does not.
 */
export function Unsent({ offered, withErrors }: { offered: Offered; withErrors?: boolean }) {
  const t = useText(adoptionText)
  const result = useActionData<{ result?: SubmissionResult<string[]> }>()?.result
  const typed = result?.initialValue
  if (!typed) return null
  const shown = typeof offered === 'boolean' ? offered : offered[String(typed.intent)]
  if (shown) return null
  const texts = textsOf(typed)
  return (
    <>
      {withErrors && <ErrorSummary formErrors={result?.error?.['']} />}
      {texts.length > 0 && (
        <div className="mb-5">
          <Panel title={t.unsent}>
            {texts.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was typed does not move
              <p key={index}>{text}</p>
            ))}
          </Panel>
        </div>
      )}
    </>
  )
}

/** Every text in nested values, hidden fields left out. */
function textsOf(values: unknown): string[] {
  if (typeof values === 'string') return values.trim() ? [values] : []
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([name, value]) => (NOT_TYPED.has(name) ? [] : textsOf(value)))
}
