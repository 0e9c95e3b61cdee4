import { written } from '#app/domain/practice/bilingual.ts'
import type { readReview } from '#app/domain/practice/read-review.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { termsText } from '#app/i18n/practice-terms.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { Age, When } from '../../ui/when.tsx'
import { CommentForm } from './comment-form.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { Diff } from './diff.tsx'
import { ReviewDone } from './review-done.tsx'
import { ReviewRemarks } from './review-remarks.tsx'
import { ReviewSection } from './review-section.tsx'
import { SchedulePanel } from './schedule-panel.tsx'
import { type SectionChange, sectionChanges } from './section-changes.ts'

export type ReviewView = NonNullable<Awaited<ReturnType<typeof readReview>>>

export type ReviewPageProps = { view: ReviewView; done: string | null; now: Date }

/** A text to be judged: changed sections in both versions with their remarks, and the decision beside them. */
export function ReviewPage({ view, done, now }: ReviewPageProps) {
  const lang = useLang()
  const t = reviewText(lang)
  const form = useFormReply()
  const { practice, open, title } = view
  const changes = sectionChanges(lang, view.before, view.after)
  const changed = changes.filter((change) => change.changed)
  const same = changes.filter((change) => !change.changed)
  return (
    <>
      <ReviewDone done={done} publicId={practice.publicId} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs
        items={[
          { label: t.queue.title, href: paths.reviewQueue() },
          { label: `${view.brand}, ${practiceText(lang).overview.version(open.number).toLowerCase()}` },
        ]}
      />
      <PageHead title={t.title(title)}>
        <Provenance view={view} now={now} />
      </PageHead>
      <div className="row strip mb-5">
        <span>{view.before ? t.changed(changed.length) : t.written(changed.length)}</span>
        <span>{view.before ? t.same(same.length) : t.empty(same.length)}</span>
        {view.requiredOpen > 0 && <span>{t.notesOpen(view.requiredOpen)}</span>}
        <span className="acts push">
          <a href={paths.previewPractice(practice.publicId)}>{t.fullText}</a>
          {view.can.assign_terms && <a href={paths.practiceTerms(practice.publicId)}>{termsText(lang).name}</a>}
        </span>
      </div>
      <div className="cols cols--main">
        <div>
          {changed.map((change, index) => (
            <ReviewSection key={change.section} view={view} change={change} first={index === 0} />
          ))}
          <Section id="umum" title={sectionName(lang, 'general')}>
            <ReviewRemarks view={view} section="general" />
            {view.can.comment && <CommentForm section="general" />}
          </Section>
          <Unchanged view={view} changes={same} />
          <Similar view={view} />
        </div>
        <aside className="sticky stack" aria-label={t.decision.title}>
          <Decision view={view} />
          <ReviewFacts view={view} />
        </aside>
      </div>
    </>
  )
}

function Provenance({ view, now }: { view: ReviewView; now: Date }) {
  const lang = useLang()
  const t = reviewText(lang)
  const { open, practice, authors, zone } = view
  const names = formatList(
    lang,
    authors.map(({ name }) => name),
  )
  return (
    <p className="dim">
      {practice.live ? t.compared(open.number, practice.live.number) : t.firstVersion(open.number)} · {names},{' '}
      {practice.agency}
      {open.submittedAt && (
        <>
          {' '}
          · {t.sent} <When at={open.submittedAt} as="time" zone={zone} /> (
          <Age at={open.submittedAt} now={now} zone={zone} />)
        </>
      )}
    </p>
  )
}

/** What stayed, folded: its text, its remarks, and room for one more. */
function Unchanged({ view, changes }: { view: ReviewView; changes: readonly SectionChange[] }) {
  const lang = useLang()
  const t = reviewText(lang)
  if (changes.length === 0) return null
  return (
    <Section id="tetap" title={view.before ? t.unchanged : t.unwritten}>
      {changes.map(({ section, fields }) => (
        <Fold
          key={section}
          summary={sectionName(lang, section)}
          open={view.comments.some((remark) => remark.section === section)}
        >
          {fields
            .filter((field) => field.after !== '')
            .map((field) => (
              <div key={field.name} className="mb-4">
                <h3 className="h-m">{field.label}</h3>
                <Diff change={field} before={null} after={view.open.number} />
              </div>
            ))}
          <ReviewRemarks view={view} section={section} />
          {view.can.comment && <CommentForm section={section} />}
        </Fold>
      ))}
    </Section>
  )
}

function Similar({ view: { similar } }: { view: ReviewView }) {
  const lang = useLang()
  const t = reviewText(lang)
  return (
    <Section id="mirip" title={t.similarTitle}>
      {similar.length === 0 ? (
        <p className="dim">{t.similarNone}</p>
      ) : (
        <ul className="lines">
          {similar.map((hit) => (
            <li key={hit.publicId}>
              <a href={paths.practice(hit.publicId)}>{written(hit.title, lang)?.text ?? hit.brand}</a>{' '}
              <span className="small dim">
                {hit.publicId} · {hit.agency}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Decision({ view }: { view: ReviewView }) {
  if (view.open.state === 'scheduled') return <SchedulePanel view={view} />
  return view.may ? <DecisionPanel view={view} /> : <NotYours view={view} />
}

function NotYours({ view }: { view: ReviewView }) {
  const t = reviewText(useLang())
  return (
    <Band tone="info" title={t.notYours}>
      {view.own ? t.notYoursOwn : t.notYoursStage}
    </Band>
  )
}

function ReviewFacts({ view: { evidence, completeness } }: { view: ReviewView }) {
  const t = reviewText(useLang())
  return (
    <Facts small>
      <Fact label={t.evidence}>{t.evidenceChange(evidence.before ?? evidence.after, evidence.after)}</Fact>
      <Fact label={t.completeness}>
        {t.percentChange(completeness.before ?? completeness.after, completeness.after)}
      </Fact>
    </Facts>
  )
}
