import type { Likeness } from '#app/domain/practice/likely-same.server.ts'
import { freshnessOf } from '#app/domain/practice/practice.ts'
import type { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { lifeText } from '#app/i18n/life.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { tasksText } from '#app/i18n/practice-tasks.ts'
import { statisticsText } from '#app/i18n/statistics.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Meter } from '../../ui/meter.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { LifeStatus } from '../life-status.tsx'
import { MergeNotes } from '../merge/merge-notes.tsx'
import { BrandLine } from '../practice-head.tsx'
import { DeadLinks } from './dead-links.tsx'
import { DoneBand } from './done-band.tsx'
import { FormsPanel } from './forms-panel.tsx'
import { LifePanel } from './life-panel.tsx'
import { LikenessPanel } from './likeness-panel.tsx'
import { firstToWrite, NextSteps } from './next-steps.tsx'
import { PracticeCrumbs } from './practice-crumbs.tsx'
import { PracticeRemarks, PracticeTrail } from './practice-trail.tsx'
import { SectionTasks } from './section-tasks.tsx'
import { TermsPanel } from './terms-panel.tsx'
import { TextQuality } from './text-quality.tsx'

export type WorkView = Awaited<ReturnType<typeof readWorkPractice>>

type Props = { view: WorkView; likeness: Likeness | null; done: string | null; now: Date }

/** A practice in the workspace: where it stands, what to do next, what reviewers said, what happened. */
export function WorkPracticePage({ view, likeness, done, now }: Props) {
  const lang = useLang()
  const t = practiceText(lang)
  const form = useFormReply()
  const { practice, can, completeness, title, brand } = view
  return (
    <>
      <DoneBand done={done} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PracticeCrumbs publicId={practice.publicId} name={brand} />
      <PageHead title={title}>{brand !== title && <BrandLine brand={brand} />}</PageHead>
      <div className="cols cols--main">
        <div>
          <NextSteps view={view} />
          <MergeNotes publicId={practice.publicId} merges={view.merges} />
          <PracticeRemarks view={view} />
          {completeness && can.edit && (
            <Section
              id="bagian"
              title={t.overview.sections}
              aside={
                <span className="small dim">{t.overview.complete(completeness.complete, completeness.total)}</span>
              }
            >
              <div className="mb-2">
                <Meter percent={completeness.percent} />
              </div>
              <p className="small dim mb-2">{tasksText(lang).lead}</p>
              <SectionTasks view={view} next={firstToWrite(view)} />
            </Section>
          )}
          {can.edit && <TextQuality view={view} />}
          <PracticeTrail events={view.events} zone={view.zone} />
        </div>
        <aside className="stack" aria-label={t.overview.number}>
          <WorkFacts view={view} now={now} />
          {likeness && <LikenessPanel found={likeness} publicId={practice.publicId} ownAgency={practice.agency} />}
          <LifePanel view={view} />
          {view.canChangeContact && (
            <p className="small">
              <a href={paths.practiceContact(practice.publicId)}>{lifeText(lang).contact.link}</a>
            </p>
          )}
          {practice.state !== 'unpublished' && (
            <p className="small">
              <a href={paths.practiceStatistics(practice.publicId)}>{statisticsText(lang).link}</a>
            </p>
          )}
          <TermsPanel view={view} />
          {(can.read_draft || practice.live) && <FormsPanel publicId={practice.publicId} />}
          <DeadLinks view={view} />
        </aside>
      </div>
    </>
  )
}

function WorkFacts({ view: { practice, authors }, now }: { view: WorkView; now: Date }) {
  const lang = useLang()
  const { overview: t } = practiceText(lang)
  const { open, live } = practice
  return (
    <Panel>
      <Facts small>
        <Fact label={t.number}>{practice.publicId}</Fact>
        <Fact label={t.owner}>{practice.agency}</Fact>
        <Fact label={t.hub}>{practice.hub ?? t.noHub}</Fact>
        <Fact label={t.onSite}>
          {practice.state === 'published' && live ? (
            <>
              {t.version(live.number)}
              {live.publishedAt && (
                <>
                  , {t.publishedSince} <When at={live.publishedAt} />
                </>
              )}
              <br />
              <a href={paths.practice(practice.publicId)}>{t.read}</a>
            </>
          ) : (
            vocabularyText(lang).practiceState[practice.state]
          )}
        </Fact>
        <Fact label={t.process}>
          {open ? (
            <>
              {t.version(open.number)}, {vocabularyText(lang).revisionState[open.state].toLowerCase()}
            </>
          ) : (
            t.nothingInWork
          )}
        </Fact>
        {authors.length > 0 && (
          <Fact label={t.authors}>
            {formatList(
              lang,
              authors.map(({ name }) => name),
            )}
          </Fact>
        )}
        <Fact label={t.life}>
          <LifeStatus
            status={practice.lifeStatus}
            confirmedOn={practice.lifeConfirmedOn}
            freshness={freshnessOf(practice.lifeConfirmedOn, now)}
            now={now}
          />
        </Fact>
      </Facts>
    </Panel>
  )
}
