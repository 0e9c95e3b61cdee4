import type { ReactNode } from 'react'
import type { Section as SectionKey } from '#app/domain/practice/sections.ts'
import { changedWords, wordDiff } from '#app/domain/practice/word-diff.ts'
import { diffText } from '#app/i18n/practice-diff.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { PracticeContent } from '#db/practice-content.ts'
import { Fold } from '../../ui/fold.tsx'
import { Section } from '../../ui/panel.tsx'
import { Diff, type DiffSides } from './diff.tsx'
import { ResultsDiff } from './results-diff.tsx'
import { type FieldChange, type SectionChange, sectionChanges } from './section-changes.ts'

type ComparisonProps = {
  /** The older text; null when there is none to compare with. */
  before: PracticeContent | null
  after: PracticeContent
  sides: DiffSides
  /** What stands at the end of a section: remarks and the form for one more. */
  below?: (section: SectionKey) => ReactNode
  /** Unchanged sections that are open from the start. */
  keepOpen?: (section: SectionKey) => boolean
}

/** Two texts of a practice: the changed sections first, word by word, in both languages; the others folded and counted. */
export function Comparison({ before, after, sides, below, keepOpen }: ComparisonProps) {
  const lang = useLang()
  const t = diffText(lang)
  const changes = sectionChanges(lang, before, after)
  const changed = changes.filter((change) => change.changed)
  const same = changes.filter((change) => !change.changed)
  return (
    <>
      <ChangeSummary changed={changed} same={same.length} compared={before !== null} />
      {changed.map((change, index) => (
        <Section
          key={change.section}
          id={`b-${change.section}`}
          title={sectionName(lang, change.section)}
          look={index === 0 ? 'bare' : undefined}
          aside={before && <span className="small dim">{countsOf(t, change.fields)}</span>}
        >
          <ChangedFields change={change} before={before} after={after} sides={sides} />
          {change.section !== 'attachments' && below?.(change.section)}
        </Section>
      ))}
      {same.length > 0 && (
        <Section id="tetap" title={before ? t.unchanged(same.length) : t.unwritten(same.length)}>
          {same.map(({ section, fields }) => (
            <Fold
              key={section}
              summary={sectionName(lang, section)}
              open={section !== 'attachments' && keepOpen?.(section)}
            >
              {fields
                .filter((field) => field.after !== '')
                .map((field) => (
                  <div key={field.name} className="mb-4">
                    <h3 className="h-m">{field.label}</h3>
                    <Diff change={field} sides={null} />
                  </div>
                ))}
              {section !== 'attachments' && below?.(section)}
            </Fold>
          ))}
        </Section>
      )}
    </>
  )
}

type Shown = { change: SectionChange; before: PracticeContent | null; after: PracticeContent; sides: DiffSides }

function ChangedFields({ change: { section, fields }, before, after, sides }: Shown) {
  const shown = fields.filter((field) => (before === null ? field.after !== '' : field.before !== field.after))
  return shown.map((field) =>
    section === 'results' && field.name === 'results' ? (
      <ResultsDiff key={field.name} before={before?.results ?? null} after={after.results} />
    ) : (
      <div key={field.name} className="mb-4" id={`b-${section}-${field.name.replace('.', '-')}`}>
        {field.name !== 'text.id' && <h3 className="h-m">{field.label}</h3>}
        <Diff change={field} sides={before && sides} />
      </div>
    ),
  )
}

/** How many sections changed, and a way to each. */
function ChangeSummary({
  changed,
  same,
  compared,
}: {
  changed: readonly SectionChange[]
  same: number
  compared: boolean
}) {
  const lang = useLang()
  const t = diffText(lang)
  if (compared && changed.length === 0) return <p className="mb-5">{t.nothing}</p>
  return (
    <nav className="mb-5" aria-label={t.jump}>
      <p className="mb-2">
        <b>{compared ? t.changed(changed.length) : t.written(changed.length)}</b> ·{' '}
        {compared ? t.same(same) : t.blank(same)}
      </p>
      {compared && (
        <>
          <ul className="lines">
            {changed.map(({ section, fields }) => (
              <li key={section}>
                <a href={`#b-${section}`}>{sectionName(lang, section)}</a>{' '}
                <span className="small dim">{countsOf(t, fields)}</span>
              </li>
            ))}
          </ul>
          <p className="small dim mt-2">{t.how}</p>
        </>
      )}
    </nav>
  )
}

function countsOf(t: ReturnType<typeof diffText>, fields: readonly FieldChange[]): string {
  const all = fields.map((field) => changedWords(wordDiff(field.before, field.after)))
  const sum = (kind: 'added' | 'removed') => all.reduce((total, one) => total + one[kind], 0)
  return t.counts(sum('added'), sum('removed'))
}
