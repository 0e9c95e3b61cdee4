import { written } from '#app/domain/practice/bilingual.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { Section } from '../ui/panel.tsx'
import { DocumentLink } from './attachment/document-link.tsx'
import { Photo } from './attachment/photo.tsx'
import { InLanguage } from './in-language.tsx'

type Files = Pick<PracticeView, 'attachments'>

const readyOf = ({ attachments }: Files, kind: 'photo' | 'document') =>
  attachments.filter((file) => file.kind === kind && file.state === 'ready')

/** Fragments and names of the parts below, where there is something in them. */
export function attachmentParts(practice: Files, lang: 'id' | 'en'): (readonly [id: string, title: string])[] {
  const t = attachmentText(lang)
  return [
    ...(readyOf(practice, 'photo').length > 0 ? [['foto', t.photos] as const] : []),
    ...(readyOf(practice, 'document').length > 0 ? [['dokumen', t.documents] as const] : []),
  ]
}

/** The photos of a practice with their captions, and its documents. Nothing at all where there are none. */
export function PracticeAttachments({ practice }: { practice: Files }) {
  const lang = useLang()
  const t = attachmentText(lang)
  const photos = readyOf(practice, 'photo')
  const documents = readyOf(practice, 'document')
  return (
    <>
      {photos.length > 0 && (
        <Section id="foto" title={t.photos}>
          <div className="photos">
            {photos.map((file) => {
              const caption = written(file.caption, lang)
              return (
                <figure key={file.fileId}>
                  {file.photo && <Photo file={file} photo={file.photo} sizes="(min-width: 48em) 20rem, 100vw" />}
                  <figcaption>{caption && <InLanguage {...caption} />}</figcaption>
                </figure>
              )
            })}
          </div>
        </Section>
      )}
      {documents.length > 0 && (
        <Section id="dokumen" title={t.documents}>
          <ul className="lines ticks">
            {documents.map((file) => (
              <li key={file.fileId}>
                <DocumentLink file={file} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
