import { Fragment } from 'react'
import { type DiffRun, wordDiff } from '#app/domain/practice/word-diff.ts'
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
  const side = (hidden: 'added' | 'removed') => <Runs runs={runs.filter(({ kind }) => kind !== hidden)} />
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

/** Runs of words, those that came in or went out marked; the space after them is not. */
export function Runs({ runs }: { runs: readonly DiffRun[] }) {
  return runs.map(({ kind, text }, index) => {
    const words = text.trimEnd()
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs never move
      <Fragment key={index}>
        {kind === 'same' && words}
        {kind === 'added' && <ins>{words}</ins>}
        {kind === 'removed' && <del>{words}</del>}
        {text.slice(words.length)}
      </Fragment>
    )
  })
}
