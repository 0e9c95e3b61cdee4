import { ACCEPTED_TYPES } from '#app/domain/attachment/attachment.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** Sends files, a form of its own: what is typed on the page is not in it. */
export function UploadForm({ hint }: { hint: string }) {
  const t = useText(attachmentText)
  return (
    <form method="post" encType="multipart/form-data" className="stack-s">
      <Field name="file" type="file" label={t.files} hint={hint} accept={ACCEPTED_TYPES.join(',')} multiple required />
      <p className="small dim read">{t.photoNote}</p>
      <Button icon="plus">{t.send}</Button>
    </form>
  )
}
