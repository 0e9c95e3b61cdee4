import { written } from '#app/domain/practice/bilingual.ts'
import type { readReview } from '#app/domain/practice/read-review.server.ts'
import { REVIEW_FORM } from '#app/domain/practice/review-form.ts'
import type { Section as SectionKey } from '#app/domain/practice/sections.ts'
import { formatDateTime, formatList } from '#app/i18n/format.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { termsText } from '#app/i18n/practice-terms.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { ChoiceChips } from '../../ui/chips.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { Age, When } from '../../ui/when.tsx'
import { Comparison } from '../diff/comparison.tsx'
import { sectionChanges } from '../diff/section-changes.ts'
import { PracticeAttachments } from '../practice-attachments.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import { CommentForm } from './comment-form.tsx'
import { DecisionPanel, HeldPanel } from './decision-panel.tsx'
import { LastMove, TypedText } from './last-move.tsx'
import { ReviewDone } from './review-done.tsx'
import { ReviewRemarks } from './review-remarks.tsx'
import { SchedulePanel } from './schedule-panel.tsx'

export type ReviewView = NonNullable<Awaited<ReturnType<typeof readReview>>>

/** A text to be judged: what changed, by section, with remarks; the decision stays in view. */
export function ReviewPage({ view, done, now }: { view: ReviewView; done: string | null; now: Date }) {
  const lang = useLang()
  const t = reviewText(lang)
  const form = useFormReply()
  const { practice, open, title, zone, earlier } = view
  const sides = {
    before: earlier
      ? t.sentOn(formatDateTime(lang, earlier.submittedAt, zone))
      : t.published(practice.live?.number ?? 0),
    after: t.proposed(open.number),
  }
  const fieldsOf = new Map(
    sectionChanges(lang, null, view.after).map(({ section, fields }) => [
      section,
      fields.map(({ name, label }) => ({ name, label })),
    ]),
  )
  return (
    <>
      <ReviewDone done={done} publicId={practice.publicId} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs
        items={[
          { label: queueText(lang).title, href: paths.reviewQueue() },
          { label: `${view.brand}, ${practiceText(lang).overview.version(open.number).toLowerCase()}` },
        ]}
      />
      <PageHead title={t.title(title)}>
        <Provenance view={view} now={now} />
      </PageHead>
      <div className="row strip mb-5">
        {view.requiredOpen > 0 && <span>{t.notesOpen(view.requiredOpen)}</span>}
        <Against view={view} />
        <span className="acts push">
          <a className="narrow-only" href="#keputusan">
            {t.decision.go}
          </a>
          <a href={paths.previewPractice(practice.publicId)}>{t.fullText}</a>
          {view.can.assign_terms && <a href={paths.practiceTerms(practice.publicId)}>{termsText(lang).name}</a>}
        </span>
      </div>
      <div className="cols cols--main">
        <div>
          {/* Enter in a field of the form keeps what was typed, and sends nothing. */}
          <button
            {...{ type: 'submit', form: REVIEW_FORM, name: 'act', value: 'save_draft' }}
            className="vh"
            formNoValidate
            tabIndex={-1}
            aria-hidden
          >
            {t.decision.save}
          </button>
          <Comparison
            before={earlier?.content ?? view.before}
            after={view.after}
            sides={sides}
            keepOpen={(section) => view.comments.some((remark) => remark.section === section)}
            below={(section) => <Remarks view={view} section={section} fields={fieldsOf.get(section)} />}
          />
          <PracticeAttachments practice={view} />
          <Section id="umum" title={sectionName(lang, 'general')}>
            <Remarks view={view} section="general" />
          </Section>
          <Similar view={view} />
        </div>
        <aside className="sticky stack" aria-label={t.decision.title}>
          <ClaimPanel view={view} />
          <Decision view={view} />
          <ReviewFacts view={view} />
        </aside>
      </div>
    </>
  )
}

type RemarksProps = {
  view: ReviewView
  section: SectionKey | 'general'
  fields?: readonly { name: string; label: string }[]
}

function Remarks({ view, section, fields }: RemarksProps) {
  return (
    <>
      <ReviewRemarks view={view} section={section} />
      {view.can.comment && <CommentForm section={section} fields={fields} draft={view.draft} />}
    </>
  )
}

function Decision({ view }: { view: ReviewView }) {
  if (view.open.state !== 'scheduled' && view.may && (!view.taken || view.mine)) return <DecisionPanel view={view} />
  return (
    <>
      <form id={REVIEW_FORM} method="post">
        <input type="hidden" name="seen" value={view.seen} />
      </form>
      <NoDecision view={view} />
    </>
  )
}

function NoDecision({ view }: { view: ReviewView }) {
  if (view.open.state === 'scheduled') return <SchedulePanel view={view} />
  return view.may ? <HeldPanel view={view} /> : <NotYours view={view} />
}

/** What the text is compared with: the published one, or one that was sent in earlier. */
function Against({ view: { practice, submissions, earlier, before, zone } }: { view: ReviewView }) {
  const lang = useLang()
  const t = reviewText(lang)
  if (submissions.length === 0) return null
  const label = before ? t.againstPublished : t.againstNothing
  return (
    <span className="row">
      <span className="small dim">{t.against}:</span>
      <ChoiceChips
        label={t.against}
        chips={[
          { key: 'live', label, href: paths.review(practice.publicId), current: !earlier },
          ...submissions.map(({ version, submittedAt }) => ({
            key: String(version),
            label: t.sentOn(formatDateTime(lang, submittedAt, zone)),
            href: paths.review(practice.publicId, { since: version }),
            current: earlier?.version === version,
          })),
        ]}
      />
    </span>
  )
}

function Provenance({ view, now }: { view: ReviewView; now: Date }) {
  const lang = useLang()
  const t = reviewText(lang)
  const { open, practice, authors, zone, earlier } = view
  const names = formatList(
    lang,
    authors.map(({ name }) => name),
  )
  const compared = practice.live ? t.compared(open.number, practice.live.number) : t.firstVersion(open.number)
  return (
    <p className="dim">
      {earlier ? t.comparedSent(open.number) : compared} · {names}, {practice.agency}
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

function NotYours({ view }: { view: ReviewView }) {
  const t = reviewText(useLang())
  return (
    <div className="stack-s" id="keputusan">
      <Band tone="info" title={t.notYours}>
        <span>{view.own ? t.notYoursOwn : t.notYoursStage}</span>
        <LastMove move={view.lastMove} zone={view.zone} />
      </Band>
      <TypedText draft={view.draft} />
    </div>
  )
}

function ReviewFacts({ view: { evidence, completeness } }: { view: ReviewView }) {
  const t = reviewText(useLang())
  const { after } = completeness
  return (
    <Facts small>
      <Fact label={t.evidence}>{t.evidenceChange(evidence)}</Fact>
      <Fact label={t.completeness}>
        {t.completeChange(completeness.before ?? after.complete, after.complete, after.total)}
      </Fact>
    </Facts>
  )
}
