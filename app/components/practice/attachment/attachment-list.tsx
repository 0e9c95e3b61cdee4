import { ALT_LENGTH, CAPTION_LENGTH } from '#app/domain/attachment/attachment.ts'
import { attachmentMessages, attachmentText } from '#app/i18n/attachments.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { validationMessage } from '#app/i18n/validation.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import type { FormReplyFields } from '../../ui/form-reply.ts'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import type { AttachmentsView } from './attachments-page.tsx'
import { typeAndSize } from './document-link.tsx'
import { Photo } from './photo.tsx'

type File = AttachmentsView['attachments'][number]

const TONE: Record<File['state'], TagTone> = { quarantined: 'warn', processing: 'warn', ready: 'ok', refused: 'bad' }

/** What is said of each file: every button of the form around it saves all of it. */
export function AttachmentList({ view, form }: { view: AttachmentsView; form: FormReplyFields }) {
  const t = attachmentText(useLang())
  const { attachments } = view
  return (
    <div className="stack">
      <ol className="files">
        {attachments.map((file, index) => (
          <li key={file.fileId} className="stack-s">
            <FileHead file={file} />
            <input type="hidden" name={`said[${index}].fileId`} value={file.fileId} />
            <Words file={file} index={index} form={form} />
            {view.can.edit && <Moves file={file} number={index + 1} last={attachments.length} />}
          </li>
        ))}
      </ol>
      {view.can.edit && (
        <div className="acts">
          <Button>{t.save}</Button>
          <span
            role="status"
            className="small"
            data-soon={t.saving.soon}
            data-busy={t.saving.busy}
            data-saved={t.saved}
            data-failed={t.saving.failed}
          />
        </div>
      )}
    </div>
  )
}

function FileHead({ file }: { file: File }) {
  const lang = useLang()
  const t = attachmentText(lang)
  const { state, refusal } = file
  return (
    <>
      {state === 'ready' && file.photo && <Photo file={file} photo={file.photo} sizes="15rem" />}
      <p>
        {state === 'ready' && file.kind === 'document' ? (
          <a href={paths.file(file.fileId, file.name)} download>
            {file.name}
          </a>
        ) : (
          <b>{file.name}</b>
        )}{' '}
        <span className="small dim">({typeAndSize(lang, file)})</span>{' '}
        {state !== 'ready' && <Tag tone={TONE[state]}>{t.state[state]}</Tag>}
      </p>
      {(state === 'quarantined' || state === 'processing') && <p className="small dim">{t.stateNote[state]}</p>}
      {refusal && <p className="err">{validationMessage(lang, refusal, attachmentMessages(lang))}</p>}
    </>
  )
}

/** Caption and description; where somebody else changed them meanwhile, their words stand beside. */
function Words({ file, index, form }: { file: File; index: number; form: FormReplyFields }) {
  const t = attachmentText(useLang())
  const typed = typedIndex(form, file.fileId)
  const field = (part: 'caption' | 'alt', language: 'id' | 'en') => {
    const stored = file[part][language] ?? ''
    const sent = typed < 0 ? undefined : form.field(`said[${typed}].${part}.${language}`)
    return {
      name: `said[${index}].${part}.${language}`,
      defaultValue: sent ? (sent.defaultValue ?? '') : stored,
      errors: sent?.errors,
    }
  }
  const isPhoto = file.kind === 'photo'
  const isEnglish = Boolean(
    file.caption.en || file.alt.en || field('caption', 'en').errors || field('alt', 'en').errors,
  )
  return (
    <>
      <Field {...field('caption', 'id')} label={t.captionId} hint={t.captionHint} maxLength={CAPTION_LENGTH} />
      {isPhoto && <TextArea {...field('alt', 'id')} label={t.altId} hint={t.altHint} maxLength={ALT_LENGTH} rows={2} />}
      <Fold summary={t.english} open={isEnglish}>
        <Field {...field('caption', 'en')} label={t.caption} lang="en" maxLength={CAPTION_LENGTH} small />
        {isPhoto && <TextArea {...field('alt', 'en')} label={t.alt} lang="en" maxLength={ALT_LENGTH} rows={2} small />}
      </Fold>
    </>
  )
}

/** Under which number the words of this file came back, when the form did. */
function typedIndex(form: FormReplyFields, fileId: string): number {
  const rows = Array.from({ length: form.rows('said') }, (_none, index) => index)
  return rows.find((index) => form.field(`said[${index}].fileId`).defaultValue === fileId) ?? -1
}

function Moves({ file, number, last }: { file: File; number: number; last: number }) {
  const t = attachmentText(useLang())
  return (
    <p className="acts">
      {number > 1 && (
        <Button variant="quiet" name="act" value={`up:${file.fileId}`}>
          {t.up(number)}
        </Button>
      )}
      {number < last && (
        <Button variant="quiet" name="act" value={`down:${file.fileId}`}>
          {t.down(number)}
        </Button>
      )}
      <Button variant="quiet" name="act" value={`remove:${file.fileId}`}>
        {t.remove(number)}
      </Button>
    </p>
  )
}
