import { whereLine } from '../components/practice/where.ts'
import { splitBrand, written } from '../domain/practice/bilingual.ts'
import { qrPath } from '../domain/practice/qr-path.server.ts'
import { type PracticeView, readPractice } from '../domain/practice/read-practice.server.ts'
import { formatDate } from '../i18n/format.ts'
import type { Lang } from '../i18n/lang.ts'
import { printText } from '../i18n/practice-print.ts'
import { vocabularyText } from '../i18n/vocabulary.ts'
import { paths } from '../paths.ts'
import type { Card } from '../print/card.ts'
import { practiceSheet } from '../print/practice-sheet.ts'
import { press } from '../print/press.server.ts'
import type { RouteArgs } from './context.server.ts'
import { fileAnswer, goneAnswer, practiceFile } from './practice-file.server.ts'
import { sheetPhotos } from './sheet-photos.server.ts'
import { linkHeader, PDF } from './signposting.ts'

type Args = RouteArgs & { params: { practiceId?: string } }

/** The whole practice as a PDF, of the newest or the given version. */
export function pdfAnswer(args: Args): Promise<Response> {
  return practiceFile(args, async (ctx, asked) => {
    const { publicId, version, lang, site } = asked
    const { practice, tombstone } = await readPractice(ctx, publicId, version)
    if (!practice) return goneAnswer(args.request, asked, tombstone, paths.practicePdf)
    const address = site + paths.practiceVersion(publicId, practice.version)
    const photos = await sheetPhotos(lang, practice)
    const sheet = practiceSheet(lang, practice, { site, qr: qrPath(address), photos })
    const page = site + paths.practice(publicId)
    return fileAnswer(await press.print({ kind: 'sheet', sheet }), {
      type: PDF,
      name: `${publicId}-v${practice.version}-${lang}.pdf`,
      lang,
      isHidden: practice.isDemo || version !== undefined,
      links: linkHeader([
        { href: version === undefined ? page : address, rel: 'collection', type: 'text/html' },
        { href: page, rel: 'canonical' },
      ]),
    })
  })
}

/** The picture beside a link to a practice. */
export function cardAnswer(args: Args): Promise<Response> {
  return practiceFile(args, async (ctx, asked) => {
    const { publicId, version, lang } = asked
    const { practice, tombstone } = await readPractice(ctx, publicId, version)
    if (!practice) return goneAnswer(args.request, asked, tombstone, paths.practiceCard)
    return fileAnswer(await press.print({ kind: 'card', card: cardOf(lang, practice) }), {
      type: 'image/png',
      name: `${publicId}-v${practice.version}-${lang}.png`,
      lang,
      isHidden: practice.isDemo,
    })
  })
}

function cardOf(lang: Lang, practice: PracticeView): Card {
  const t = printText(lang)
  const words = vocabularyText(lang)
  const { content, lifeStatus, lifeConfirmedOn, publicId } = practice
  const title = written(content.title, lang)
  const { name } = splitBrand(content.brand)
  const life = words.lifeStatus[lifeStatus]
  return {
    network: t.network,
    kicker: `${t.card} · ${words.sector[content.sector]}`,
    title: title?.text ?? name,
    brand: title ? name : undefined,
    where: whereLine(lang, { ...practice, unit: null }),
    life: {
      status: lifeStatus,
      words: lifeConfirmedOn ? `${life}, ${formatDate(lang, lifeConfirmedOn.slice(0, 7))}` : life,
    },
    id: publicId,
  }
}
