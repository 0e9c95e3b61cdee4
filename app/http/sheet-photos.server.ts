import sharp from 'sharp'
import { written } from '../domain/practice/bilingual.ts'
import type { PracticeView } from '../domain/practice/read-practice.server.ts'
import type { Lang } from '../i18n/lang.ts'
import { platform } from '../platform.server.ts'
import type { SheetPhoto } from '../print/sheet.ts'
import { log } from './logger.server.ts'

/** A sheet shows so many at most: it is sent over weak lines. */
const MOST = 4
/** Pixels; some 45 KB each. */
const WIDTH = 720
const QUALITY = 62

/** The photos of a practice as they are printed; one that cannot be read is left out. */
export async function sheetPhotos(lang: Lang, practice: PracticeView): Promise<SheetPhoto[]> {
  const photos = practice.attachments.filter(({ kind, state }) => kind === 'photo' && state === 'ready').slice(0, MOST)
  const made = await Promise.all(photos.map((attachment) => printed(lang, attachment).catch(leftOut)))
  return made.filter((photo) => photo !== undefined)
}

function leftOut(error: unknown): undefined {
  log.warn({ err: error }, 'a photo was left out of a sheet')
}

async function printed(lang: Lang, { photo, alt, caption }: PracticeView['attachments'][number]) {
  const sizes = photo?.sizes.filter(({ format }) => format === 'webp') ?? []
  const size = sizes.find(({ width }) => width >= WIDTH) ?? sizes.at(-1)
  if (!size) return undefined
  const source = await platform().files.store.read(size.sha256)
  const { data, info } = await sharp(source)
    .resize({ width: WIDTH, withoutEnlargement: true })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  const said = written(caption, lang)
  return {
    jpeg: data.toString('base64'),
    width: info.width,
    height: info.height,
    alt: written(alt, lang)?.text ?? '',
    caption: said && { text: said.text, lang: said.lang === lang ? undefined : said.lang },
  }
}
