import { countWords, isStorySection } from '#app/domain/practice/sections.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { WORD_CAPS } from '#db/vocabulary.ts'
import { Section } from '../../ui/panel.tsx'
import { CommentForm } from './comment-form.tsx'
import { Diff } from './diff.tsx'
import { ResultsDiff } from './results-diff.tsx'
import type { ReviewView } from './review-page.tsx'
import { ReviewRemarks } from './review-remarks.tsx'
import type { SectionChange } from './section-changes.ts'

/** A section in both versions, the remarks on it, and the form for one more. */
export function ReviewSection({ view, change, first }: { view: ReviewView; change: SectionChange; first: boolean }) {
  const lang = useLang()
  const { section, fields } = change
  const before = view.before ? (view.practice.live?.number ?? null) : null
  const shown = fields.filter((field) => (before === null ? field.after !== '' : field.before !== field.after))
  const story = isStorySection(section)
  return (
    <Section
      id={`b-${section}`}
      title={sectionName(lang, section)}
      look={first ? 'bare' : undefined}
      aside={<Aside view={view} change={change} />}
    >
      {shown.map((field) =>
        section === 'results' && field.name === 'results' ? (
          <ResultsDiff key={field.name} before={view.before?.results ?? null} after={view.after.results} />
        ) : (
          <div key={field.name} className="mb-4">
            {!(story && field.name === 'text.id') && <h3 className="h-m">{field.label}</h3>}
            <Diff change={field} before={before} after={view.open.number} />
          </div>
        ),
      )}
      <ReviewRemarks view={view} section={section} />
      {view.can.comment && <CommentForm section={section} />}
    </Section>
  )
}

/** How long the text was and is. */
function Aside({ view, change: { section } }: { view: ReviewView; change: SectionChange }) {
  const t = reviewText(useLang())
  if (!isStorySection(section)) return null
  const [before, after] = [view.before, view.after].map((content) => countWords(content?.story[section].id))
  return (
    <span className="small dim">
      {view.before && before !== after ? t.words(before ?? 0, after ?? 0) : t.wordCount(after ?? 0, WORD_CAPS[section])}
    </span>
  )
}
