import { wordDiff } from '#app/domain/practice/word-diff.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { useForeign } from '../in-language.tsx'
import type { FieldChange } from './section-changes.ts'

type DiffProps = { change: FieldChange; before: number | null; after: number }

/** Published left, proposed right, changed words marked; where nothing is published, the proposed text alone. */
export function Diff({ change, before, after }: DiffProps) {
  const t = useText(reviewText)
  const lang = useForeign(change.lang)
  const runs = wordDiff(change.before, change.after)
  const empty = <span className="dim">{t.emptyText}</span>
  const side = (hidden: 'added' | 'removed') =>
    runs
      .filter(({ kind }) => kind !== hidden)
      .map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'added') return <ins key={key}>{text}</ins>
        return kind === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
      })
  if (before === null) {
    return (
      <p className="pre" lang={lang}>
        {change.after || empty}
      </p>
    )
  }
  return (
    <div className="diff">
      <div>
        <p className="kicker">{t.published(before)}</p>
        <p className="pre" lang={lang}>
          {change.before ? side('added') : empty}
        </p>
      </div>
      <div>
        <p className="kicker">{t.proposed(after)}</p>
        <p className="pre" lang={lang}>
          {change.after ? side('removed') : empty}
        </p>
      </div>
    </div>
  )
}
