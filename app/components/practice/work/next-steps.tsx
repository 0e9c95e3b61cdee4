import type { ReactNode } from 'react'
import type { Finding } from '#app/domain/practice/check-text.ts'
import { isUnticked } from '#app/domain/practice/remark.ts'
import { isSection, SECTIONS, type Section as SectionKey } from '#app/domain/practice/sections.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { tasksText } from '#app/i18n/practice-tasks.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import type { WorkView } from './work-practice-page.tsx'

type ToWrite = Pick<WorkView, 'gaps' | 'completeness' | 'comments'>

/** The section in which a reviewer asked for something that is not marked as dealt with. */
function firstAsked({ comments }: Pick<WorkView, 'comments'>): SectionKey | undefined {
  return SECTIONS.find((section) => comments.some((remark) => remark.section === section && isUnticked(remark)))
}

/** The section to go on with: what a reviewer asked for, then what blocks the submission, then what is not complete. */
export function firstToWrite(view: ToWrite): Finding['section'] | undefined {
  const { gaps, completeness } = view
  const unfinished = completeness?.sections.find(({ state }) => state !== 'complete')?.section
  return firstAsked(view) ?? gaps[0]?.section ?? unfinished
}

/** What this person can do with the practice now: one main act, the others quiet, the final ones behind a question. */
export function NextSteps({ view }: { view: WorkView }) {
  const lang = useLang()
  const { overview: t } = practiceText(lang)
  const tasks = tasksText(lang)
  const merging = mergeText(lang)
  const { practice, can, gaps } = view
  const { open, live, publicId } = practice
  const review = can.verify_documents || can.request_changes || can.publish || can.unschedule
  const section = firstToWrite(view) ?? SECTIONS[0]
  const asked = can.edit && firstAsked(view) !== undefined
  return (
    <Section id="langkah" title={t.next} look="bare">
      <div className="stack">
        <Where view={view} />
        <p className="acts">
          {can.edit && (
            <ButtonLink
              variant={asked || gaps.length > 0 ? 'primary' : 'quiet'}
              href={paths.editPractice(publicId, section)}
            >
              {(asked ? tasks.correct : tasks.write)(sectionName(lang, section))}
            </ButtonLink>
          )}
          {can.edit && <a href={paths.wordFiles(publicId)}>{proposalText(lang).link}</a>}
          {review && <ButtonLink href={paths.review(publicId)}>{t.review}</ButtonLink>}
          {can.read_draft && <a href={paths.previewPractice(publicId)}>{t.preview}</a>}
          {can.withdraw && <a href={paths.withdrawPractice(publicId)}>{t.withdraw}</a>}
          {can.merge && <a href={paths.mergePractice(publicId)}>{merging.link}</a>}
          {can.merge && <a href={paths.likelySame(publicId)}>{merging.similar}</a>}
        </p>
        {can.submit && gaps.length === 0 && <Submit view={view} quiet={asked} />}
        {can.submit && gaps.length > 0 && (
          <p>
            <a href="#bagian">{tasks.missing(gaps.length)}</a>
          </p>
        )}
        {can.publish_minor && view.minorEdit && (
          <Act intent="publish_minor" version={open?.version} note={t.publishMinorNote} quiet>
            {t.publishMinor}
          </Act>
        )}
        {can.take_back && (
          <Act intent="take_back" version={open?.version} note={t.takeBackNote} quiet>
            {t.takeBack}
          </Act>
        )}
        {can.start_revision && (
          <Act intent="start_revision" note={t.startRevisionNote}>
            {t.startRevision}
          </Act>
        )}
        {can.discard && open && (
          <Confirm
            open={t.discard}
            question={t.discardQuestion}
            consequence={live ? t.discardLive : t.discardFirst}
            confirm={t.discardConfirm}
            cancelHref={paths.workPractice(publicId)}
            name="intent"
            value="discard"
          >
            <input type="hidden" name="version" value={open.version} />
          </Confirm>
        )}
      </div>
    </Section>
  )
}

/** Sends the text; where required remarks are not ticked off, it asks once. */
function Submit({ view: { practice, comments }, quiet }: { view: WorkView; quiet: boolean }) {
  const lang = useLang()
  const { overview: t } = practiceText(lang)
  const { unticked: ask } = tasksText(lang)
  const form = useFormReply({}, { intent: 'submit' })
  const unticked = comments.filter(isUnticked)
  const version = practice.open?.version
  if (!form.formErrors || unticked.length === 0) {
    return (
      <Act intent="submit" version={version} note={t.submitNote} quiet={quiet}>
        {t.submit}
      </Act>
    )
  }
  return (
    <Band tone="warn" title={ask.title(unticked.length)} heading="h3">
      <ul>
        {unticked.map(({ id, section, body }) => (
          <li key={id}>
            {isSection(section) ? (
              <a href={paths.editPractice(practice.publicId, section)}>{sectionName(lang, section)}</a>
            ) : (
              sectionName(lang, section)
            )}
            : “{body}”
          </li>
        ))}
      </ul>
      <span>{ask.note}</span>
      <form method="post" className="acts">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="unticked" value="on" />
        <a href="#catatan">{ask.back}</a>
        <Button variant="quiet" name="intent" value="submit">
          {ask.send}
        </Button>
      </form>
    </Band>
  )
}

function Act(props: { intent: string; version?: number; note: string; quiet?: boolean; children: ReactNode }) {
  return (
    <form method="post" className="stack-s">
      {props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
      <p className="small dim">{props.note}</p>
      <Button variant={props.quiet ? 'quiet' : 'primary'} name="intent" value={props.intent}>
        {props.children}
      </Button>
    </form>
  )
}

/** For whom it waits, when it is not for the reader. */
function Where({ view: { practice, events, can, zone, merges } }: { view: WorkView }) {
  const lang = useLang()
  const { overview: t, by } = practiceText(lang)
  const { open, live, state } = practice
  const merge = merges.find(({ from, undoneAt }) => from === practice.publicId && undoneAt === null)
  if (merge) {
    const { notes } = mergeText(lang)
    return (
      <Band tone="info" title={notes.into(merge.into)}>
        <span>
          {notes.leadsOn} <a href={paths.practice(merge.into)}>{merge.intoTitle}</a>
        </span>
      </Band>
    )
  }
  if (state === 'withdrawn') {
    return (
      <Band tone="info" title={t.withdrawn}>
        <span>
          {practice.withdrawalReason && `${vocabularyText(lang).withdrawalReason[practice.withdrawalReason]}. `}
          {practice.withdrawalNote && `“${practice.withdrawalNote}” `}
          {t.withdrawnNote}
        </span>
      </Band>
    )
  }
  if (open?.state === 'changes_requested') {
    const request = events.find(({ event }) => event === 'request_changes')
    return (
      <Band tone="warn" title={vocabularyText(lang).revisionState.changes_requested}>
        {request && (
          <span>
            “{request.reason}” {by} {request.actor}, <When at={request.at} />
          </span>
        )}
      </Band>
    )
  }
  const waits = waiting()
  return (
    <>
      {waits && <p>{waits}</p>}
      {open?.publishAt && (
        <Band tone="info" title={vocabularyText(lang).revisionState.scheduled}>
          <span>
            {t.scheduled} <When at={open.publishAt} as="time" zone={zone} />.
          </span>
        </Band>
      )}
      {open && live && <p className="small dim">{t.stayed(live.number)}</p>}
    </>
  )

  function waiting(): string | null {
    if (open?.state === 'submitted') return can.verify_documents ? null : t.waitDocuments
    if (open?.state !== 'document_verified' || can.publish) return null
    return practice.hub ? t.waitCurator : t.waitNational
  }
}
