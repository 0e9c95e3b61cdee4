import sharp from 'sharp'
import { MOST_PIXELS } from '../domain/attachment/attachment.ts'
import { Refused } from './refused.ts'

/** What is known of a photo as soon as it arrives: its size as it is seen, and the colour that stands for it. */
export type PhotoLook = { width: number; height: number; colour: string }

// One picture at a time on one thread, and nothing kept: photos must not crowd out pages.
sharp.concurrency(1)
sharp.cache(false)

/** Opens a photo for reading; more pixels than allowed, or a broken file, are an error before anything is unpacked. */
export function openPhoto(path: string) {
  return sharp(path, { failOn: 'truncated', limitInputPixels: MOST_PIXELS, sequentialRead: true, pages: 1 })
}

/** Measures a photo and reads it to its end once. Throws `Refused` when it is too large or cannot be read. */
export async function inspectPhoto(path: string): Promise<PhotoLook> {
  const facts = await sharp(path, { limitInputPixels: false }).metadata().catch(unreadable)
  const { width = 0, height = 0, orientation = 1 } = facts
  if (width * height > MOST_PIXELS) throw new Refused(`tooManyPixels|${width} × ${height}`)
  if (width < 2 || height < 2) throw new Refused('broken')
  const { data } = await openPhoto(path)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(1, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable)
  const colour = `#${[...data.subarray(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  // Orientations from 5 up lie on their side.
  const [w, h] = orientation >= 5 ? [height, width] : [width, height]
  return { width: w, height: h, colour: colour.length === 7 ? colour : '#cccccc' }
}

function unreadable(): never {
  throw new Refused('broken')
}
