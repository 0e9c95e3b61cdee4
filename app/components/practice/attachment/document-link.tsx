import { written } from '#app/domain/practice/bilingual.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { formatBytes } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { Attachment } from '#db/practice-content.ts'
import { Icon } from '../../ui/icon.tsx'
import { InLanguage } from '../in-language.tsx'

/** A document to be downloaded, with what it is and how big, in words. */
export function DocumentLink({ file }: { file: Attachment }) {
  const lang = useLang()
  const caption = written(file.caption, lang)
  return (
    <>
      <Icon name="document" />
      <span>
        <a href={paths.file(file.fileId, file.name)} download>
          {caption ? <InLanguage {...caption} /> : file.name}
        </a>{' '}
        <span className="small dim">({typeAndSize(lang, file)})</span>
      </span>
    </>
  )
}

/** `PDF, 1,2 MB`. */
export function typeAndSize(lang: 'id' | 'en', { mediaType, bytes }: Pick<Attachment, 'mediaType' | 'bytes'>): string {
  const t = attachmentText(lang)
  return t.typeAndSize(t.type[mediaType] ?? mediaType, formatBytes(lang, bytes))
}
