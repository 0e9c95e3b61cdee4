import { useRef } from 'react'
import type { Present } from '#app/domain/practice/note-presence.server.ts'
import type { readSection } from '#app/domain/practice/read-work.server.ts'
import type { ConflictDetail } from '#app/domain/practice/section-conflict.ts'
import { ENVELOPE, type FormEntries, formValues } from '#app/domain/practice/section-form.ts'
import { SECTIONS } from '#app/domain/practice/sections.ts'
import { ageInWords } from '#app/i18n/format.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import type { EditorHelpWords } from '#app/i18n/practice-help.ts'
import { savingText } from '#app/i18n/practice-saving.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { fieldLabel } from '../field-words.ts'
import { Beside } from './beside.tsx'
import { Conflict } from './conflict.tsx'
import { EditorHelp } from './editor-help.tsx'
import { WRITING_ID } from './path-after-save.ts'
import { ReviewerRequests } from './reviewer-requests.tsx'
import { rowNumber } from './rows.tsx'
import { SaveStatus } from './save-status.tsx'
import { SectionFields } from './section-fields.tsx'
import { SectionNav } from './section-nav.tsx'
import { useDraft } from './use-draft.ts'
import { usePresence } from './use-presence.ts'

export type EditorPageProps = {
  view: Awaited<ReturnType<typeof readSection>>
  words: EditorHelpWords
  now: Date
  /** Who else has this practice open. */
  present: readonly Present[]
  /** The section that the last post saved. */
  arrived: string | null
  /** The list that gets an empty row, on a page without script. */
  extraRow: string | null
  /** What was typed and what is wrong with it, where the server sent the page back. */
  typed?: {
    entries: FormEntries
    base: string
    ancestor: FormEntries
    errors: Record<string, string[]>
    formErrors: string[]
    conflict: ConflictDetail | null
  }
}

/** One section of a draft: one topic a page. Saves itself where a script runs, and by its button everywhere. */
export function EditorPage({ view, words, now, arrived, extraRow, typed, ...others }: EditorPageProps) {
  const lang = useLang()
  const t = editorText(lang)
  const { practice, revision, section, base, completeness, userId } = view
  const { publicId } = practice
  const next = SECTIONS[SECTIONS.indexOf(section) + 1]
  const url = paths.editPractice(publicId, section)
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft({
    form,
    id: { userId, revisionId: revision.id, section },
    about: { title: `${view.brand}: ${sectionName(lang, section)}`, url },
    entries: view.entries,
    base,
    savedAt: revision.savedAt,
    typed,
    url: paths.autosave(publicId, section),
    place: { publicId, section },
    arrived,
  })
  const { state } = draft
  const present = usePresence({
    url: paths.presence(publicId, section),
    first: others.present,
    onChanged: draft.onChanged,
  })
  const errors = state.kind === 'refused' && Object.keys(state.errors).length > 0 ? state.errors : (typed?.errors ?? {})
  const nameOf = (name: string) => fieldLabel(lang, section, name, rowNumber(form.current, name)).replace(': ', ', ')
  return (
    <>
      <Crumbs
        items={[
          { label: t.practices, href: paths.workPractices() },
          { label: view.brand, href: paths.workPractice(publicId) },
          { label: t.draft(revision.number) },
        ]}
      />
      <div className="cols cols--desk">
        <SectionNav publicId={publicId} completeness={completeness} current={section} present={present} />
        <div className="stack" id={WRITING_ID}>
          <PageHead
            kicker={t.step(SECTIONS.indexOf(section) + 1, SECTIONS.length)}
            title={sectionName(lang, section)}
          />
          <Beside present={present} section={section} />
          {state.kind !== 'conflict' && <ErrorSummary errors={errors} formErrors={typed?.formErrors} nameOf={nameOf} />}
          {draft.restoredAt && state.kind !== 'conflict' && (
            <Band tone="info" title={t.restored}>
              <span>{t.restoredNote(ageInWords(lang, draft.restoredAt, now, view.zone))}</span>
              <p className="acts">
                <Button type="button" variant="quiet" onClick={draft.dropRestored}>
                  {t.dropRestored}
                </Button>
              </p>
            </Band>
          )}
          {!view.can.edit && (
            <Band tone="warn" title={t.closedTitle}>
              <span>
                {typed || draft.restoredAt || state.kind !== 'saved' ? t.closedNote : t.lockedNote}{' '}
                <a href={paths.workPractice(publicId)}>{t.backToPractice}</a>
              </span>
            </Band>
          )}
          <ReviewerRequests publicId={publicId} section={section} comments={view.comments} can={view.can} />
          <form
            method="post"
            ref={form}
            className="stack"
            data-live={draft.isLive || undefined}
            action={url}
            // A browser that fills in what was here before would pass an old text off as a new one.
            autoComplete="off"
          >
            {/* The first button is the one that Enter presses: it must save, not remove a row. */}
            <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
              {t.save}
            </button>
            <input type="hidden" name={ENVELOPE.writer} value={userId} />
            <input type="hidden" name={ENVELOPE.base} value={draft.origin.base} />
            <input type="hidden" name={ENVELOPE.ancestor} value={JSON.stringify(draft.origin.entries)} />
            {state.kind === 'conflict' && (
              <Conflict section={section} detail={state.detail} onDecide={draft.isLive ? draft.decide : undefined} />
            )}
            <div key={draft.generation} className="stack">
              <SectionFields
                section={section}
                values={formValues(draft.shown)}
                errors={errors}
                guide={words.guide}
                hints={words.hints}
                extraRow={extraRow}
                translations={view.translations}
              />
            </div>
            <div className="savebar">
              {draft.news && <News own={draft.news.own} onShow={draft.showNews} />}
              <SaveStatus
                state={state}
                device={draft.device}
                isLive={draft.isLive}
                url={url}
                zone={view.zone}
                now={now}
              />
              {view.can.edit && (
                <Button name="then" value="next">
                  {next ? t.saveNext(sectionName(lang, next)) : t.saveLast}
                </Button>
              )}
            </div>
            {view.can.edit && (
              <div className="acts">
                <Button variant="quiet" name="then" value="stay">
                  {t.save}
                </Button>
                <a href={paths.previewPractice(publicId)}>{t.preview}</a>
              </div>
            )}
          </form>
          <div className="row row--between">
            {practice.live && <p className="small dim read">{t.live(practice.live.number)}</p>}
            <ButtonLink variant="quiet" href={paths.workPractice(publicId)}>
              {view.gaps.length > 0 ? t.finishGaps(view.gaps.length) : t.finish}
            </ButtonLink>
          </div>
        </div>
        <EditorHelp section={section} check={view.check} sentences={words.sentences} publicId={publicId} form={form} />
      </div>
    </>
  )
}

function News({ own, onShow }: { own: boolean; onShow: () => void }) {
  const t = savingText(useLang())
  return (
    <p className="small" role="status">
      {own ? t.newsOwn : t.news}{' '}
      <Button type="button" variant="link" onClick={onShow}>
        {t.showNews}
      </Button>
    </p>
  )
}
