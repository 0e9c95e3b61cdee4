import { ACCEPTED_TYPES } from '#app/domain/attachment/attachment.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** Sends files, together with all that is typed on the page. */
export function UploadFields({ hint }: { hint: string }) {
  const t = useText(attachmentText)
  return (
    <div className="stack-s">
      <Field name="file" type="file" label={t.files} hint={hint} accept={ACCEPTED_TYPES.join(',')} multiple />
      <p className="small dim read">{t.photoNote}</p>
      <Button icon="plus" formEncType="multipart/form-data">
        {t.send}
      </Button>
    </div>
  )
}
