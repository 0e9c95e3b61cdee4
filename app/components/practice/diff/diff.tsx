import { Fragment } from 'react'
import { abbreviated, type DiffRun, wordDiff } from '#app/domain/practice/word-diff.ts'
import { diffText } from '#app/i18n/practice-diff.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { useForeign } from '../in-language.tsx'
import type { FieldChange } from './section-changes.ts'

/** What the two texts are called: "Versi 2, terbit" and "Versi 3, diusulkan". */
export type DiffSides = { before: string; after: string }

/** The old text left and the new one right; one text with both on phones. Without an old text, the new one alone. */
export function Diff({ change, sides }: { change: FieldChange; sides: DiffSides | null }) {
  const t = useText(diffText)
  const lang = useForeign(change.lang)
  const empty = <span className="dim">{t.emptyText}</span>
  if (sides === null) {
    return (
      <p className="pre" lang={lang}>
        {change.after || empty}
      </p>
    )
  }
  const runs = wordDiff(change.before, change.after)
  const side = (hidden: 'added' | 'removed') => <Runs runs={runs.filter(({ kind }) => kind !== hidden)} />
  return (
    <>
      <div className="diff wide-only">
        <div>
          <p className="kicker">{sides.before}</p>
          <p className="pre" lang={lang}>
            {change.before ? side('added') : empty}
          </p>
        </div>
        <div>
          <p className="kicker">{sides.after}</p>
          <p className="pre" lang={lang}>
            {change.after ? side('removed') : empty}
          </p>
        </div>
      </div>
      <p className="pre narrow-only" lang={lang}>
        <Runs runs={abbreviated(runs)} />
      </p>
    </>
  )
}

/**
 * Runs of words. Those that came in or went out are marked by a line and a ground, and named for people who hear the
 * page; the space after them is not marked.
 */
export function Runs({ runs }: { runs: readonly (DiffRun | { kind: 'left_out'; words: number })[] }) {
  const t = useText(diffText)
  return runs.map((run, index) => {
    if (run.kind === 'left_out') {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs never move
        <span key={index} className="small dim">
          {' '}
          … {t.keptWords(run.words)} …{' '}
        </span>
      )
    }
    const words = run.text.trimEnd()
    const marked = (word: string) => (
      <>
        <span className="vh"> [{word}: </span>
        {words}
        <span className="vh"> {t.end}] </span>
      </>
    )
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs never move
      <Fragment key={index}>
        {run.kind === 'same' && words}
        {run.kind === 'added' && <ins>{marked(t.added)}</ins>}
        {run.kind === 'removed' && <del>{marked(t.removed)}</del>}
        {run.text.slice(words.length)}
      </Fragment>
    )
  })
}
