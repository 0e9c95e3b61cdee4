import { written } from '#app/domain/practice/bilingual.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { Attachment } from '#db/practice-content.ts'
import type { PhotoFacts } from '#db/schema/files.ts'
import { useForeign } from '../in-language.tsx'

const MIDDLE = 960

/**
 * A photo at the size that the reader's screen asks for, loaded when it comes near. Its place is kept free in its own
 * colour, so that nothing moves: as an attribute of a drawing, because the security policy knows no style attributes.
 */
export function Photo({ file, photo, sizes }: { file: Attachment; photo: PhotoFacts; sizes: string }) {
  const lang = useLang()
  const alt = written(file.alt, lang)
  const foreign = useForeign(alt?.lang)
  const setOf = (format: 'avif' | 'webp') =>
    photo.sizes
      .filter((size) => size.format === format)
      .map((size) => `${paths.file(file.fileId, `${size.width}.${format}`)} ${size.width}w`)
      .join(', ')
  const plain = photo.sizes.filter(({ format }) => format === 'webp')
  const middle = plain.findLast(({ width }) => width <= MIDDLE) ?? plain[0]
  if (!middle) return null
  return (
    <div className="photo">
      <svg viewBox={`0 0 ${photo.width} ${photo.height}`} aria-hidden="true">
        <rect width={photo.width} height={photo.height} fill={photo.colour} />
      </svg>
      <picture>
        <source type="image/avif" srcSet={setOf('avif')} sizes={sizes} />
        <img
          src={paths.file(file.fileId, `${middle.width}.webp`)}
          srcSet={setOf('webp')}
          sizes={sizes}
          width={photo.width}
          height={photo.height}
          alt={alt?.text ?? ''}
          lang={foreign}
          loading="lazy"
          decoding="async"
        />
      </picture>
    </div>
  )
}
