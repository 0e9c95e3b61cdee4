import type { SubmissionResult } from '@conform-to/react'
import { MOST_AT_ONCE, MOST_FILES } from '#app/domain/attachment/attachment.ts'
import type { readAttachments } from '#app/domain/attachment/read-attachments.server.ts'
import { ENVELOPE } from '#app/domain/practice/section-form.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { formatBytes } from '#app/i18n/format.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { SectionNav } from '../editor/section-nav.tsx'
import { PracticeCrumbs } from '../work/practice-crumbs.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { UploadFields } from './upload-fields.tsx'

export type AttachmentsView = Awaited<ReturnType<typeof readAttachments>>

/** What came of files that were sent: the sentences are in the reader's language already. */
export type UploadReply = {
  uploads: { added: number; refused: { name: string; sentence: string }[] }
  /** Why what was said of the files could not be saved along with them. */
  result?: SubmissionResult<string[]>
}

type PageProps = {
  view: AttachmentsView
  /** What the last form did. */
  done: string | null
  added: number
  isStoreAway: boolean
  reply?: UploadReply['uploads']
}

/** The files of a text in work: sending more, and saying what they are. Works without script. */
export function AttachmentsPage({ view, done, added, isStoreAway, reply }: PageProps) {
  const lang = useLang()
  const t = attachmentText(lang)
  const words = editorText(lang)
  const form = useFormReply()
  const { publicId } = view.practice
  const { attachments } = view
  return (
    <>
      <PracticeCrumbs publicId={publicId} name={view.brand} here={words.draft(view.revision.number)} />
      <div className="cols cols--desk">
        <SectionNav publicId={publicId} completeness={view.completeness} current="attachments" />
        <div className="stack">
          <PageHead title={t.name}>
            <p className="lead">{t.lead}</p>
          </PageHead>
          <Done done={done} added={reply?.added ?? added} />
          <Refusals reply={reply} />
          <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
          {isStoreAway && (
            <Band tone="warn" title={t.storeAway}>
              {t.storeAwayNote}
            </Band>
          )}
          {!view.can.edit && (
            <Band tone="warn" title={words.closedTitle}>
              <a href={paths.workPractice(publicId)}>{words.backToPractice}</a>
            </Band>
          )}
          <form method="post" className="stack" id="lampiran">
            {/* The first button is the one that Enter presses: it must save, not send or take out a file. */}
            <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
              {t.save}
            </button>
            <input type="hidden" name="base" value={view.base} />
            <input type="hidden" name={ENVELOPE.writer} value={view.userId} />
            {view.can.edit && attachments.length < MOST_FILES && !isStoreAway && (
              <Section id="unggah" title={t.upload} look="bare">
                <UploadFields hint={t.filesHint(MOST_AT_ONCE, formatBytes(lang, 20_000_000))} />
              </Section>
            )}
            <Section id="berkas" title={t.list(attachments.length)}>
              {attachments.length === 0 ? <p className="dim">{t.none}</p> : <AttachmentList view={view} form={form} />}
            </Section>
            {view.can.edit ? (
              <p>
                <Button variant="quiet" name="leadsOn" value="send">
                  {t.back}
                </Button>
              </p>
            ) : (
              <p>
                <ButtonLink variant="quiet" href={paths.workPractice(publicId)}>
                  {t.back}
                </ButtonLink>
              </p>
            )}
          </form>
        </div>
      </div>
    </>
  )
}

function Done({ done, added }: { done: string | null; added: number }) {
  const t = attachmentText(useLang())
  if (added > 0) {
    return (
      <Band tone="ok" title={t.added(added)} focus>
        {t.addedNote}
      </Band>
    )
  }
  const titles: Record<string, string> = { saved: t.saved, remove: t.removed, move: t.ordered }
  const title = done !== null && Object.hasOwn(titles, done) ? titles[done] : undefined
  return title ? <Band tone="ok" title={title} focus /> : null
}

/** Each file that was not taken, by the name that its owner knows, with the reason and what to do. */
function Refusals({ reply }: { reply: UploadReply['uploads'] | undefined }) {
  const t = attachmentText(useLang())
  if (!reply || reply.refused.length === 0) return null
  return (
    <Band tone="bad" title={t.refused(reply.refused.length)} heading="h2" focus={reply.added === 0}>
      <ul>
        {reply.refused.map(({ name, sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may occur twice, and never move
          <li key={index}>
            <b>{name || t.unnamed}</b>: {sentence}
          </li>
        ))}
      </ul>
    </Band>
  )
}
