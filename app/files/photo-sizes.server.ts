import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { PhotoSize } from '#db/schema/files.ts'
import { openPhoto } from './inspect-photo.server.ts'

const WIDTHS = [480, 960, 1600] as const
/** A tall panorama stays within this many pixels. */
const TALLEST = 4_800

export type MadeSize = PhotoSize & { content: Buffer }

/**
 * A photo anew, pixel by pixel, as WebP and AVIF in up to three widths, never larger than it came: turned the right way,
 * in sRGB, without EXIF, place, profile or anything else that came with it. Nothing but pixels passes.
 */
export async function makePhotoSizes(path: string): Promise<MadeSize[]> {
  const { data, info } = await openPhoto(path)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: WIDTHS.at(-1), height: TALLEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const sizes: MadeSize[] = []
  for (const width of widthsUpTo(info.width)) {
    const pixels = () =>
      sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).resize({ width })
    for (const [format, picture] of [
      ['webp', pixels().webp({ quality: 76, effort: 3 })],
      ['avif', pixels().avif({ quality: 50, effort: 2 })],
    ] as const) {
      const made = await picture.toBuffer({ resolveWithObject: true })
      const sha256 = createHash('sha256').update(made.data).digest('hex')
      sizes.push({
        format,
        width: made.info.width,
        height: made.info.height,
        bytes: made.data.length,
        sha256,
        content: made.data,
      })
    }
  }
  return sizes
}

function widthsUpTo(width: number): number[] {
  const smaller = WIDTHS.filter((one) => one < width)
  return smaller.length < WIDTHS.length ? [...smaller, width] : smaller
}
